import type { Example, MediaType, OpenApiDocument, Ref } from "./document.ts";
import { resolve } from "./document.ts";
import type { Operation } from "./operation.ts";

/** A request as the spec shows it. Parameters without an example are left out. */
export interface RequestExample {
  /** Name of the body's example, `default` for a single one. */
  name: string;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, unknown>;
  contentType?: string;
  body?: unknown;
}

/** One for each example of the body, or one without a body. */
export function readExamples(document: OpenApiDocument, operation: Operation): RequestExample[] {
  const values = { path: {}, query: {}, header: {}, cookie: {} } as Record<string, Record<string, unknown>>;
  for (const parameter of operation.parameters) {
    const [first] = mediaExamples(document, parameter);
    if (first) values[parameter.in]![parameter.name] = first.value;
  }
  const common = { path: values.path!, query: values.query!, headers: values.header! };
  const found: RequestExample[] = [];
  for (const [contentType, media] of Object.entries(operation.requestBody?.content ?? {})) {
    for (const { name, value } of mediaExamples(document, media)) {
      found.push({ name, ...structuredClone(common), contentType, body: structuredClone(value) });
    }
  }
  return found.length > 0 ? found : [{ name: "default", ...common }];
}

function mediaExamples(document: OpenApiDocument, media: MediaType): { name: string; value: unknown }[] {
  if (media.example !== undefined) return [{ name: "default", value: media.example }];
  return Object.entries(media.examples ?? {}).map(([name, each]) => ({
    name,
    value: resolve<Example>(document, each as Example | Ref).value,
  }));
}
