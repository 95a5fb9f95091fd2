import { randomText, sha256 } from "./base64url.ts";
import { isShopAuthError, ShopAuthError } from "./errors.ts";
import type { ReturnPath } from "./guards/return-path.ts";
import type { JsonValue } from "./platform.ts";
import type { Sealer } from "./seal.ts";

/** One attempt to connect, as it travels in the browser's sealed cookie. */
export interface Flow {
  /** Sorts by the time of its beginning. */
  readonly id: string;
  /** What ties a callback to this flow: the id, and a hash of a number that only the sealed cookie holds. */
  readonly link: string;
  readonly nonce: string;
  readonly target: JsonValue;
  readonly owner: string;
  readonly redirectUri: string;
  readonly returnTo: ReturnPath;
  readonly meta?: JsonValue;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const MAX_SEALED = 3_800;

/** Seals and unseals flows for one platform registration. */
export interface Flows {
  begin(flow: Omit<Flow, "id" | "link" | "nonce" | "expiresAt">, now: number): Promise<{ flow: Flow; sealed: string }>;
  /** The flows of some sealed texts, newest first: those that open and are of this registration, expired ones included. */
  open(sealed: Iterable<string>): Promise<Flow[]>;
}

export function createFlows(sealer: Sealer, scope: { platform: string; registration: string }, ttl: number): Flows {
  const context = [scope.platform, scope.registration];
  return {
    async begin(input, now) {
      const id = now.toString(36).padStart(9, "0") + randomText(6).replace(/[-_]/g, "0");
      const nonce = randomText(32);
      const flow: Flow = { ...input, id, nonce, link: `${id}.${await sha256(nonce)}`, expiresAt: now + ttl * 1000 };
      let text: string;
      try {
        text = JSON.stringify(flow);
      } catch {
        throw new ShopAuthError("invalid_request", "meta must be JSON", { hint: "No BigInt, and nothing circular." });
      }
      const sealed = await sealer.seal("cookie", context, text);
      if (sealed.length > MAX_SEALED)
        throw new ShopAuthError("invalid_request", "meta is too large for a cookie: keep it under 2 KB");
      return { flow, sealed };
    },
    async open(sealed) {
      const flows: Flow[] = [];
      for (const each of sealed) {
        try {
          flows.push(JSON.parse((await sealer.unseal("cookie", context, each)).text) as Flow);
        } catch (error) {
          // A cookie of another app, an old secret, or a forged one: not a flow of ours.
          if (!isShopAuthError(error)) throw error;
        }
      }
      return flows.sort((a, b) => (a.id < b.id ? 1 : -1));
    },
  };
}
