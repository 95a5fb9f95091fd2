import type { Transport } from "@shopauth/core";
import createClient, { type Client, defaultPathSerializer } from "openapi-fetch";
import type { ApiPaths, ListItem, ListPath, ListQuery } from "./api.ts";
import {
  type AnyEntity,
  type CallOptions,
  createEntity,
  type Entities,
  type EntityApi,
  type EntityName,
  type OwnEntity,
} from "./entities.ts";
import { type ApiFetch, withEnvelope, wrapBody } from "./envelope.ts";
import { apiError, isFailure } from "./errors.ts";
import { paginate, type Result } from "./paginate.ts";

export type { ApiPaths, ListItem, ListPath, ListQuery, Page } from "./api.ts";
export type {
  AnyEntity,
  CallOptions,
  CommandResult,
  Entities,
  EntityApi,
  EntityName,
  EntityTypes,
  OwnEntity,
} from "./entities.ts";
export { readError } from "./errors.ts";

/** `1.1` takes bare bodies; `1` and `unversioned` want them wrapped and answer lists in other forms. */
export type ApiVersion = "1.1" | "1" | "unversioned";

/** What `paginate` takes: the query without the place, and the path's own parameters. */
export type PaginateInit<Path extends ListPath> = CallOptions &
  (Path extends `${string}{entity}${string}`
    ? { readonly params: { readonly path: { readonly entity: string }; readonly query?: ListQuery } }
    : { readonly params?: { readonly query?: ListQuery } });

/**
 * The typed client of one store. `GET`, `POST`, `PUT` and `DELETE` answer `{ data }` or `{ error }`; a body with `error`
 * is an error whatever its status. They throw `ApiError` only for what is not an answer of the API at all.
 */
export interface StoreHippoClient extends Client<ApiPaths> {
  /**
   * Yields the records of a list, each once. Asks for 100 at a time unless `limit` says otherwise (at most 500).
   * `since_id: "0"` goes by `_id` and misses nothing when records are removed meanwhile.
   * @throws ApiError where the API answers a failure
   */
  paginate<Path extends ListPath>(
    path: Path,
    ...init: Path extends `${string}{entity}${string}` ? [init: PaginateInit<Path>] : [init?: PaginateInit<Path>]
  ): AsyncGenerator<ListItem<Path>, void, undefined>;
  /**
   * The records of an entity: typed for those of the platform, by a type argument for those of the store.
   * https://help.storehippo.com/topic/entities
   * @throws TypeError for what cannot be a name
   */
  entity<Name extends EntityName>(name: Name): EntityApi<Entities[Name]>;
  /** The calls of any entity, by name. */
  entity(name: string): EntityApi<AnyEntity>;
  /** The calls of a store's own entity, with its fields. */
  entity<Fields extends object>(name: string): EntityApi<OwnEntity<Fields>>;
}

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Init = Record<string, unknown> & { fetch?: ApiFetch; parseAs?: string };
type Call = (path: string, init?: Init) => Promise<Result>;

/** Builds the client of a store on what signs and sends. */
export function storehippoClient(transport: Transport, apiVersion: ApiVersion = "1.1"): StoreHippoClient {
  const legacy = apiVersion !== "1.1";
  const fetch: ApiFetch = legacy ? withEnvelope(transport.fetch) : transport.fetch;
  const api = createClient<ApiPaths>({
    baseUrl: transport.baseUrl,
    fetch,
    Request: transport.Request,
    querySerializer,
    pathSerializer,
    ...(legacy && { bodySerializer: wrapBody }),
  });
  const inner = api as unknown as Record<Method, Call> & {
    request(method: string, path: string, init?: Init): Promise<Result>;
  };

  const send = async (method: string, path: string, init: Init = {}): Promise<Result> => {
    let response: Response | undefined;
    const own = init.fetch ?? fetch;
    const watched: ApiFetch = async (request) => (response = await own(request));
    try {
      const result = await inner.request(method, path, { ...init, fetch: watched });
      return init.parseAs === undefined || init.parseAs === "json" ? settled(method.toUpperCase(), result) : result;
    } catch (error) {
      // The parser's own message would quote the body.
      if (error instanceof SyntaxError && response) throw apiError(response.status, undefined, { message: "not JSON" });
      throw error;
    }
  };
  const bound =
    (method: Method): Call =>
    (path, init) =>
      send(method, path, init);

  return {
    ...api,
    request: send,
    GET: bound("GET"),
    POST: bound("POST"),
    PUT: bound("PUT"),
    DELETE: bound("DELETE"),
    paginate(
      path: string,
      { params = {}, ...init }: { params?: { path?: object; query?: ListQuery } } & CallOptions = {},
    ) {
      return paginate((query) => send("GET", path, { ...init, params: { ...params, query } }), params.query);
    },
    entity: (name: string) => createEntity((method, path, init) => send(method, path, init as Init), name),
  } as unknown as StoreHippoClient;
}

/** Makes of an answer what the types promise: `data` is there, or `error` is. */
function settled(method: string, { data, error, response }: Result): Result {
  if (!response.ok)
    return { error: error === undefined || error === "" ? { error: `HTTP ${response.status}` } : error, response };
  if (isFailure(data)) return { error: data, response };
  if (method !== "GET") return { data: data ?? {}, response };
  if (typeof data !== "object" || data === null)
    throw apiError(response.status, data, { message: data === undefined ? "nothing" : "not a record or list" });
  return { data, response };
}

/** Conditions are JSON text, everything else is as it is. */
function querySerializer(query: Record<string, unknown>): string {
  return Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => {
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`;
    })
    .join("&");
}

/** An empty or dot segment would make the path of another operation. */
function pathSerializer(path: string, params: Record<string, unknown>): string {
  for (const [name, value] of Object.entries(params)) {
    if (["", ".", "..", "undefined", "null"].includes(String(value)))
      throw new TypeError(`The path parameter ${name} is missing`);
  }
  return defaultPathSerializer(path, params);
}
