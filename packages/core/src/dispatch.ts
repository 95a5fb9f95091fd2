import { Deadline } from "./deadline.ts";
import { ShopAuthError } from "./errors.ts";
import { LightRequest, type Outgoing, outgoing } from "./request.ts";
import { createLimit, networkFailure } from "./response.ts";
import { createRoutes, type Routes } from "./routes.ts";
import { sandboxHint } from "./trouble.ts";

const DEADLINE = 60_000;
const MAX_BYTES = 10 * 1024 * 1024;

/** Sends one request that is signed already. */
export type Dispatch = (url: string, request: Outgoing) => Promise<Response>;

/**
 * The one way in which API requests leave: no redirect is followed, 60 s for everything including the body, 10 MB after
 * decoding.
 * @throws ShopAuthError `redirect_refused`, `response_too_large`, `timeout`, `network_failed`
 */
export function createDispatch(input: {
  /** Id of the platform, for errors. */
  readonly platform: string;
  readonly fetch: typeof globalThis.fetch;
  readonly routes: Routes;
}): Dispatch {
  const { platform, fetch, routes } = input;
  const limited = createLimit({ platform, bytes: MAX_BYTES });
  const timedOut = () => new ShopAuthError("timeout", `No complete answer in ${DEADLINE / 1000} s`, { platform });
  return async (url, { method, headers, body, signal, repeatable }) => {
    // Not `deflate`, whose size cannot be limited.
    headers.set("accept-encoding", "gzip, br");
    const deadline = new Deadline(DEADLINE, signal, timedOut);
    const init: RequestInit & { duplex?: "half" } = { method, headers, redirect: "manual", signal: deadline.signal };
    if (body != null) init.body = body;
    if (!repeatable) init.duplex = "half";
    const target = routes.to(url);
    try {
      return limited(await fetch(target, init), deadline);
    } catch (error) {
      deadline.clear();
      throw networkFailure(error, deadline.signal, platform, sandboxHint(url, target));
    }
  };
}

/** What a client without connections is built on. */
export interface KeyedTransport {
  /** Signs and sends. */
  readonly fetch: (input: Request) => Promise<Response>;
  /** What `fetch` is best given: it costs less than a real one. */
  readonly Request: typeof globalThis.Request;
}

/**
 * For a typed client with one key of its own, without flow or store: every request leaves as those of connections do.
 * @param input.sign puts the key on the headers, and gives the URL to ask; refuses what is not the key's to sign
 * @throws ShopAuthError `invalid_options` for a sandbox that is not on a loopback address; calls throw
 *   `redirect_refused`, `response_too_large`, `timeout`, `network_failed`, and what `sign` throws
 */
export function createKeyedTransport(input: {
  /** Id of the platform, for errors. */
  readonly platform: string;
  /** Replaces `fetch`, which is otherwise looked up at each call. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** What `[sandbox]` holds. */
  readonly sandbox?: string | undefined;
  readonly sign: (url: URL, headers: Headers) => string;
}): KeyedTransport {
  const { platform, sign } = input;
  const fetch: typeof globalThis.fetch = input.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const dispatch = createDispatch({ platform, fetch, routes: createRoutes(input.sandbox) });
  return {
    async fetch(given) {
      const request = await outgoing(given);
      return dispatch(sign(new URL(request.url), request.headers), request);
    },
    Request: LightRequest as unknown as typeof globalThis.Request,
  };
}
