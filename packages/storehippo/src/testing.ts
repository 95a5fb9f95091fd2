import { HttpResponse, http, type RequestHandler } from "msw";
import { createRefuse } from "./testing/answers.ts";
import { type Asked, readAuthorization } from "./testing/authorize.ts";
import { type Call, Refused, type Version } from "./testing/call.ts";
import type { Command } from "./testing/commands.ts";
import { ROUTES } from "./testing/routes.ts";
import { seedStore } from "./testing/seed.ts";
import type { MockApp, MockRefusal, MockStore, StoreHippoState } from "./testing/state.ts";
import { exchangeCode } from "./testing/token.ts";

export type { Command, CommandInput } from "./testing/commands.ts";
export type {
  MockApp,
  MockAuthorization,
  MockCode,
  MockRecord,
  MockRecords,
  MockRefusal,
  MockStore,
  MockToken,
  StoreHippoState,
} from "./testing/state.ts";

/** The registration that the mock knows unless told otherwise: spread it into `createStoreHippo`. */
export const STOREHIPPO_APP = {
  clientId: "mock-storehippo-client",
  clientSecret: "mock-storehippo-client-secret",
  redirectUri: "https://app.example.com/storehippo/callback",
} as const;
/** The stores that the mock has unless told otherwise. */
export const STOREHIPPO_STORES = ["northwind-lamps", "acme"] as const;
/** An access key of the first store. */
export const STOREHIPPO_ACCESS_KEY = "0123456789abcdef01234567";

/** What the merchant decides on the consent page; approves where nothing is said. */
export interface StoreHippoDecision {
  readonly answer?: "approve" | "deny";
}

/** What the emulated StoreHippo has registered, and how it answers. */
export interface StoreHippoMockOptions {
  /** The registered app; default `STOREHIPPO_APP`. */
  readonly app?: Partial<MockApp>;
  /** Names of the stores. */
  readonly stores?: readonly string[];
  /** Stores by the host of their own where the API answers as well: `{ "www.acme.example": "acme" }`. */
  readonly domains?: Readonly<Record<string, string>>;
  /** What an add answers: the record, its `_id` (default), or not even that, as the platform sometimes does. */
  readonly added?: "record" | "id" | "nothing";
  /** Further commands, by `entity.command`, or `entity.{id}.command` for those of a record. */
  readonly commands?: Readonly<Record<string, Command>>;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** An emulated StoreHippo. */
export interface StoreHippoMock {
  /** For `setupServer(...mock.handlers)` of msw; the hosts are the platform's own. */
  readonly handlers: RequestHandler[];
  readonly state: StoreHippoState;
  /** Every request that was refused, and why. */
  readonly refusals: MockRefusal[];
  /**
   * What the merchant's page does with an authorization URL: answers where the browser goes next.
   * @throws Error with the rule that the URL breaks
   */
  authorize(url: URL | string, decision?: StoreHippoDecision): URL;
  /** The merchant removes the app: every token of the store answers 401 from now on. */
  uninstall(store: string): void;
  /** Back to the beginning. */
  reset(): void;
}

const LABEL = "[A-Za-z0-9-]+\\.storehippo\\.com";
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** StoreHippo in memory: the merchant's page, the token endpoint, and the API of its stores. */
export function mockStoreHippo(options: StoreHippoMockOptions = {}): StoreHippoMock {
  const { now = Date.now, stores = STOREHIPPO_STORES, domains = {}, added = "id", commands = {} } = options;
  const refusals: MockRefusal[] = [];
  const state = {} as StoreHippoState;
  const refuseFor = createRefuse(refusals, now);
  let ids = 0;
  // ObjectIds begin with the seconds and end with a counter, so that they sort by age.
  const makeId = () =>
    `${Math.floor(now() / 1000)
      .toString(16)
      .padStart(8, "0")
      .slice(-8)}b1d9e37a5c${(++ids).toString(16).padStart(6, "0")}`;
  const secret = () => crypto.randomUUID().replaceAll("-", "");

  const reset = () => {
    ids = 0;
    refusals.length = 0;
    const { clientId, clientSecret, redirectUri } = STOREHIPPO_APP;
    const entries = stores.map(
      (name, index) =>
        [
          name,
          seedStore(
            name,
            index,
            Object.keys(domains).filter((host) => domains[host] === name),
          ),
        ] as const,
    );
    Object.assign(state, {
      app: { clientId, clientSecret, redirectUris: [redirectUri], ...options.app },
      stores: Object.fromEntries(entries),
      authorizations: [],
      codes: [],
      tokens: [],
      accessKeys: stores[0] === undefined ? [] : [{ key: STOREHIPPO_ACCESS_KEY, store: stores[0] }],
    } satisfies StoreHippoState);
  };
  reset();

  const storeAt = (host: string): MockStore | undefined => {
    const name = Object.hasOwn(domains, host) ? domains[host]! : /^([^.]+)\.storehippo\.com$/.exec(host)?.[1];
    return name !== undefined && Object.hasOwn(state.stores, name) ? state.stores[name] : undefined;
  };

  const decide = (url: URL, answer: "approve" | "deny"): URL | { status: number; rule: string } => {
    const store = storeAt(url.host);
    if (!store || Object.hasOwn(domains, url.host)) return { status: 404, rule: `no store is at ${url.host}` };
    if (url.pathname !== "/admin/oauth/authorization")
      return { status: 404, rule: "the merchant's page is at /admin/oauth/authorization" };
    const asked: Asked | string = readAuthorization(url.searchParams, state.app);
    if (typeof asked === "string") return { status: 400, rule: asked };
    const { scopes, redirectUri, state: nonce } = asked;
    state.authorizations.push({ store: store.name, scopes, redirectUri, state: nonce, at: now() });
    const back = new URL(redirectUri);
    if (answer === "deny") {
      back.searchParams.set("error", "access_denied");
    } else {
      const code = secret();
      state.codes.push({ code, store: store.name, redirectUri, scopes, issuedAt: now() });
      back.searchParams.set("code", code);
    }
    back.searchParams.set("state", nonce);
    return back;
  };

  /** The store that a request may read and write, by its token or key. */
  const authenticate = (request: Request, host: string): MockStore | { status: number; rule: string } => {
    const store = storeAt(host);
    if (!store) return { status: 404, rule: `no store is at ${host}` };
    const bearer = request.headers.get("authorization");
    const key = request.headers.get("access-key");
    const refused = (rule: string) => ({ status: 401, rule });
    if (bearer !== null && key !== null) return refused("a bearer token and an access key are sent together");
    if (key !== null)
      return state.accessKeys.some((each) => each.key === key && each.store === store.name)
        ? store
        : refused("the access key is not one of this store");
    if (bearer === null) return refused("there is no bearer token and no access key");
    const [, value] = /^Bearer (\S+)$/.exec(bearer) ?? [];
    if (value === undefined) return refused("the authorization header is not Bearer and a token");
    const token = state.tokens.find((each) => each.token === value);
    if (!token) return refused("the token was never issued");
    if (token.store !== store.name) return refused(`the token is one of the store ${token.store}`);
    return token.revoked === undefined ? store : refused(`the token was revoked: ${token.revoked}`);
  };

  const hosts = [LABEL, ...Object.keys(domains).map(escaped)].join("|");
  const pages: RequestHandler[] = [
    http.get(new RegExp(`^https://(?:${LABEL})/admin/oauth/authorization$`), ({ request }) => {
      const decided = decide(new URL(request.url), "approve");
      if (decided instanceof URL) return new HttpResponse(null, { status: 302, headers: { location: decided.href } });
      refuseFor(request)(decided.status, decided.rule);
      const text = decided.rule.replace(/[<>&]/g, "");
      return HttpResponse.html(`<!doctype html><title>Refused</title><p>${text}</p>`, { status: decided.status });
    }),
    http.post(new RegExp(`^https://(?:${LABEL})/admin/oauth/token$`), ({ request }) => {
      const { host } = new URL(request.url);
      const refuse = refuseFor(request);
      const store = storeAt(host);
      if (!store) return refuse(404, `no store is at ${host}`);
      return exchangeCode({ request, store: store.name, state, refuse, now, makeToken: secret });
    }),
  ];

  const api = ROUTES.map(({ method, path, run }): RequestHandler => {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const below = path.replace(/\{\w+\}/g, "((?!_/|_$)[^/]+)");
    const pattern = new RegExp(`^https://(?:${hosts})(?:/api/(1\\.1|1))?/entity/([^/]+)${below}$`);
    return http[method](pattern, async ({ request }) => {
      const url = new URL(request.url);
      const refuse = refuseFor(request);
      const match = pattern.exec(`${url.origin}${url.pathname}`);
      if (!match) return refuse(404, "the path is not one of the API");
      const store = authenticate(request, url.host);
      if ("rule" in store)
        return refuse(store.status, store.rule, store.status === 401 ? { error: "Unauthorized" } : "Not found");
      const text = await request.text();
      let body: unknown;
      try {
        body = text === "" ? undefined : JSON.parse(text);
      } catch {
        return refuse(406, "the body is not JSON", "Invalid JSON");
      }
      let parts: string[];
      try {
        parts = match.slice(2).map((value) => decodeURIComponent(value));
      } catch {
        return refuse(404, "the path is not percent-encoded as it should be", "Not found");
      }
      const [entity, ...values] = parts;
      const call: Call = {
        store,
        version: (match[1] as Version | undefined) ?? "unversioned",
        query: url.searchParams,
        entity: entity!,
        path: Object.fromEntries(names.map((name, at) => [name, values[at]!])),
        body,
        refuse,
        now,
        makeId,
        added,
        commands,
      };
      try {
        return run(call);
      } catch (error) {
        if (error instanceof Refused) return error.response;
        throw error;
      }
    });
  });

  return {
    handlers: [...pages, ...api],
    state,
    refusals,
    authorize(url, { answer = "approve" } = {}) {
      const asked = new URL(url);
      const decided = decide(asked, answer);
      if (decided instanceof URL) return decided;
      refuseFor({ method: "GET", url: asked.href })(decided.status, decided.rule);
      throw new Error(`StoreHippo refuses the authorization request: ${decided.rule}`);
    },
    uninstall(store) {
      if (!Object.hasOwn(state.stores, store)) throw new Error(`The mock has no store ${store}`);
      state.codes = state.codes.filter((code) => code.store !== store || code.usedAt !== undefined);
      for (const token of state.tokens) if (token.store === store) token.revoked ??= "uninstalled";
    },
    reset,
  };
}
