import type { Transport } from "@shopauth/core";
import createClient, { type Client, defaultPathSerializer } from "openapi-fetch";
import type { ApiPaths, ListInit, ListItem, ListPath } from "./api.ts";
import { type BatchAnswer, type BatchRequest, batch } from "./batch.ts";
import { paginate, type Query, type Result } from "./paginate.ts";
import { readable, unwrapped } from "./unwrap.ts";

export type { ApiPaths, ListInit, ListItem, ListPath, ListQuery, Schemas } from "./api.ts";
export { type BatchAnswer, BatchError, type BatchRequest } from "./batch.ts";
export { readError, type ShoprenterErrorText } from "./errors.ts";

/** Something with a link: a record, an item of a list, a reference. */
export type Linked = string | { readonly href?: string | null };

/** The outcome of a call, as the other calls of the client give it. */
export type Followed<Data> =
  | { data: Data; error?: never; response: Response }
  | { data?: never; error: unknown; response: Response };

/**
 * The typed client of one shop. Calls answer `{ data }` or `{ error }`; `readError` puts an error's words into one form.
 * They throw `ApiError` only for a successful answer that cannot be read.
 */
export interface ShoprenterClient extends Client<ApiPaths> {
  /**
   * Yields the records of a list, each once, whole (`full=1`) unless `full: 0` asks for links alone. Asks for 200 at a
   * time, the most there is. Records that are deleted meanwhile move others past the reader.
   * @throws ApiError where the API answers a failure
   */
  paginate<Path extends ListPath>(path: Path, init?: ListInit<Path>): AsyncGenerator<ListItem<Path>, void, undefined>;
  /**
   * Gets what a link leads to, by its path only: links carry an old host, and the token is for no other than this shop's.
   * `Data` is what the caller knows it to be.
   * @throws TypeError where there is no link
   */
  follow<Data = unknown>(link: Linked, init?: { readonly signal?: AbortSignal }): Promise<Followed<Data>>;
  /**
   * Sends requests in batches of 200, one batch after another. Answers come in the order of the requests, each with its
   * own status; one that fails stops none of the others.
   * https://doc.shoprenter.hu/development/api/04_batch.html
   * @throws ApiError, ShopAuthError where the first batch fails as a whole; BatchError, with what was done, for a later one
   */
  batch(requests: readonly BatchRequest[], init?: { readonly signal?: AbortSignal }): Promise<BatchAnswer[]>;
}

/** Builds the client of a shop on what signs and sends. */
export function shoprenterClient(transport: Transport): ShoprenterClient {
  const { baseUrl, Request } = transport;
  const client = readable(
    createClient<ApiPaths>({
      baseUrl,
      fetch: async (request) => unwrapped(await transport.fetch(request)),
      Request,
      pathSerializer,
    }),
  );
  const get = client.GET as unknown as (path: string, init: object) => Promise<Result>;

  /** A link or path below the API's base, whatever host it names. */
  const below = (link: string): string => {
    const { pathname, search } = new URL(link, `${baseUrl}/`);
    return `${pathname.replace(/^\/api(?=\/|$)/, "")}${search}`;
  };

  return {
    ...client,
    paginate(path: string, { params = {}, ...init }: { params?: { query?: Query }; signal?: AbortSignal } = {}) {
      return paginate(
        path,
        (query) => get(path, query === undefined ? init : { ...init, params: { query } }),
        params.query,
      );
    },
    async follow(link: Linked, init: object = {}) {
      const href = typeof link === "string" ? link : link.href;
      if (typeof href !== "string" || href === "") throw new TypeError("There is no link to follow");
      return get(below(href), init);
    },
    batch(requests: readonly BatchRequest[], init: object = {}) {
      const post = (body: { data: { requests: BatchRequest[] } }) =>
        client.POST("/batch", {
          ...init,
          body: body as { data: { requests: (BatchRequest & { data?: Record<string, unknown> })[] } },
        });
      return batch(requests, post, (uri) => baseUrl + below(uri));
    },
  } as ShoprenterClient;
}

/** An empty or dot segment would make the path of another operation. */
function pathSerializer(path: string, params: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(params)) {
    if (["", ".", "..", "undefined", "null"].includes(String(value)))
      throw new TypeError(`The path parameter ${name} is missing`);
  }
  return defaultPathSerializer(path, params);
}
