import { HttpResponse, http, type RequestHandler } from "msw";
import { brandRoutes, trackingRoutes } from "./testing/brand.ts";
import { consent, type ShopMyDecision } from "./testing/consent.ts";
import { developerRoutes } from "./testing/developer.ts";
import { type Call, ok, type Reply, type Route, refuse } from "./testing/route.ts";
import { fault } from "./testing/shape.ts";
import { type ShopMyState, type ShopMyUser, seed } from "./testing/state.ts";

export { DAILY_REPORTS as SHOPMY_DAILY_REPORTS } from "./testing/brand.ts";
export type { ShopMyDecision } from "./testing/consent.ts";
export type { ShopMyClick, ShopMyCode, ShopMyMerchant, ShopMyState, ShopMyUser } from "./testing/state.ts";

/** The app that the emulated ShopMy has registered: options for `createShopMy`, without `secrets`. */
export const SHOPMY_APP = {
  developerId: "dev_harbor_and_pine",
  developerKey: "dk-3f9a61c27be84d05",
  redirectUri: "http://127.0.0.1:3000/callback/shopmy",
} as const;

/** The key of the emulated brand, for `createShopMyBrand`. */
export const SHOPMY_BRAND_KEY = "bk-77d0c2e41a9f4b38";

/** What the emulated ShopMy has registered, and how it answers. */
export interface ShopMyMockOptions {
  readonly developerId?: string;
  readonly developerKey?: string;
  /** Registered addresses; what follows one as a further query is allowed. */
  readonly redirectUris?: readonly string[];
  readonly brandKey?: string;
  /** Name of the code in the exchange's body. */
  readonly exchangeField?: "authorizationCode" | "shopmy_code";
  /** How lists come, as ShopMy does not publish it; default `bare`. */
  readonly lists?: "bare" | "enveloped";
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

/** An emulated ShopMy. */
export interface ShopMyMock {
  readonly handlers: RequestHandler[];
  readonly state: ShopMyState;
  readonly refusals: MockRefusal[];
  /**
   * What the consent page does: takes the authorization URL and the creator's decision, gives the way back to the app.
   * @throws Error with the rule that the URL breaks
   */
  authorize(url: URL | string, decision?: ShopMyDecision): URL;
  /** Everything as it was at the beginning. */
  reset(): void;
}

const API = "https://api.shopmy.us";

/** An emulation of ShopMy, as strict as its pages say, for `setupServer(...mock.handlers)` of MSW. */
export function mockShopMy(options: ShopMyMockOptions = {}): ShopMyMock {
  const {
    developerId = SHOPMY_APP.developerId,
    developerKey = SHOPMY_APP.developerKey,
    redirectUris = [SHOPMY_APP.redirectUri],
    brandKey = SHOPMY_BRAND_KEY,
    exchangeField = "authorizationCode",
    lists = "bare",
    now = Date.now,
  } = options;
  const state = seed(now());
  const refusals: MockRefusal[] = [];

  const note = (method: string, path: string, status: number, rule: string) => {
    refusals.push({ at: now(), method, path, status, rule });
  };
  const bearer = (headers: Headers, name: string): string | undefined =>
    /^Bearer (\S+)$/.exec(headers.get(name) ?? "")?.[1];

  /** What is wrong with a request's credentials; else the creator, where the route is a creator's. */
  const identify = (
    headers: Headers,
    { auth, scopes = [], method, path }: Route,
  ): { refused: Reply } | { user?: ShopMyUser } => {
    if (auth === "none") return {};
    const refused = (error: string, rule: string) => ({ refused: refuse(401, error, rule) });
    const [key, whose] = auth === "brand" ? [brandKey, "brand's"] : [developerKey, "developer"];
    if (bearer(headers, "authorization") !== key) {
      return refused("Invalid developer key.", `Authorization must be Bearer and the ${whose} key`);
    }
    if (auth !== "creator") return {};
    const token = bearer(headers, "x-access-token");
    if (token === undefined)
      return refused("Invalid access token.", "X-ACCESS-TOKEN must be Bearer and the user token");
    const user = state.users.find((each) => each.token?.value === token);
    if (!user?.token?.active) return refused("Invalid access token.", "the user token is unknown, or was taken back");
    const given = user.token.scopes;
    if (scopes.some((scope) => given.includes(scope))) return { user };
    return refused(
      "Missing required scopes: The user has not authorized you to perform this action.",
      `${method.toUpperCase()} ${path} needs ${scopes.join(" or ")}; the creator gave ${given.join(", ") || "none"}`,
    );
  };

  const exchange: Route = {
    method: "post",
    path: "/oauth-exchange-token",
    auth: "app",
    body: { [exchangeField]: "text" },
    answer({ body }) {
      const code = state.codes.get(body[exchangeField] as string);
      if (!code) return refuse(400, "Invalid authorization code.", "the code was never issued");
      if (code.used) return refuse(400, "Authorization code already used.", "a code works once");
      const user = state.users.find(({ id }) => id === code.user)!;
      if (user.token)
        return refuse(400, "This user has been connected before.", "the exchange works once per user, ever");
      code.used = true;
      user.token = { value: `ut-${crypto.randomUUID().replaceAll("-", "")}`, scopes: code.scopes, active: true };
      return ok({ success: true, accessToken: user.token.value });
    },
  };

  const reply = async (route: Route, request: Request, id: unknown): Promise<Reply> => {
    const identified = identify(request.headers, route);
    if ("refused" in identified) return identified.refused;
    const body = route.method === "get" ? {} : await readBody(request);
    if (body === undefined)
      return refuse(400, "Invalid request.", "the body must be a JSON object, sent as application/json");
    const wrong = route.body && fault(body, route.body);
    if (wrong) return refuse(400, route.badBody?.(body) ?? wrong, wrong);
    const list: Call["list"] = (name, rows) => (lists === "bare" ? rows : { success: true, [name]: rows });
    // Only a creator's route looks at the user.
    const user = identified.user as ShopMyUser;
    const { searchParams: query } = new URL(request.url);
    return route.answer({ state, user, query, body, id: Number(id), now: now(), list });
  };

  const handle = (base: string, route: Route): RequestHandler =>
    http[route.method](`${API}${base}${route.path}`, async ({ request, params }) => {
      const { status, body, rule } = await reply(route, request, params.id);
      if (rule !== undefined) note(request.method, new URL(request.url).pathname, status, rule);
      // The tracking routes say `success` in every answer.
      const failed = trackingRoutes.includes(route) && status >= 400;
      return HttpResponse.json(failed ? { success: false, ...(body as object) } : (body as object), { status });
    });

  const decide = (url: URL, decision: ShopMyDecision) => {
    const result = consent(url, decision, { developerId, redirectUris }, state);
    if ("rule" in result) note("GET", url.pathname, 400, result.rule);
    return result;
  };

  const handlers: RequestHandler[] = [
    http.get("https://shopmy.us/oauth", ({ request }) => {
      const result = decide(new URL(request.url), {});
      if ("redirect" in result)
        return new HttpResponse(null, { status: 302, headers: { location: result.redirect.href } });
      return HttpResponse.html("<!doctype html><title>ShopMy</title><p>This app's link is not valid.</p>", {
        status: 400,
      });
    }),
    ...[exchange, ...developerRoutes, ...brandRoutes].map((route) => handle("/v1/Partners", route)),
    ...trackingRoutes.map((route) => handle("/api", route)),
    http.all("http://api.shopmy.us/*", ({ request }) => {
      note(request.method, new URL(request.url).pathname, 403, "https only");
      return HttpResponse.json({ error: "HTTPS is required." }, { status: 403 });
    }),
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

async function readBody(request: Request): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (!/^application\/json\b/.test(request.headers.get("content-type") ?? "")) return undefined;
  const parsed: unknown = await request.json().catch(() => undefined);
  return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Record<string, unknown>)
    : undefined;
}
