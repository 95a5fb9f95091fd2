import type { components, paths } from "./schema.ts";

/** The token endpoint and the approval page belong to the connection, the cart to the visitor's browser. */
type Elsewhere =
  | "/{shopName}/app/token"
  | "/admin/app/{clientId}/approveScopes"
  | "/cart.json"
  | "/cart/reload/{token}";

/** The API of a shop. */
export interface ApiPaths extends Omit<paths, Elsewhere> {}

/** The schemas of the spec, by name. */
export type Schemas = components["schemas"];

type Answer<Path extends keyof ApiPaths> = ApiPaths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;

/** The paths that list records: all without an id that can be read, but for files. */
export type ListPath = {
  [Path in keyof ApiPaths]: Path extends `${string}{id}` | "/files"
    ? never
    : ApiPaths[Path] extends { get: object }
      ? Path
      : never;
}[keyof ApiPaths];

/** What one item of a list is. */
export type ListItem<Path extends ListPath> =
  Answer<Path> extends infer Body
    ? Body extends { items: readonly (infer Item)[] } | { domain: readonly (infer Item)[] } | readonly (infer Item)[]
      ? Item
      : never
    : never;

/** The filters of a list. */
export type ListQuery<Path extends ListPath> = ApiPaths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

/** What `paginate` takes: the list's own query, and a signal. */
export interface ListInit<Path extends ListPath> {
  readonly params?: { readonly query?: ListQuery<Path> };
  readonly signal?: AbortSignal;
}
