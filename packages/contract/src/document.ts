/** The parts of an OpenAPI 3.1 document that validation reads. Schemas stay opaque: the validator compiles them. */
export type Schema = Record<string, unknown> | boolean;

export interface Ref {
  $ref: string;
}

export interface Example {
  value?: unknown;
}

export interface MediaType {
  schema?: Schema;
  example?: unknown;
  examples?: Record<string, Example | Ref>;
}

export type Content = Record<string, MediaType>;

export interface Header {
  required?: boolean;
  schema?: Schema;
}

/** A parameter in a path, query, header or cookie, by its schema or its content. */
export interface Parameter extends MediaType {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  style?: string;
  explode?: boolean;
  content?: Content;
}

export interface RequestBody {
  required?: boolean;
  content: Content;
}

export interface ResponseObject {
  headers?: Record<string, Header | Ref>;
  content?: Content;
}

export interface Server {
  url: string;
  variables?: Record<string, { default: string; enum?: string[] }>;
}

export interface OperationObject {
  operationId?: string;
  tags?: string[];
  servers?: Server[];
  parameters?: (Parameter | Ref)[];
  requestBody?: RequestBody | Ref;
  responses?: Record<string, ResponseObject | Ref>;
}

export interface PathItem {
  $ref?: string;
  servers?: Server[];
  parameters?: (Parameter | Ref)[];
  [method: string]: unknown;
}

/** An OpenAPI 3.1 document, as far as it is read here. */
export interface OpenApiDocument {
  openapi: string;
  servers?: Server[];
  paths?: Record<string, PathItem>;
  components?: Record<string, unknown>;
}

/** Follows `$ref` (and `$ref` to `$ref`) inside the document; throws where one leads nowhere. */
export function resolve<T extends object>(document: OpenApiDocument, value: T | Ref): T {
  let found: unknown = value;
  for (let hops = 0; isRef(found); hops++) {
    if (hops > 50) throw new Error(`$ref runs in a circle: ${found.$ref}`);
    found = pointed(document, found.$ref);
  }
  return found as T;
}

function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && typeof (value as Partial<Ref>).$ref === "string";
}

function pointed(document: OpenApiDocument, ref: string): unknown {
  if (!ref.startsWith("#/")) throw new Error(`$ref is not inside the document: ${ref}`);
  let found: unknown = document;
  for (const part of ref.slice(2).split("/")) {
    const key = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
    found = (found as Record<string, unknown> | undefined)?.[key];
  }
  if (found === undefined) throw new Error(`$ref leads nowhere: ${ref}`);
  return found;
}
