import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { allowVolatile, createStoreHippo, memoryStore, type StoreHippo, type StoreHippoOptions } from "../src/index.ts";
import { mockStoreHippo, STOREHIPPO_APP, type StoreHippoMock, type StoreHippoMockOptions } from "../src/testing.ts";

export const STORE = "northwind-lamps";
export const OWNER = "user-7";
export const ORIGIN = new URL(STOREHIPPO_APP.redirectUri).origin;
const SECRET = "a test secret of more than 32 characters";

const { redirectUri, clientId, clientSecret } = STOREHIPPO_APP;
export const OPTIONS = {
  clientId,
  clientSecret,
  redirectUri,
  scopes: ["read_products", "write_orders"],
  secrets: [SECRET],
} as const satisfies StoreHippoOptions;

export function createApp(options: Partial<StoreHippoOptions> = {}): StoreHippo {
  return createStoreHippo({ ...OPTIONS, store: memoryStore(), [allowVolatile]: true, ...options });
}

/** A mock behind the network of this file's tests, as new for each of them. */
export function useMock(
  options: StoreHippoMockOptions = {},
): StoreHippoMock & { server: ReturnType<typeof setupServer> } {
  const mock = mockStoreHippo(options);
  const server = setupServer(...mock.handlers);
  beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
  afterEach(() => {
    server.resetHandlers();
    mock.reset();
  });
  afterAll(() => server.close());
  return { ...mock, server };
}

/**
 * Answers requests below a URL in place of the mock, as long as `answer` is set. Not by msw: on Node 26.10 a body that is
 * cancelled there leaves a TLS error behind, which aborts the next WebCrypto call.
 */
export function intercepting(url: string): {
  fetch: typeof globalThis.fetch;
  answer: ((request: Request) => Response | Promise<Response>) | undefined;
} {
  const seam: ReturnType<typeof intercepting> = {
    answer: undefined,
    fetch: async (input, init) => {
      const { answer } = seam;
      return answer && String(input).startsWith(url) ? answer(new Request(input, init)) : globalThis.fetch(input, init);
    },
  };
  return seam;
}

/** Counts the requests that leave, by path. */
export function counting(): { fetch: typeof globalThis.fetch; requests: Request[]; count(path: string): number } {
  const requests: Request[] = [];
  return {
    requests,
    count: (path) => requests.filter(({ url }) => new URL(url).pathname === path).length,
    fetch: (input, init) => {
      requests.push(new Request(input, init));
      return globalThis.fetch(input, init);
    },
  };
}

export interface Begun {
  /** Where the browser is sent. */
  readonly location: string;
  /** What it keeps. */
  readonly cookie: string;
}

/** Presses the connect button. */
export async function begin(
  app: StoreHippo,
  input: { store?: string; owner?: string; returnTo?: string } = {},
): Promise<Begun> {
  const request = new Request(`${ORIGIN}/connect`, { method: "POST" });
  const response = await app.begin(request, { store: STORE, owner: OWNER, ...input });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  return { location: response.headers.get("location") ?? "", cookie };
}

export function callbackRequest(url: URL | string, cookie?: string): Request {
  return new Request(url, cookie === undefined ? {} : { headers: { cookie } });
}

/** The whole flow: button, merchant, callback. */
export async function connect(app: StoreHippo, mock: StoreHippoMock, input: { store?: string; owner?: string } = {}) {
  const { location, cookie } = await begin(app, input);
  return app.callback(callbackRequest(mock.authorize(location), cookie), { owner: input.owner ?? OWNER });
}

/** The code of a rejected promise's error. */
export async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return undefined;
}
