import { createKeyedTransport, ShopAuthError, sandbox } from "@shopauth/core";
import createClient, { type Client } from "openapi-fetch";
import { apiError, readable } from "./errors.ts";
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
   * @throws ShopAuthError `redirect_refused`, `response_too_large`, `timeout`, `network_failed`
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
const MAX_PAGE = 500;

/**
 * A client for one brand's own key: no flow, no store.
 * https://docs.shopmy.us/reference/getting-started-with-your-api
 * @throws ShopAuthError `invalid_options`
 */
export function createShopMyBrand(options: ShopMyBrandOptions): ShopMyBrandClient {
  const developerKey = readKey(options?.developerKey);
  const transport = createKeyedTransport({
    platform: "shopmy",
    fetch: options.fetch,
    sandbox: options[sandbox],
    sign({ origin, pathname }, headers) {
      const route =
        origin === HOST && Object.hasOwn(ROUTES, pathname) ? ROUTES[pathname as keyof typeof ROUTES] : undefined;
      if (!route)
        throw new ShopAuthError("foreign_origin", "Only the brand's own routes are signed", { platform: "shopmy" });
      const [base, keyed] = route;
      headers.delete("authorization");
      if (keyed) headers.set("authorization", `Bearer ${developerKey}`);
      return `${HOST}${base}${pathname}`;
    },
  });
  const client = readable(createClient<ShopMyBrandPaths>({ baseUrl: HOST, ...transport }));
  return {
    ...client,
    async *paginate(path, { body, ...rest }) {
      const { page: first = 0, limit = MAX_PAGE, ...filters } = body;
      const read = async (page: number) => {
        const { data, error, response } = await client.POST(path, { ...rest, body: { ...filters, limit, page } });
        if (!response.ok) throw apiError(response.status, error);
        return rowsOf(data) as components["schemas"]["OrderReport"];
      };
      yield* pages(read, limit, first);
    },
  };
}
