import { http, type RequestHandler } from "msw";
import type { components } from "./schema.ts";
import { answer } from "./testing/answer.ts";
import type { Billing } from "./testing/billing.ts";
import type { Reply } from "./testing/call.ts";
import { hex, jwt } from "./testing/jwt.ts";
import { type MockRefusal, Refused } from "./testing/refusal.ts";
import { route, SCOPES } from "./testing/routes.ts";
import { Shop } from "./testing/shop.ts";
import { type SignedOrder, signedUrl } from "./testing/sign.ts";

export type { MockRefusal } from "./testing/refusal.ts";
export type { ResourceName, ResourceRecord } from "./testing/resources.ts";
export type { Shop as ShoprenterShop } from "./testing/shop.ts";
export { hmac as signShoprenter, type SignedOrder } from "./testing/sign.ts";

/** The app that the emulated Shoprenter has registered: options for `createShoprenter`, without `secrets`. */
export const SHOPRENTER_APP = {
  clientId: "7c9e21d4b06f4a83915de2c7f0a8b364",
  clientSecret: "b1f0c3a97e5d42869af3d7c0e1b25864f9a0d3c7b6e2815490adce13f7b8026d5e4c9a71",
  appId: "117",
  redirectUri: "http://127.0.0.1:3000/callback/shoprenter",
} as const;

/** What the emulated Shoprenter has registered, and how it answers. */
export interface ShoprenterMockOptions {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly appId?: string;
  /** Shops that have the app, or a custom API client with these credentials, from the beginning. */
  readonly shops?: readonly string[];
  /** What shops grant; default: everything. */
  readonly scopes?: readonly string[];
  /** Seconds that a token lives; default 3600. */
  readonly expiresIn?: number;
  /** Requests in a second for each shop; default 3, `Infinity` for no limit. */
  readonly perSecond?: number;
  /** Puts every answer under a `response` key, as the guides show it. */
  readonly wrapped?: boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** A token of the emulated Shoprenter. */
export interface IssuedToken {
  readonly shop: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  readonly scopes: readonly string[];
}

/** Everything that the emulated Shoprenter knows. */
export interface ShoprenterState {
  /** By name. Ask for one that is not there with `mock.shop(name)`. */
  readonly shops: ReadonlyMap<string, Shop>;
  /** By access token; take one out to revoke it. */
  readonly tokens: Map<string, IssuedToken>;
  readonly billing: Billing;
}

/** A merchant's press on Install. */
export interface InstallInput {
  readonly shop: string;
  /** The app's RedirectUri; default that of `SHOPRENTER_APP`. */
  readonly redirectUri?: string | URL;
  /** The order of the signed values; default that of the demo apps. */
  readonly order?: SignedOrder;
}

/** A merchant's opening of the app in the admin. */
export interface OpenInput {
  readonly shop: string;
  /** The app's EntryPoint or UninstallUri. */
  readonly uri: string | URL;
  readonly order?: SignedOrder;
}

/** An emulated Shoprenter. */
export interface ShoprenterMock {
  readonly handlers: RequestHandler[];
  readonly state: ShoprenterState;
  /** Newest last. A status below 400 is a request that was answered, but not as it was meant. */
  readonly refusals: MockRefusal[];
  /** A shop, made when it is first asked for; without the app unless it is installed. */
  shop(name: string): Shop;
  /** The merchant presses install: the app is there from now on, and the browser is sent to this URL. */
  install(input: InstallInput): Promise<URL>;
  /** The merchant opens the app. */
  open(input: OpenInput): Promise<URL>;
  /** The merchant removes the app: tokens end, and Shoprenter calls this URL; its first parameter is spelt `shopName`. */
  uninstall(input: OpenInput): Promise<URL>;
  /** Everything as it was at the beginning. */
  reset(): void;
}

const TOKEN = /^https?:\/\/oauth\.app\.shoprenter\.net\/([^/?#]+)\/app\/token(?:\?|$)/;
const API = /^https?:\/\/([^./]+)\.api2\.myshoprenter\.hu(?::\d+)?\/api(?:[/?]|$)/;
const APPROVE = /^https:\/\/([^./]+)\.myshoprenter\.hu\/admin\/app\/([^/?#]+)\/approveScopes(?:\?|$)/;
const CART = /^https:\/\/([^./]+)\.myshoprenter\.hu\/cart\.json(?:\?|$)/;
const CART_RELOAD = /^https:\/\/[^./]+\.myshoprenter\.hu\/cart\/reload\/[^/?#]+$/;
const MAX_BATCH = 200;
/** A second, less what a network may shift two requests against each other. */
const SECOND = 900;

/** An emulation of Shoprenter, as strict as its documentation, for `setupServer(...mock.handlers)` of MSW. */
export function mockShoprenter(options: ShoprenterMockOptions = {}): ShoprenterMock {
  const {
    clientId = SHOPRENTER_APP.clientId,
    clientSecret = SHOPRENTER_APP.clientSecret,
    appId = SHOPRENTER_APP.appId,
  } = options;
  const { expiresIn = 3600, perSecond = 3, wrapped = false, now = Date.now, shops: installed = [] } = options;
  const shops = new Map<string, Shop>();
  const tokens = new Map<string, IssuedToken>();
  const billing: Billing = { plans: new Map(), last: 0 };
  const refusals: MockRefusal[] = [];
  const requests = new Map<string, number[]>();

  const shop = (name: string): Shop => {
    let found = shops.get(name);
    if (!found) shops.set(name, (found = new Shop(name, options.scopes ?? SCOPES, now)));
    return found;
  };
  const reset = () => {
    for (const each of [shops, tokens, billing.plans, requests]) each.clear();
    billing.last = 30;
    refusals.length = 0;
    for (const name of installed) shop(name).installed = true;
  };
  reset();
  const note = (method: string, path: string, status: number, rule: string) => {
    refusals.push({ at: now(), method, path, status, rule });
  };

  /** https://doc.shoprenter.hu/development/api/12_acquiring_an_access_token.html */
  const issue = async (request: Request): Promise<Reply> => {
    const name = decodeURIComponent(TOKEN.exec(request.url)![1]!);
    const invalid = (field: string, rule: string) =>
      new TokenRefused(400, rule, {
        error: "invalid_request",
        error_description:
          "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.",
        hint: `Check the \`${field}\` parameter`,
        message:
          "The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.",
      });
    const json = /^application\/json\b/i.test(request.headers.get("content-type") ?? "");
    const body: unknown = json ? await request.json().catch(() => undefined) : undefined;
    if (typeof body !== "object" || body === null)
      throw invalid("grant_type", "the token endpoint takes a JSON body only");
    const given = body as Readonly<Record<string, unknown>>;
    if (given.grant_type === undefined) throw invalid("grant_type", "grant_type is missing");
    if (given.grant_type !== "client_credentials") {
      throw new TokenRefused(400, "grant_type must be client_credentials", {
        error: "unsupported_grant_type",
        error_description: "The authorization grant type is not supported by the authorization server.",
        hint: "Check that all required parameters have been provided",
        message: "The authorization grant type is not supported by the authorization server.",
      });
    }
    for (const field of ["client_id", "client_secret"]) {
      if (typeof given[field] !== "string" || given[field] === "") throw invalid(field, `${field} is missing`);
    }
    const here = shops.get(name);
    const rule =
      given.client_id !== clientId
        ? "client_id is not the registered one"
        : given.client_secret !== clientSecret
          ? "client_secret does not belong to client_id"
          : !here?.installed
            ? `the app is not installed in the shop ${name}`
            : undefined;
    if (rule !== undefined || !here) {
      throw new TokenRefused(401, rule ?? "", {
        error: "invalid_client",
        error_description: "Client authentication failed",
        message: "Client authentication failed",
      });
    }
    const issuedAt = Math.floor(now() / 1000);
    const claims = {
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + expiresIn,
      sub: "",
      realm: name,
      scopes: here.scopes,
    };
    const token = jwt({ aud: clientId, jti: hex(40), ...claims });
    tokens.set(token, { shop: name, expiresAt: now() + expiresIn * 1000, scopes: here.scopes });
    return { status: 200, body: { token_type: "Bearer", expires_in: expiresIn, access_token: token } };
  };

  const authenticate = (request: Request, name: string): IssuedToken => {
    const header = request.headers.get("authorization") ?? "";
    const token = /^Bearer (\S+)$/.exec(header)?.[1];
    const known = token === undefined ? undefined : tokens.get(token);
    const rule =
      token === undefined
        ? `Authorization must be "Bearer" and an access token${header.startsWith("Basic") ? "; Basic belongs to the API before OAuth" : ""}`
        : !known
          ? "the access token is unknown or was revoked"
          : known.shop !== name
            ? `the access token belongs to the shop ${known.shop}`
            : known.expiresAt <= now()
              ? `the access token expired at ${new Date(known.expiresAt).toISOString()}`
              : undefined;
    if (rule === undefined && known) return known;
    throw new TokenRefused(401, rule ?? "", {
      error: "access_denied",
      error_description: "The resource owner or authorization server denied the request.",
      hint: token === undefined ? 'Missing "Authorization" header' : "Access token could not be verified",
      message: "The resource owner or authorization server denied the request.",
    });
  };

  const assertPace = (name: string) => {
    const time = now();
    const recent = (requests.get(name) ?? []).filter((at) => at > time - SECOND);
    if (recent.length >= perSecond)
      throw new Refused(
        429,
        undefined,
        "Too Many Requests",
        `more than ${perSecond} requests in a second to the shop ${name}`,
      );
    recent.push(time);
    requests.set(name, recent);
  };

  const queryOf = (url: URL) => new Map(url.searchParams);
  const pathOf = (url: URL) =>
    url.pathname
      .replace(/^\/api\/?/, "")
      .split("/")
      .filter((segment, index, all) => segment !== "" || index < all.length - 1)
      .map(decodeURIComponent);

  const call = async (request: Request): Promise<Reply> => {
    const url = new URL(request.url);
    const name = API.exec(request.url)![1]!;
    assertPace(name);
    const token = authenticate(request, name);
    const here = shop(name);
    const text = await request.text();
    if (text !== "" && !/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
      throw new Refused(400, undefined, "Unsupported content type", "the body must be sent as application/json");
    }
    const body = parsed(text);
    const warn = (rule: string) => note(request.method, url.pathname, 200, rule);
    const input = { shop: here, scopes: token.scopes, billing, warn };
    const path = pathOf(url);
    if (path[0] !== "batch") return route({ ...input, method: request.method, path, query: queryOf(url), body });
    if (request.method !== "POST") throw new Refused(404, undefined, "Not Found", "/batch takes POST only");
    return batch(
      body,
      name,
      (method, uri, data) => route({ ...input, method, path: pathOf(uri), query: queryOf(uri), body: data }),
      note,
    );
  };

  const handle =
    (work: (request: Request) => Promise<Reply>, json: (request: Request) => boolean) =>
    async ({ request }: { request: Request }): Promise<Response> => {
      const { pathname, protocol } = new URL(request.url);
      if (protocol === "http:") {
        note(request.method, pathname, 308, "plain http is redirected to https, and bodies may be lost");
        return new Response(null, { status: 308, headers: { location: request.url.replace(/^http:/, "https:") } });
      }
      const asked = json(request);
      if (!asked) note(request.method, pathname, 200, "without Accept: application/json the answer is XML");
      try {
        const { status, body } = await work(request);
        return answer(status, wrapped && body !== undefined ? { response: body } : body, asked);
      } catch (error) {
        if (error instanceof TokenRefused) {
          note(request.method, pathname, error.status, error.message);
          return answer(error.status, error.body, asked);
        }
        if (!(error instanceof Refused)) throw error;
        note(request.method, pathname, error.status, error.message);
        return answer(error.status, error.body, asked);
      }
    };

  const page = ({ request }: { request: Request }): Response => {
    const [, name = "", id] = APPROVE.exec(request.url)!;
    const headers = { "content-type": "text/html; charset=utf-8" };
    if (id !== clientId || !shops.get(name)?.installed) {
      note("GET", new URL(request.url).pathname, 404, `the client ${id} is not an app of the shop ${name}`);
      return new Response("<!doctype html><title>Not found</title>", { status: 404, headers });
    }
    shop(name).scopes = options.scopes ?? SCOPES;
    return new Response("<!doctype html><title>Approve</title><p>The scopes are approved.", { headers });
  };

  /** The visitor's cart, of the shop's first product. */
  const cart = ({ request }: { request: Request }): Response => {
    const name = CART.exec(request.url)![1]!;
    const first = shop(name).list("products")[0];
    const price = Number(first?.price ?? 0);
    const item = {
      cartKey: hex(8),
      id: Number(first?.innerId ?? 0),
      sku: String(first?.sku ?? ""),
      name: String(first?.sku ?? ""),
      quantity: 1,
      image: null,
      href: `https://${name}.myshoprenter.hu/${String(first?.sku ?? "").toLowerCase()}`,
      price,
      total: price,
      totalOriginal: price,
      priceOriginal: price,
      special: false,
      present: false,
      requiresShipping: true,
      option: [],
      values: [],
      weight: 0,
      weightClass: "kg",
    };
    const totals = { subTotal: price, subTotalWithTax: price, total: price, taxTotal: 0 };
    return Response.json({
      ...totals,
      token: hex(20),
      itemCount: 1,
      items: [item],
    } satisfies components["schemas"]["Cart"]);
  };

  const values = (name: string) => ({ shopname: name, code: hex(16), timestamp: String(Math.floor(now() / 1000)) });

  return {
    handlers: [
      // Tokens are always answered as JSON.
      http.post(
        TOKEN,
        handle(
          async (request) => issue(request),
          () => true,
        ),
      ),
      http.all(
        API,
        handle(call, (request) => (request.headers.get("accept") ?? "").includes("application/json")),
      ),
      http.get(APPROVE, page),
      http.get(CART, cart),
      http.get(CART_RELOAD, () => new Response(null, { status: 302, headers: { location: "/cart" } })),
    ],
    state: { shops, tokens, billing },
    refusals,
    shop,
    install({ shop: name, redirectUri = SHOPRENTER_APP.redirectUri, order = "demos" }) {
      shop(name).installed = true;
      const unsigned = { app_url: `https://${name}.myshoprenter.hu/admin/app/${appId}` };
      return signedUrl(redirectUri, values(name), { secret: clientSecret, order, unsigned });
    },
    open: ({ shop: name, uri, order = "demos" }) => signedUrl(uri, values(name), { secret: clientSecret, order }),
    uninstall({ shop: name, uri, order = "demos" }) {
      shop(name).installed = false;
      for (const [token, issued] of tokens) if (issued.shop === name) tokens.delete(token);
      return signedUrl(uri, values(name), { secret: clientSecret, order, alias: "shopName" });
    },
    reset,
  };
}

/** An error of the OAuth server. */
class TokenRefused extends Error {
  readonly status: number;
  readonly body: object;
  constructor(status: number, rule: string, body: object) {
    super(rule);
    this.status = status;
    this.body = body;
  }
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 40005, "The body is not valid JSON");
  }
}

interface BatchRequest {
  readonly method?: unknown;
  readonly uri?: unknown;
  readonly data?: unknown;
}

/** Runs the parts of a batch one after another: https://doc.shoprenter.hu/development/api/04_batch.html */
async function batch(
  body: unknown,
  shop: string,
  run: (method: string, uri: URL, data: unknown) => Reply,
  note: (method: string, path: string, status: number, rule: string) => void,
): Promise<Reply> {
  const requests = (body as { data?: { requests?: unknown } } | undefined)?.data?.requests;
  if (!Array.isArray(requests))
    throw new Refused(400, 40001, "The data is missing", "POST /batch needs { data: { requests: [ … ] } }");
  if (requests.length > MAX_BATCH)
    throw new Refused(
      400,
      40012,
      `At most ${MAX_BATCH} requests are allowed`,
      `a batch of ${requests.length} is above ${MAX_BATCH}`,
    );
  const request = (requests as BatchRequest[]).map(({ method, uri, data }) => {
    const reply = ((): Reply => {
      try {
        const url = URL.canParse(String(uri)) ? new URL(String(uri)) : undefined;
        if (!url || API.exec(url.href)?.[1] !== shop) {
          throw new Refused(
            400,
            40005,
            "The uri is not valid",
            `uri must be absolute, below https://${shop}.api2.myshoprenter.hu/api`,
          );
        }
        if (typeof method !== "string" || !/^(?:GET|POST|PUT|DELETE)$/.test(method))
          throw new Refused(400, 40005, "The method is not valid");
        return run(method, url, data);
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        note(String(method), `batch: ${String(uri)}`, error.status, error.message);
        return { status: error.status, body: error.body };
      }
    })();
    // One sample has a string here, the other a number.
    const statusCode = reply.status < 400 ? String(reply.status) : reply.status;
    return { method, uri, response: { header: { statusCode }, body: reply.body ?? null } };
  });
  return { status: 200, body: { requests: { request } } };
}
