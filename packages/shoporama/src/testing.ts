import { HttpResponse, http, type RequestHandler } from "msw";
import { login, type ShoporamaDecision } from "./testing/login.ts";
import { type Reply, text } from "./testing/reply.ts";
import { type Resource, resources } from "./testing/resources.ts";
import { create, list, one, type RestCall, remove, stock, update } from "./testing/rest.ts";
import { type ShoporamaKey, type ShoporamaShop, type ShoporamaState, seed } from "./testing/state.ts";
import { storefrontRoutes } from "./testing/storefront.ts";

export type { ShoporamaDecision } from "./testing/login.ts";
export type { ShoporamaKey, ShoporamaLevel, ShoporamaRecords, ShoporamaShop, ShoporamaState } from "./testing/state.ts";

/** Options for `createShoporama`, without `secrets`. Shoporama registers no apps: any name and address will do. */
export const SHOPORAMA_APP = {
  appName: "Fjord Sync",
  redirectUri: "http://127.0.0.1:3000/callback/shoporama",
} as const;

/** Calls a day for each key. https://www.shoporama.io/rest */
export const SHOPORAMA_DAILY_CALLS = 1_000;

/** How the emulated Shoporama answers. */
export interface ShoporamaMockOptions {
  /** How lists come whose shape Shoporama does not publish; default `enveloped`. */
  readonly lists?: "enveloped" | "bare";
  /** Items of a page where no `limit` is asked for; default 5. */
  readonly pageSize?: number;
  /** The most items of a page; default 100. */
  readonly maxPage?: number;
  /** Calls a day for each key; default 1,000. */
  readonly dailyCalls?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A request that was refused, and the rule it broke. */
export interface MockRefusal {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly rule: string;
}

/** An emulated Shoporama. */
export interface ShoporamaMock {
  readonly handlers: RequestHandler[];
  readonly state: ShoporamaState;
  readonly refusals: MockRefusal[];
  /**
   * What the login page does: takes the authorization URL and the merchant's decision, gives the way back to the app.
   * @throws Error with the rule that the URL breaks
   */
  authorize(url: URL | string, decision?: ShoporamaDecision): URL;
  /** Everything as it was at the beginning. */
  reset(): void;
}

const HOST = "https://www.shoporama.dk";
type Method = "get" | "post" | "put" | "patch" | "delete";
type Params = Readonly<Record<string, unknown>>;

/** An emulation of Shoporama, as strict as its pages say, for `setupServer(...mock.handlers)` of MSW. */
export function mockShoporama(options: ShoporamaMockOptions = {}): ShoporamaMock {
  const {
    lists = "enveloped",
    pageSize = 5,
    maxPage = 100,
    dailyCalls = SHOPORAMA_DAILY_CALLS,
    now = Date.now,
  } = options;
  const state = seed(now());
  const refusals: MockRefusal[] = [];
  const note = (method: string, path: string, status: number, rule: string) => {
    refusals.push({ at: now(), method, path, status, rule });
  };

  const send = (request: Request, { status, init, rule }: Reply) => {
    if (rule !== undefined) note(request.method, new URL(request.url).pathname, status, rule);
    const { body, type, cookie } = init;
    return new HttpResponse(body, {
      status,
      headers: { ...(type && { "content-type": type }), ...(cookie && { "set-cookie": cookie }) },
    });
  };

  /** The key of a request, raw or after one of the two words; or the refusal. */
  const identify = (request: Request): { shop: ShoporamaShop; key: ShoporamaKey } | { refused: Reply } => {
    const refused = (status: number, body: string, rule: string) => ({ refused: text(status, body, rule) });
    const given = (request.headers.get("authorization") ?? "").replace(/^(?:Bearer|Shoporama) /, "");
    if (given === "") return refused(401, "401 Unauthorized", "Authorization must be the key");
    for (const shop of state.shops) {
      const key = shop.keys.find(({ value }) => value === given);
      if (!key) continue;
      if (key.revoked)
        return refused(401, "401 Unauthorized: the API key has been removed", "the key was revoked in the admin");
      const day = new Date(now()).toISOString().slice(0, 10);
      if (key.usage.day !== day) key.usage = { day, calls: 0 };
      if (++key.usage.calls > dailyCalls)
        return refused(429, "429 Too Many Requests", `more than ${dailyCalls} calls of this key today`);
      key.lastUsed = now();
      if (key.level === "read" && request.method !== "GET") {
        return refused(
          403,
          "403 Forbidden: the API key may only read",
          `${request.method} with a key of access level read`,
        );
      }
      return { shop, key };
    }
    return refused(401, "401 Unauthorized", "no webshop has this key");
  };

  const rest = (
    method: Method,
    path: string,
    resource: Resource,
    answer: (call: RestCall) => Reply,
  ): RequestHandler[] => {
    const resolver = async ({ request, params }: { request: Request; params: Params }) => {
      const found = identify(request);
      if ("refused" in found) return send(request, found.refused);
      const { host, searchParams: query } = new URL(request.url);
      if (host !== new URL(HOST).host && host !== found.shop.domain) {
        return send(request, text(401, "401 Unauthorized", "the key is another webshop's"));
      }
      const body = method === "get" || method === "delete" ? {} : await readBody(request);
      if (!body)
        return send(request, text(400, "400 Bad Request", "the body must be a JSON object, sent as application/json"));
      const call = {
        shop: found.shop,
        resource,
        query,
        id: String(params.id),
        body,
        now: now(),
        lists,
        pageSize,
        maxPage,
      };
      return send(request, answer(call));
    };
    // The API is under every shop's own domain as well.
    const hosts = [HOST, ...state.shops.map(({ domain }) => `https://${domain}`)];
    return hosts.map((host) => http[method](`${host}/REST/${path}`, resolver));
  };

  const routesOf = (resource: Resource): RequestHandler[] => {
    const { name, writes = {} } = resource;
    const single = `${name}/:id`;
    return [
      rest("get", name, resource, list),
      resource.one ? rest("get", single, resource, one) : [],
      writes.post ? rest("post", name, resource, create) : [],
      writes.put ? rest("put", single, resource, (call) => update(call, writes.put!)) : [],
      writes.patch ? rest("patch", single, resource, (call) => update(call, writes.patch!)) : [],
      writes.delete ? rest("delete", single, resource, remove) : [],
      name === "stock" ? rest("put", name, resource, stock) : [],
    ].flat();
  };

  const storefront = (domain: string): RequestHandler[] =>
    storefrontRoutes.map(({ method, path, answer }) =>
      http[method](`https://${domain}${path}`, async ({ request, params }) => {
        const shop = state.shops.find((each) => each.domain === domain)!;
        const known = /(?:^|; ?)shop_session=([\w-]+)/.exec(request.headers.get("cookie") ?? "")?.[1];
        const session = known ?? crypto.randomUUID();
        const body = method === "post" || method === "put" ? ((await readBody(request)) ?? {}) : {};
        const { searchParams: query } = new URL(request.url);
        const reply = answer({ shop, query, id: String(params.id), body, session });
        const cookie = `shop_session=${session}; Path=/; Secure; HttpOnly; SameSite=None`;
        return send(request, known ? reply : { ...reply, init: { ...reply.init, cookie } });
      }),
    );

  const decide = (url: URL, decision: ShoporamaDecision) => {
    const result = login(url, decision, state, now());
    if ("rule" in result) note("GET", url.pathname, 400, result.rule);
    return result;
  };

  const handlers: RequestHandler[] = [
    http.get(`${HOST}/admin/oauth/login`, ({ request }) => {
      const result = decide(new URL(request.url), {});
      if ("redirect" in result)
        return new HttpResponse(null, { status: 302, headers: { location: result.redirect.href } });
      return HttpResponse.html("<!doctype html><title>Shoporama</title><p>This link is not valid.</p>", {
        status: 400,
      });
    }),
    ...resources.flatMap(routesOf),
    ...state.shops.flatMap(({ domain }) => storefront(domain)),
  ];

  return {
    handlers,
    state,
    refusals,
    authorize(url, decision = {}) {
      const result = decide(new URL(url), decision);
      if ("redirect" in result) return result.redirect;
      throw new Error(result.rule);
    },
    reset() {
      Object.assign(state, seed(now()));
      refusals.length = 0;
    },
  };
}

async function readBody(request: Request): Promise<Record<string, unknown> | undefined> {
  if (!/^application\/json\b/.test(request.headers.get("content-type") ?? "")) return undefined;
  const parsed: unknown = await request.json().catch(() => undefined);
  return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Record<string, unknown>)
    : undefined;
}
