import type { OpenApiDocument, OperationObject, Parameter, RequestBody, ResponseObject, Server } from "./document.ts";
import { resolve } from "./document.ts";
import { createRoute, type Route } from "./route.ts";

/** An operation of a spec with its `$ref`s followed down to the schemas. */
export interface Operation {
  operationId: string;
  /** In capitals. */
  method: string;
  path: string;
  /** Server URLs with their variables still in braces. */
  servers: string[];
  tag: string | undefined;
  /** Statuses as the spec writes them: `200`, `4XX`, `default`. */
  statuses: string[];
  /** The first example of the request body, where there is one. */
  requestExample?: unknown;
  parameters: Parameter[];
  requestBody: RequestBody | undefined;
  responses: Record<string, ResponseObject>;
  routes: Route[];
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Every operation under `paths`; `webhooks` are what a platform sends, so no client can call them. */
export function readOperations(document: OpenApiDocument): Operation[] {
  const operations: Operation[] = [];
  for (const [path, reference] of Object.entries(document.paths ?? {})) {
    const item = typeof reference.$ref === "string" ? resolve(document, { $ref: reference.$ref }) : reference;
    for (const method of methods) {
      const source = (item as Record<string, unknown>)[method] as OperationObject | undefined;
      if (!source) continue;
      const servers: Server[] = source.servers ?? (item as OperationObject).servers ?? document.servers ?? [];
      const parameters = new Map<string, Parameter>();
      for (const each of [...((item as OperationObject).parameters ?? []), ...(source.parameters ?? [])]) {
        const parameter = resolve<Parameter>(document, each);
        parameters.set(`${parameter.in} ${parameter.name}`, parameter);
      }
      const requestBody = source.requestBody ? resolve<RequestBody>(document, source.requestBody) : undefined;
      const responses = Object.fromEntries(
        Object.entries(source.responses ?? {}).map(([status, each]) => [
          status,
          resolve<ResponseObject>(document, each),
        ]),
      );
      operations.push({
        operationId: source.operationId ?? `${method} ${path}`,
        method: method.toUpperCase(),
        path,
        servers: servers.map(({ url }) => url),
        tag: source.tags?.[0],
        statuses: Object.keys(responses),
        parameters: [...parameters.values()],
        requestBody,
        responses,
        routes: servers.map((server) => createRoute(server, path)),
      });
    }
  }
  return operations;
}
