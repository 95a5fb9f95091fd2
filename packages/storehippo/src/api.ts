import type { components, paths } from "./schema.ts";

type Schemas = components["schemas"];
type ApiPath = Exclude<keyof paths, `/admin/${string}`>;

/** The paths that answer a page of records. */
export type ListPath = Exclude<ApiPath, `${string}/{id}${string}` | `${string}/{command}`>;

/** What a list may be asked. The four conditions are sent as JSON text. */
export interface ListQuery {
  /** Records to leave out before the first. */
  readonly start?: number;
  /** Largest number of records; default 50, at most 500. */
  readonly limit?: number;
  /** Pages in the order of `_id`: the last `_id` received, `"0"` at first. */
  readonly since_id?: string;
  /** A field, with a minus in front for descending. */
  readonly sort?: string;
  /** Conditions that all must hold. */
  readonly filters?: readonly Schemas["Filter"][];
  /** Fields to return, each with 1. */
  readonly fields?: Schemas["Projection"];
  /** Fields and the values they must have. */
  readonly q?: Schemas["ExactMatch"];
  /** A query in the manner of MongoDB. Seen in one public client only. */
  readonly query?: Schemas["MongoQuery"];
  /** `_id` of the substore to read from. */
  readonly substore?: string;
  readonly total?: 0 | 1 | "0" | "1";
}

/** A page of records, in the form of version 1.1 whatever the version. */
export interface Page<Item> {
  readonly data: Item[];
  /** Absent where the platform answered a bare list. */
  readonly paging?: Schemas["Paging"];
  readonly messages?: Schemas["Message"][];
  /** Goes in front of the file paths in the records. */
  readonly fileBaseUrl?: string;
}

type Answers = { responses: object };
type JsonOf<Content> = Content extends { content: { "application/json": infer Json } } ? Json : never;
type ItemOf<Operation> = Operation extends { responses: { 200: infer Ok } }
  ? JsonOf<Ok> extends { data: (infer Item)[] }
    ? Item
    : never
  : never;

/** The wrapped form of a body is the client's affair. */
type Bare<Body> = Exclude<Body, { data: unknown }>;

type ListOperation<Operation extends Answers & { parameters: object }> = {
  parameters: Omit<Operation["parameters"], "query"> & { query?: ListQuery };
  responses: Omit<Operation["responses"], 200> & {
    200: { headers: { [name: string]: unknown }; content: { "application/json": Page<ItemOf<Operation>> } };
  };
};

type WriteOperation<Operation> = Operation extends { requestBody: { content: { "application/json": infer Body } } }
  ? Omit<Operation, "requestBody"> & { requestBody: { content: { "application/json": Bare<Body> } } }
  : Operation extends { requestBody?: { content: { "application/json": infer Body } } }
    ? Omit<Operation, "requestBody"> & { requestBody?: { content: { "application/json": Bare<Body> } } }
    : Operation;

/** The API as the client offers it: without the flow's pages, with bare bodies, and lists in one form. */
export type ApiPaths = {
  [Path in ApiPath]: {
    [Method in keyof paths[Path]]: Method extends "post" | "put"
      ? WriteOperation<paths[Path][Method]>
      : Method extends "get"
        ? Path extends ListPath
          ? ListOperation<Extract<paths[Path][Method], Answers & { parameters: object }>>
          : paths[Path][Method]
        : paths[Path][Method];
  };
};

/** The record type of a list. */
export type ListItem<Path extends ListPath> = ItemOf<paths[Path]["get"]>;
