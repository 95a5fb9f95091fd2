import { isShopAuthError } from "./errors.ts";
import type { Sealer } from "./seal.ts";

/** The cookies of a request whose names begin with `prefix`, by name (RFC 6265, 4.2.1). */
export function readCookies(header: string | null, prefix: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? "").slice(0, 16_384).split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (at > 0 && name.startsWith(prefix) && /^[\w.-]+$/.test(value) && !cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}

export interface CookieOptions {
  /** Seconds. */
  readonly maxAge: number;
  readonly secure: boolean;
  /** Also sent in a frame of another site, and apart for each such site (CHIPS); only over https, where this is possible. */
  readonly embedded?: boolean;
}

/** `Set-Cookie`: HttpOnly, the whole site, Lax (a redirect from a platform must bring it), and Secure over https. */
export function setCookie(name: string, value: string, { maxAge, secure, embedded = false }: CookieOptions): string {
  const site = secure && embedded ? "SameSite=None; Partitioned" : "SameSite=Lax";
  return `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; ${site}${secure ? "; Secure" : ""}`;
}

/** Sealed cookies of one registration, besides those of flows. */
export interface SealedCookies {
  /**
   * `Set-Cookie` for a text that only this registration can read, under this name.
   * @param options.maxAge seconds; older ones are not read
   * @param options.embedded sent in a frame of another site too
   */
  set(name: string, text: string, options: { maxAge: number; embedded?: boolean }): Promise<string>;
  /** The text, where the browser sent one of this name that opens and is not too old. */
  get(request: Request, name: string): Promise<string | undefined>;
}

export function createSealedCookies(input: {
  sealer: Sealer;
  context: readonly string[];
  prefix: string;
  secure: boolean;
  now: () => number;
}): SealedCookies {
  const { sealer, context, prefix, secure, now } = input;
  return {
    async set(name, text, { maxAge, embedded = false }) {
      const content = JSON.stringify([now() + maxAge * 1000, text]);
      const sealed = await sealer.seal("cookie", [...context, name], content);
      return setCookie(prefix + name, sealed, { maxAge, secure, embedded });
    },
    async get(request, name) {
      const sealed = readCookies(request.headers.get("cookie"), prefix + name).get(prefix + name);
      if (sealed === undefined) return undefined;
      try {
        const { text } = await sealer.unseal("cookie", [...context, name], sealed);
        const [expiresAt, content] = JSON.parse(text) as [number, string];
        return expiresAt > now() ? content : undefined;
      } catch (error) {
        // Forged, moved from another place, or sealed with an old secret: as if there were none.
        if (isShopAuthError(error)) return undefined;
        throw error;
      }
    },
  };
}
