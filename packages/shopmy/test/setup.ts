import { type SetupServer, setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { allowVolatile, createShopMy, memoryStore, type ShopMy, type ShopMyOptions } from "../src/index.ts";
import {
  mockShopMy,
  SHOPMY_APP,
  type ShopMyDecision,
  type ShopMyMock,
  type ShopMyMockOptions,
} from "../src/testing.ts";

export const OWNER = "user-7";
export const ACCOUNT = "creator-1";
export const SECRET = "a secret for tests, 32 characters or more";

/** The emulated ShopMy, for one file of tests; a request that nothing answers fails. */
export function useShopMy(options?: ShopMyMockOptions): { mock: ShopMyMock; server: SetupServer } {
  const mock = mockShopMy(options);
  const server = setupServer(...mock.handlers);
  beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
  afterEach(() => {
    server.resetHandlers();
    mock.reset();
  });
  afterAll(() => server.close());
  return { mock, server };
}

export function app(options: Partial<ShopMyOptions> = {}): ShopMy {
  return createShopMy({
    ...SHOPMY_APP,
    scopes: ["read_links", "write_links", "read_collections", "write_collections", "read_profile"],
    secrets: [SECRET],
    store: memoryStore(),
    [allowVolatile]: true,
    ...options,
  });
}

/** What a browser keeps and sends. */
export interface Browser {
  cookie: string;
  /** The consent page's address. */
  location: string;
}

export async function begin(shopmy: ShopMy, account = ACCOUNT, owner = OWNER): Promise<Browser> {
  const request = new Request("http://127.0.0.1:3000/connect", { method: "POST" });
  const response = await shopmy.begin(request, { account, owner, returnTo: "/settings" });
  const cookie = response.headers.getSetCookie().map((each) => each.split(";")[0]);
  return { cookie: cookie.join("; "), location: response.headers.get("location")! };
}

export function callback(shopmy: ShopMy, url: URL, { cookie }: Browser, owner = OWNER): ReturnType<ShopMy["callback"]> {
  return shopmy.callback(new Request(url, { headers: { cookie } }), { owner });
}

/** A whole flow: begin, consent, callback. */
export async function connect(shopmy: ShopMy, mock: ShopMyMock, decision: ShopMyDecision = {}, account = ACCOUNT) {
  const browser = await begin(shopmy, account);
  return callback(shopmy, mock.authorize(browser.location, decision), browser);
}

/** Counts requests that end with a path. */
export function count(server: SetupServer, end: string): { readonly requests: Request[] } {
  const requests: Request[] = [];
  server.events.on("request:start", ({ request }) => {
    if (new URL(request.url).pathname.endsWith(end)) requests.push(request.clone());
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
