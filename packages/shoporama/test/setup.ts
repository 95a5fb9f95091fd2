import { type SetupServer, setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { createShoporama, memoryStore, type Shoporama, type ShoporamaOptions } from "../src/index.ts";
import {
  mockShoporama,
  SHOPORAMA_APP,
  type ShoporamaDecision,
  type ShoporamaMock,
  type ShoporamaMockOptions,
} from "../src/testing.ts";

export const OWNER = "user-7";
export const SHOP = "4410";
export const SECRET = "a secret for tests, 32 characters or more";

/** The emulated Shoporama, for one file of tests; a request that nothing answers fails. */
export function useShoporama(options?: ShoporamaMockOptions): { mock: ShoporamaMock; server: SetupServer } {
  const mock = mockShoporama(options);
  const server = setupServer(...mock.handlers);
  beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
  afterEach(() => {
    server.resetHandlers();
    mock.reset();
  });
  afterAll(() => server.close());
  return { mock, server };
}

export function app(options: Partial<ShoporamaOptions> = {}): Shoporama {
  return createShoporama({ ...SHOPORAMA_APP, secrets: [SECRET], store: memoryStore(), ...options });
}

/** What a browser keeps and sends. */
export interface Browser {
  cookie: string;
  /** The login page's address. */
  location: string;
}

export async function begin(shoporama: Shoporama, owner = OWNER): Promise<Browser> {
  const request = new Request("http://127.0.0.1:3000/connect", { method: "POST" });
  const response = await shoporama.begin(request, { owner, returnTo: "/settings" });
  const cookie = response.headers.getSetCookie().map((each) => each.split(";")[0]);
  return { cookie: cookie.join("; "), location: response.headers.get("location")! };
}

export function callback(
  shoporama: Shoporama,
  url: URL,
  { cookie }: Browser,
  owner = OWNER,
): ReturnType<Shoporama["callback"]> {
  return shoporama.callback(new Request(url, { headers: { cookie } }), { owner });
}

/** A whole flow: begin, login page, callback. */
export async function connect(
  shoporama: Shoporama,
  mock: ShoporamaMock,
  decision: ShoporamaDecision = {},
  owner = OWNER,
) {
  const browser = await begin(shoporama, owner);
  return callback(shoporama, mock.authorize(browser.location, decision), browser, owner);
}

/** Counts requests below a path. */
export function count(server: SetupServer, path: string): { readonly requests: Request[] } {
  const requests: Request[] = [];
  server.events.on("request:start", ({ request }) => {
    if (new URL(request.url).pathname.startsWith(path)) requests.push(request.clone());
  });
  afterEach(() => void requests.splice(0));
  return { requests };
}

/**
 * A `fetch` whose next answer is a redirect, and which then goes on. Not an MSW answer: when the body of one is cancelled,
 * as the engine does here, Node 26 aborts at its next AES job ("errors->Empty()"); with real TLS it does not.
 */
export function redirectOnce(status: number): { fetch: typeof globalThis.fetch; arm(): void } {
  let armed = false;
  return {
    arm: () => void (armed = true),
    fetch: async (input, init) => {
      if (!armed) return globalThis.fetch(input, init);
      armed = false;
      return new Response("moved", { status, headers: { location: "https://elsewhere.example.com/" } });
    },
  };
}
