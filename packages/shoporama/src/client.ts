import type { Transport } from "@shopauth/core";
import createClient, { type Client } from "openapi-fetch";
import { apiError, readable } from "./errors.ts";
import { items } from "./paginate.ts";
import type { paths } from "./schema.ts";

/** The REST API of a shop's admin; the browser's flow and the storefront are other surfaces. */
export type ShoporamaPaths = {
  [Path in keyof paths as Path extends "/admin/oauth/login" | `/api/${string}` ? never : Path]: paths[Path];
};

/** The paths that are lists: every one without an id. */
export type ShoporamaList = Exclude<keyof ShoporamaPaths, `${string}{id}`>;

type Listing<Path extends ShoporamaList> = ShoporamaPaths[Path]["get"];
type Body<Path extends ShoporamaList> = Listing<Path>["responses"][200]["content"]["application/json"];
type Bare<Answer> = Extract<Answer, readonly unknown[]>;

/** What one item of a list is. */
export type ShoporamaItem<Path extends ShoporamaList> = [Bare<Body<Path>>] extends [never]
  ? { [Name in keyof Body<Path>]: Body<Path>[Name] extends readonly (infer Item)[] ? Item : never }[keyof Body<Path>]
  : Bare<Body<Path>>[number];

/** What `paginate` takes: the list's own query, and a signal. */
export interface ShoporamaListInit<Path extends ShoporamaList> {
  readonly params?: Pick<Listing<Path>["parameters"], "query">;
  readonly signal?: AbortSignal;
}

/** The typed client of the REST API, for one webshop. */
export interface ShoporamaClient extends Client<ShoporamaPaths> {
  /**
   * Every item of a list, page after page. `limit` sets the size of a page (100, which is the most that is known to work),
   * `offset` where to begin. Each page is one of the key's calls of the day.
   * @throws ApiError where Shoporama answers with an error, or with no list
   * @throws ShopAuthError as every call of the client
   */
  paginate<Path extends ShoporamaList>(
    path: Path,
    init?: ShoporamaListInit<Path>,
  ): AsyncGenerator<ShoporamaItem<Path>, void, undefined>;
}

const PAGE = 100;

/** Wraps a transport as the typed client of the REST API. */
export function shoporamaClient({ baseUrl, fetch, Request }: Transport): ShoporamaClient {
  const client = readable(createClient<ShoporamaPaths>({ baseUrl, fetch, Request }));

  async function* paginate(path: ShoporamaList, init: ShoporamaListInit<"/product"> = {}) {
    const { params, ...rest } = init;
    const { limit = PAGE, offset: first = 0, ...filters } = params?.query ?? {};
    const read = async (offset: number): Promise<unknown> => {
      // The overloads of all lists cannot be called as one. Lists that do not mind limit and offset ignore them.
      const options = { ...rest, params: { query: { ...filters, limit, offset } } };
      const { data, error, response } = await client.GET(path as "/product", options);
      if (!response.ok) throw apiError(response.status, error);
      return data;
    };
    yield* items(read, { limit, offset: first, id: `${path.slice(1).replaceAll("-", "_")}_id` });
  }
  return { ...client, paginate: paginate as ShoporamaClient["paginate"] };
}
