import { readFile } from "node:fs/promises";
import type { Content, OpenApiDocument, Schema } from "./document.ts";
import { type Header, resolve } from "./document.ts";
import { type RequestExample, readExamples } from "./examples.ts";
import { type Operation, readOperations } from "./operation.ts";
import { checkRequest } from "./request.ts";
import { checkResponse } from "./response.ts";
import { compareRoutes } from "./route.ts";
import { createSchemas, type Mask } from "./schemas.ts";
import { createWatch, type Watch, type WatchedServer, type WatchOptions } from "./watch.ts";

/** What an API document says, to be asked about requests and answers. */
export interface Spec {
  readonly operations: Operation[];
  /** The operation a request belongs to; literal segments win over parameters. */
  operationOf(method: string, url: string | URL): Operation | undefined;
  /** The spec's own request examples. Throws for an unknown operation. */
  examples(operationId: string): RequestExample[];
  /** Problems of a request, one line each; the request is read, so give a clone. */
  checkRequest(operation: Operation, request: Request): Promise<string[]>;
  /** Problems of an answer, one line each; the response is read, so give a clone. */
  checkResponse(operation: Operation, response: Response): Promise<string[]>;
  /** Validates everything that passes through an MSW server from now on. */
  watch(server: WatchedServer, options?: WatchOptions): Watch;
}

/**
 * The spec of a platform, such as `shopmy`; the package carries one for each `PlatformId`.
 * @throws Error where there is none of that name
 */
export async function loadSpec(id: string): Promise<Spec> {
  return createSpec(await loadDocument(id));
}

export async function loadDocument(id: string): Promise<OpenApiDocument> {
  // From src as from dist: the build puts them there.
  const file = new URL(`../dist/specs/${encodeURIComponent(id)}.json`, import.meta.url);
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`there is no spec ${id}`, { cause });
  });
  return JSON.parse(text) as OpenApiDocument;
}

/** A spec from a document whose `$ref`s all stay inside it. */
export function createSpec(document: OpenApiDocument): Spec {
  return createMaskedSpec(document, (name) => name);
}

/** The same, whose messages show names that the traffic brought only through a mask. */
export function createMaskedSpec(document: OpenApiDocument, mask: Mask): Spec {
  const operations = readOperations(document);
  for (const operation of operations) {
    const body = readExamples(document, operation)[0]?.body;
    if (body !== undefined) operation.requestExample = body;
  }
  const schemas = createSchemas(document, collect(document, operations), mask);
  const byId = new Map(operations.map((operation) => [operation.operationId, operation]));

  const spec: Spec = {
    operations,
    operationOf: (method, url) => {
      const { origin, pathname } = new URL(url);
      const found = operations
        .filter((operation) => operation.method === method.toUpperCase())
        .flatMap((operation) => operation.routes.map((route) => ({ operation, route })))
        .filter(({ route }) => route.pattern.test(`${origin}${pathname}`));
      return found.sort((a, b) => compareRoutes(a.route, b.route))[0]?.operation;
    },
    examples: (operationId) => {
      const operation = byId.get(operationId);
      if (!operation) throw new Error(`the spec has no operation ${operationId}`);
      return readExamples(document, operation);
    },
    checkRequest: (operation, request) => checkRequest(operation, request, schemas),
    checkResponse: (operation, response) => checkResponse(document, operation, response, schemas),
    watch: (server, options) => createWatch(spec, server, options),
  };
  return spec;
}

function collect(document: OpenApiDocument, operations: Operation[]): Schema[] {
  const found = new Set<Schema>();
  const add = (schema: Schema | undefined): void => void (schema !== undefined && found.add(schema));
  const addContent = (content: Content | undefined): void => {
    for (const media of Object.values(content ?? {})) add(media.schema);
  };
  for (const { parameters, requestBody, responses } of operations) {
    for (const parameter of parameters) {
      add(parameter.schema);
      addContent(parameter.content);
    }
    addContent(requestBody?.content);
    for (const response of Object.values(responses)) {
      addContent(response.content);
      for (const header of Object.values(response.headers ?? {})) add(resolve<Header>(document, header).schema);
    }
  }
  return [...found];
}
