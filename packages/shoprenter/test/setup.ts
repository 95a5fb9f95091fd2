import { getResponse, type RequestHandler } from "msw";
import { afterAll, afterEach, beforeAll, vi } from "vitest";
import {
  createShoprenter,
  type Shoprenter,
  type ShoprenterClient,
  type ShoprenterDirect,
  type ShoprenterOptions,
} from "../src/index.ts";
import { mockShoprenter, SHOPRENTER_APP, type ShoprenterMock, type ShoprenterMockOptions } from "../src/testing.ts";

export const SHOP = "acme";
export const OWNER = "user-7";
export const SECRET = "a secret for tests, 32 characters or more";
export const ENTRY = "https://app.example.com/entry";
export const UNINSTALL = "https://app.example.com/uninstalled";

const { clientId, clientSecret } = SHOPRENTER_APP;

export interface Emulated {
  readonly mock: ShoprenterMock;
  /** Handlers that come before the emulation's own, until the test ends. */
  use(...handlers: RequestHandler[]): void;
  /** Takes those away again. */
  restore(): void;
  /** What was asked, at addresses that fit. */
  asked(pattern: RegExp): Request[];
}

/**
 * The emulated Shoprenter, for one file of tests; a request that nothing answers fails. The handlers are asked without
 * sockets: with MSW's own interception Node 24 and 26 abort now and then in `CipherJob` (`errors->Empty()`).
 */
export function useShoprenter(options?: ShoprenterMockOptions): Emulated {
  const mock = mockShoprenter(options);
  const first: RequestHandler[] = [];
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    requests.push(request.clone());
    const response = await getResponse([...first, ...mock.handlers], request);
    if (!response) throw new Error(`Nothing answers ${request.method} ${request.url}`);
    return response;
  };
  const restore = () => void first.splice(0);
  beforeAll(() => void vi.stubGlobal("fetch", fetch));
  afterEach(() => {
    restore();
    requests.length = 0;
    mock.reset();
  });
  afterAll(() => void vi.unstubAllGlobals());
  return {
    mock,
    use: (...handlers) => void first.unshift(...handlers),
    restore,
    asked: (pattern) => requests.filter(({ url }) => pattern.test(url)),
  };
}

/** An app that many shops install. */
export function app(options: Partial<ShoprenterOptions> = {}): Shoprenter {
  return createShoprenter({ ...SHOPRENTER_APP, secrets: [SECRET], ...options } as ShoprenterOptions);
}

/** A shop's own API client. */
export function own(options: { now?: () => number; fetch?: typeof fetch } = {}): ShoprenterDirect {
  return createShoprenter({ clientId, clientSecret, direct: true, ...options });
}

/** The client of a shop that the emulation has from the beginning. */
export function client(shop = SHOP, options: { now?: () => number; fetch?: typeof fetch } = {}): ShoprenterClient {
  return own(options).client(shop);
}
