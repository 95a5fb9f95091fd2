import { createRoutes, ShopAuthError, sandbox } from "@shopauth/core";
import createClient, { type Client } from "openapi-fetch";
import { ApiError, readable } from "./errors.ts";
import { readKey } from "./key.ts";
import { pages, rowsOf } from "./paginate.ts";
import type { components, paths } from "./schema.ts";

/** What a brand may call with its own key: the order report, and the tracking routes of its shop. */
export type ShopMyBrandPaths = Pick<
  paths,
  "/OrderReport" | "/order_confirmation" | "/Affiliates/update" | "/Affiliates/cancel"
>;

/** A brand's own key, and how to send. */
export interface ShopMyBrandOptions {
  /** The brand's key: Account Settings > Tokens > Developer Key. Sent only to api.shopmy.us. */
  readonly developerKey: string;
  /** Replaces `fetch`, which is otherwise looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  readonly [sandbox]?: string | undefined;
}

/** The typed client of the routes that a brand's own key opens. */
export interface ShopMyBrandClient extends Client<ShopMyBrandPaths> {
  /**
   * Every row of the order report, newest transaction first, by pages of `limit` (500) from `page` (0) on. Each page is
   * one of the day's 200 calls, and nothing is sent again. Close the window with an end date so that no row that comes
   * in between shifts the others.
   * @throws ApiError where ShopMy answers with an error (429: the day's calls are used up), or with no list
   * @throws ShopAuthError `redirect_refused`, `timeout`
   */
  paginate(
    path: "/OrderReport",
    init: { readonly body: components["schemas"]["OrderReportQuery"]; readonly signal?: AbortSignal },
  ): AsyncGenerator<components["schemas"]["OrderReportRow"], void, undefined>;
}

const HOST = "https://api.shopmy.us";
/** Where each path is, and whether it takes the key: the confirmation is sent from a shop's pages, which have none. */
const ROUTES: Readonly<Record<keyof ShopMyBrandPaths, readonly [base: string, keyed: boolean]>> = {
  "/OrderReport": ["/v1/Partners", true],
  "/order_confirmation": ["/api", false],
  "/Affiliates/update": ["/api", true],
  "/Affiliates/cancel": ["/api", true],
};
const DEADLINE = 60_000;
const MAX_PAGE = 500;

/**
 * A client for one brand's own key: no flow, no store.
 * https://docs.shopmy.us/reference/getting-started-with-your-api
 * @throws ShopAuthError `invalid_options`
 */
export function createShopMyBrand(options: ShopMyBrandOptions): ShopMyBrandClient {
  const developerKey = readKey(options?.developerKey);
  const routes = createRoutes(options[sandbox]);
  const send: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));

  const fetch = async (input: Request): Promise<Response> => {
    const { origin, pathname } = new URL(input.url);
    const route =
      origin === HOST && Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname as keyof typeof ROUTES] : undefined;
    if (!route) throw fail("foreign_origin", "Only the brand's own routes are signed");
    const [base, keyed] = route;
    const headers = new Headers(input.headers);
    headers.delete("authorization");
    if (keyed) headers.set("authorization", `Bearer ${developerKey}`);
    const timeout = AbortSignal.timeout(DEADLINE);
    const signal = AbortSignal.any([input.signal, timeout]);
    const { method } = input;
    let response: Response;
    try {
      response = await send(routes.to(`${HOST}${base}${pathname}`), {
        method,
        headers,
        body: await input.text(),
        redirect: "manual",
        signal,
      });
    } catch (error) {
      if (timeout.aborted && !input.signal.aborted) throw fail("timeout", `No answer in ${DEADLINE / 1000} s`);
      throw error;
    }
    const { type, redirected, status } = response;
    if (type !== "opaqueredirect" && !redirected && (status < 300 || status >= 400)) return response;
    response.body?.cancel().catch(() => {});
    throw fail("redirect_refused", "ShopMy answered with a redirect", status);
  };

  const client = readable(createClient<ShopMyBrandPaths>({ baseUrl: HOST, fetch }));
  return {
    ...client,
    async *paginate(path, { body, ...rest }) {
      const { page: first = 0, limit = MAX_PAGE, ...filters } = body;
      const read = async (page: number) => {
        const { data, error, response } = await client.POST(path, { ...rest, body: { ...filters, limit, page } });
        if (!response.ok) throw new ApiError(response.status, error);
        return rowsOf(data) as components["schemas"]["OrderReport"];
      };
      yield* pages(read, limit, first);
    },
  };
}

function fail(
  code: "foreign_origin" | "redirect_refused" | "timeout",
  message: string,
  status?: number,
): ShopAuthError {
  return new ShopAuthError(code, message, { platform: "shopmy", status });
}
