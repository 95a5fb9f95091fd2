import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { vi } from "vitest";
import {
  answerObject,
  type CommonOptions,
  createShopAuth,
  type Events,
  own,
  type Platform,
  type Proof,
  readOptions,
  ShopAuthError,
  shopLabel,
  stateParam,
  type Transport,
  token,
} from "../src/index.ts";
import { canary, watch } from "./leak-scan.ts";

export const SECRET = "core-test-secret-0123456789-abcdefgh";
export const HOST = "https://api.shops.example";
export const REDIRECT = "https://app.example/callback";

export interface Target {
  shop: string;
}
export interface Credential {
  accessToken: string;
}

export interface PlatformOptions {
  proof?: Proof;
  replay?: "safe" | "once" | "never";
  renews?: boolean;
  expiresIn?: number;
  pace?: { requests: number; per: number };
  beginsOnPlatform?: boolean;
  registration?: string;
}

/** A platform of its own, so that nothing here depends on a real one. */
export function testPlatform(options: PlatformOptions = {}): Platform<Target, Credential> {
  const { proof = stateParam(), replay = "safe", renews = false, expiresIn } = options;
  const issue = async (
    shop: string,
    send: Parameters<Platform<Target, Credential>["exchange"]>[0]["send"],
    code: string,
  ) => {
    const secrets = [code];
    const answer = answerObject(
      await send({ method: "POST", url: new URL(`${HOST}/token`), form: { shop, code }, secrets }),
      secrets,
    );
    const life = own(answer, "expires_in");
    return {
      account: shop,
      credential: { accessToken: token(own(answer, "access_token")) },
      ...(typeof life === "number" ? { expiresIn: life } : expiresIn !== undefined && { expiresIn }),
    };
  };
  return {
    id: "test",
    registration: options.registration ?? "client",
    proof,
    replay,
    account: shopLabel,
    target: ["shop"],
    accountOf: ({ shop }) => shopLabel(shop),
    repeats: ({ url }) => url.endsWith("/command"),
    ...(options.pace && { pace: options.pace }),
    ...(!options.beginsOnPlatform && {
      authorize({ target, redirectUri, params }) {
        const url = new URL(`https://${shopLabel(target.shop)}.shops.example/authorize`);
        url.search = new URLSearchParams({ redirect_uri: redirectUri, ...params }).toString();
        return url;
      },
    }),
    exchange({ query, target, signed, send }) {
      const code = query.get("code");
      if (query.get("error") !== null || !code) throw new ShopAuthError("callback_denied", "Denied");
      return issue(shopLabel(target?.shop ?? signed?.shop), send, code);
    },
    ...(renews && { renew: ({ old, send }) => issue(old.account, send, "renew") }),
    sign: (headers, { accessToken }) => headers.set("authorization", `Bearer ${accessToken}`),
    baseUrl: () => `${HOST}/v1`,
  };
}

export type App = ReturnType<typeof testApp>;

export function testApp(platform: PlatformOptions, options: Partial<CommonOptions> = {}) {
  const on = watchedEvents(options.on);
  const given = readOptions({ secrets: [SECRET], redirectUri: REDIRECT, ...options, on } as CommonOptions, []);
  return createShopAuth(testPlatform(platform), given, (transport: Transport) => ({
    transport,
    fetch: (path: string, init?: RequestInit) => transport.fetch(new Request(`${transport.baseUrl}${path}`, init)),
  }));
}

const EVENTS = ["connected", "renewed", "renewalFailed", "rejected", "disconnected", "unsaved", "replayed"] as const;

/** Shows every event to the leak scan, also those that a test does not listen to. */
function watchedEvents(on: Partial<Events> = {}): Partial<Events> {
  return Object.fromEntries(
    EVENTS.map((name) => [name, (event: never) => (on[name] as (event: never) => unknown)?.(watch(event))]),
  );
}

/** What a browser keeps: cookies by name. */
export class Browser {
  readonly cookies = new Map<string, string>();
  take(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(";");
      const at = pair!.indexOf("=");
      if (/Max-Age=0/.test(line)) this.cookies.delete(pair!.slice(0, at));
      else this.cookies.set(pair!.slice(0, at), pair!.slice(at + 1));
    }
    return response;
  }
  request(url: string, method = "GET", headers: Record<string, string> = {}): Request {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Request(url, { method, headers: { ...(cookie && { cookie }), ...headers } });
  }
}

/** Begins a flow and returns the callback that the platform would make. */
export async function begun(
  app: App,
  browser: Browser,
  input: { shop?: string; owner?: string; code?: string; returnTo?: string; meta?: string } = {},
) {
  const { shop = "acme", owner = "ann", code = canary("code"), ...rest } = input;
  const response = browser.take(
    await app.begin(browser.request("https://app.example/connect", "POST"), { shop, owner, ...rest }),
  );
  const authorize = new URL(response.headers.get("location")!);
  const callback = new URL(authorize.searchParams.get("redirect_uri")!);
  callback.searchParams.set("code", code);
  const state = authorize.searchParams.get("state");
  if (state) callback.searchParams.set("state", state);
  return { authorize, callback, response };
}

export interface Call {
  url: string;
  method: string;
  headers: Headers;
  body: string;
}

/** A `fetch` that answers by a function and remembers what it was asked. */
export function recorder(answer: (call: Call, index: number) => Response | Promise<Response>) {
  const calls: Call[] = [];
  const fetch = async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const call = { url: request.url, method: request.method, headers: request.headers, body: await request.text() };
    calls.push(call);
    return answer(call, calls.length - 1);
  };
  return {
    calls,
    fetch: fetch as typeof globalThis.fetch,
    tokens: () => calls.filter((call) => call.url === `${HOST}/token`).length,
  };
}

/** Replaces the clocks and timers until `vi.useRealTimers()`: no stall of the machine is seen by what is measured. */
export const stopTime = () => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "Date"] });

/** Lets stopped time pass until some work ends, and leaves what is no timer the time to happen. */
export async function passTime<T>(work: Promise<T>): Promise<T> {
  let busy = true;
  const end = work.finally(() => (busy = false));
  end.catch(() => {});
  while (busy) {
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(10);
  }
  return end;
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });

/** Token answers with a different token each time; API answers that accept only the latest. */
export function platformServer(options: { expiresIn?: number } = {}) {
  let issued = 0;
  const valid = new Set<string>();
  const server = recorder((call) => {
    if (call.url === `${HOST}/token`) {
      const accessToken = canary(`token-${++issued}`);
      valid.add(accessToken);
      return json({ access_token: accessToken, ...(options.expiresIn && { expires_in: options.expiresIn }) });
    }
    const given = call.headers.get("authorization")?.slice(7) ?? "";
    return valid.has(given)
      ? json({ ok: true, path: new URL(call.url).pathname, body: call.body })
      : json({ error: "invalid_token" }, 401);
  });
  return { ...server, revoke: () => valid.clear(), valid };
}

/** A real HTTP server on loopback. */
export async function listen(
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ origin: string; server: Server; close(): Promise<void> }> {
  const server = createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    server,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    watch(error);
    return (error as { code?: string }).code ?? String(error);
  }
  return "resolved";
}
