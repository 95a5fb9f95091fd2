import { equalInConstantTime } from "./base64url.ts";
import { ShopAuthError } from "./errors.ts";
import type { Flow } from "./flow.ts";
import type { Awaitable } from "./platform.ts";

/** What a flow takes along to the platform, so that its callback can be told. */
export interface Carried {
  /** Parameters for the authorization request. */
  readonly params: Readonly<Record<string, string>>;
  readonly redirectUri: string;
}

/** A verified callback: of a flow that this browser began, or signed by the platform. */
export type Proven =
  | { readonly flow: Flow }
  | {
      /** The values that the signature covers. Everything else in the query is untrusted. */
      readonly signed: Readonly<Record<string, string>>;
      /** The same for every repetition of this callback. */
      readonly id: string;
      /** Milliseconds since the epoch after which a repetition is refused by its age. */
      readonly expiresAt: number;
    };

/** How a callback proves that it belongs to a flow: what is carried along, and how it is verified. */
export interface Proof {
  /** What the authorization request takes along for this flow. */
  carry(input: { link: string; redirectUri: string }): Carried;
  /**
   * @param input.flows the flows whose sealed cookies this browser sent, newest first
   * @throws ShopAuthError `state_missing`, `state_mismatch`, `signature_mismatch`, `callback_expired`
   */
  verify(input: { query: URLSearchParams; flows: readonly Flow[]; now: number }): Awaitable<Proven>;
}
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

function linked(flows: readonly Flow[], link: string): Flow {
  let found: Flow | undefined;
  for (const flow of flows) if (equalInConstantTime(flow.link, link)) found = flow;
  if (found) return found;
  throw flows.length === 0
    ? new ShopAuthError("state_missing", "The callback came without its flow cookie")
    : new ShopAuthError("state_mismatch", "The callback belongs to none of this browser's flows");
}

/**
 * The platform echoes `state` (RFC 6749, 4.1.1); the browser's sealed cookie has what it must be.
 * @param issuer where the platform has one: a callback whose `iss` differs is refused (RFC 9207, 2.4)
 */
export function stateParam(name = "state", issuer?: string): Proof {
  return {
    carry: ({ link, redirectUri }) => ({ params: { [name]: link }, redirectUri }),
    verify({ query, flows }) {
      const state = query.get(name);
      if (state === null) throw new ShopAuthError("state_mismatch", `The callback has no ${name}`);
      const flow = linked(flows, state);
      if (issuer !== undefined && (query.get("iss") ?? issuer) !== issuer)
        throw new ShopAuthError("state_mismatch", "The callback comes from another issuer");
      return { flow };
    },
  };
}

/**
 * The platform echoes nothing: the browser's sealed cookie alone is the proof. A link to it also travels in the redirect
 * URI, and is compared where the platform kept it.
 */
export function browserBound(name = "flow"): Proof {
  return {
    carry({ link, redirectUri }) {
      const url = new URL(redirectUri);
      url.searchParams.set(name, link);
      return { params: {}, redirectUri: url.href };
    },
    verify({ query, flows }) {
      const link = query.get(name);
      if (link !== null) return { flow: linked(flows, link) };
      const [newest, ...others] = flows;
      if (!newest) throw new ShopAuthError("state_missing", "The callback came without its flow cookie");
      // Nothing tells which tab this answers, so the tabs must all mean the same.
      const same = (flow: Flow) =>
        flow.owner === newest.owner && JSON.stringify(flow.target) === JSON.stringify(newest.target);
      if (!others.every(same)) {
        throw new ShopAuthError(
          "state_mismatch",
          "Several different flows are open in this browser, and the platform kept no link",
          {
            hint: "Finish one connection before beginning another: this platform does not say which one it answers.",
          },
        );
      }
      return { flow: newest };
    },
  };
}

/** How a platform signs the queries of its requests. */
export interface SignedQueryOptions {
  /** The shared secrets, at most two while one replaces the other; each at least 16 characters. */
  readonly secrets: readonly string[];
  /** The candidates for what is signed: names in their order, expected one first. All are always computed. */
  readonly messages: readonly (readonly string[])[];
  /** What each signed value must look like, so that every platform library encodes it alike. */
  readonly grammar?: RegExp;
  /** Other spellings of a name. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Name of the signature parameter. */
  readonly signature?: string;
  /** Name of the parameter with the Unix time in seconds. */
  readonly timestamp?: string;
  /** Seconds; at most 86,400. */
  readonly maxAge?: number;
}

const FUTURE = 60;

/** Whether a text is long enough to be the key of signatures: an empty or wrong one would let anyone sign. */
export function isSigningSecret(secret: unknown): secret is string {
  return typeof secret === "string" && secret.length >= 16;
}

/** The platform signs the query with a shared secret: HMAC-SHA-256, lower-case hex (RFC 2104). */
export function signedQuery(options: SignedQueryOptions): Proof & {
  /** The verification alone, for other signed requests of the platform. */
  verifyQuery(query: URLSearchParams, now: number): Promise<Extract<Proven, { id: string }>>;
} {
  const { secrets, messages, aliases = {}, signature = "hmac", timestamp = "timestamp", maxAge = 300 } = options;
  const grammar = options.grammar ?? /^[A-Za-z0-9-]{1,256}$/;
  if (secrets.length === 0 || secrets.length > 2 || !secrets.every(isSigningSecret)) {
    throw new ShopAuthError("invalid_options", "The client secret, which signs, is a string of at least 16 characters");
  }
  if (!(maxAge > 0 && maxAge <= 86_400)) throw new ShopAuthError("invalid_options", "maxAge is 1 to 86,400 seconds");
  let keys: Promise<Key[]> | undefined;
  const encoder = new TextEncoder();
  const importKeys = () =>
    (keys ??= Promise.all(
      secrets.map((secret) =>
        crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]),
      ),
    ));

  const verifyQuery = async (query: URLSearchParams, now: number): Promise<Extract<Proven, { id: string }>> => {
    const mismatch = () => new ShopAuthError("signature_mismatch", "The signature of the callback does not fit");
    const names = [...new Set(messages.flat())];
    const signed: Record<string, string> = {};
    for (const name of names) {
      const alias = aliases[name];
      const value = query.get(name) ?? (alias === undefined ? null : query.get(alias));
      if (value === null || !grammar.test(value)) throw mismatch();
      signed[name] = value;
    }
    const given = query.get(signature) ?? "";
    const wellFormed = /^[0-9a-f]{64}$/.test(given);
    const expected = wellFormed ? given : "0".repeat(64);
    let fits = false;
    for (const key of await importKeys()) {
      for (const message of messages) {
        const text = message.map((name) => `${name}=${signed[name]}`).join("&");
        const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
        const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
        fits = equalInConstantTime(hex, expected) || fits;
      }
    }
    if (!fits || !wellFormed) throw mismatch();
    const time = signed[timestamp] ?? "";
    if (!/^\d{1,12}$/.test(time)) throw mismatch();
    const age = now / 1000 - Number(time);
    if (age > maxAge || age < -FUTURE)
      throw new ShopAuthError("callback_expired", "The signed callback is too old, or from the future");
    return { signed, id: given, expiresAt: (Number(time) + maxAge + FUTURE) * 1000 };
  };

  return {
    carry: ({ redirectUri }) => ({ params: {}, redirectUri }),
    verify: ({ query, now }) => verifyQuery(query, now),
    verifyQuery,
  };
}
