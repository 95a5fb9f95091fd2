import type { Transport } from "@shopauth/core";
import createClient, { type Client } from "openapi-fetch";
import { apiError, readable } from "./errors.ts";
import { pages, rowsOf } from "./paginate.ts";
import type { paths } from "./schema.ts";

/** The Developer API: what an app may do for a creator. */
export type ShopMyPaths = Pick<
  paths,
  "/Links" | "/Urls" | "/Catalog/search" | "/Collections" | "/Collections/{id}" | "/Profile"
>;

/** The paths that are lists. */
export type ShopMyList = "/Links" | "/Catalog/search" | "/Collections";

type Listing<Path extends ShopMyList> = ShopMyPaths[Path]["get"];

/** What one item of a list is. */
export type ShopMyItem<Path extends ShopMyList> = Extract<
  Listing<Path>["responses"][200]["content"]["application/json"],
  readonly unknown[]
>[number];

/** What `paginate` takes: the list's own query, and a signal. */
export interface ShopMyListInit<Path extends ShopMyList> {
  readonly params?: Pick<Listing<Path>["parameters"], "query">;
  readonly signal?: AbortSignal;
}

/** The typed client of the Developer API, for one creator. */
export interface ShopMyClient extends Client<ShopMyPaths> {
  /**
   * Every item of a list, page after page. `limit` (at most 50) sets the size of a page of `/Catalog/search`, `page`
   * where to begin; links and collections come whole.
   * @throws ApiError where ShopMy answers with an error, or with no list
   * @throws ShopAuthError as every call of the client
   */
  paginate<Path extends ShopMyList>(
    path: Path,
    init?: ShopMyListInit<Path>,
  ): AsyncGenerator<ShopMyItem<Path>, void, undefined>;
}

const MAX_PAGE = 50;

/** Wraps a transport as the typed client of the Developer API. */
export function shopmyClient(transport: Transport): ShopMyClient {
  const { baseUrl, fetch, Request } = transport;
  const client = readable(createClient<ShopMyPaths>({ baseUrl, fetch, Request }));

  async function* paginate(path: ShopMyList, init: ShopMyListInit<ShopMyList> = {}) {
    const { params, ...rest } = init;
    const read = async (query: Record<string, unknown>) => {
      // The overloads of three paths cannot be called as one.
      const { data, error, response } = await client.GET(path as "/Catalog/search", { ...rest, params: { query } });
      if (!response.ok) throw apiError(response.status, error);
      return rowsOf(data);
    };
    if (path !== "/Catalog/search") {
      yield* await read({});
      return;
    }
    const { page: first = 0, limit = MAX_PAGE, ...filters } = params?.query ?? {};
    yield* pages((page) => read({ ...filters, page, limit }), limit, first);
  }
  return { ...client, paginate: paginate as ShopMyClient["paginate"] };
}
