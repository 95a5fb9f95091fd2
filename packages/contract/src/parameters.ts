import { firstFit, meanings, partOf, typesOf } from "./coerce.ts";
import type { Parameter, Schema } from "./document.ts";
import type { Operation } from "./operation.ts";
import type { Schemas } from "./schemas.ts";

/** Problems of the path, query and header parameters of a request. */
export function checkParameters(operation: Operation, url: URL, headers: Headers, schemas: Schemas): string[] {
  const problems: string[] = [];
  const declared = new Set<string>();
  const segments = pathValues(operation, url);

  for (const parameter of operation.parameters) {
    const { name } = parameter;
    const where = `${parameter.in} parameter ${name}`;
    let values: string[];
    if (parameter.in === "path") {
      const value = segments.get(name);
      values = value === undefined ? [] : [value];
    } else if (parameter.in === "query") {
      const style = parameter.style ?? "form";
      const object = typesOf(parameter.schema, schemas).has("object");
      if (style === "deepObject" || (object && style === "form" && parameter.explode !== false)) {
        const fields = objectFields(parameter, url, schemas);
        for (const key of fields.keys) declared.add(key);
        if (fields.keys.length === 0 && parameter.required) problems.push(`${where} is missing`);
        if (fields.keys.length > 0 && parameter.schema !== undefined) {
          problems.push(
            ...schemas
              .check(parameter.schema)(fields.value)
              .map((line) => `${where}: ${line}`),
          );
        }
        continue;
      }
      declared.add(name);
      values = url.searchParams.getAll(name);
    } else if (parameter.in === "header") {
      // OpenAPI 3.1 "Parameter Object": these three are described elsewhere, so a declaration is ignored.
      if (["accept", "content-type", "authorization"].includes(name.toLowerCase())) continue;
      const value = headers.get(name);
      values = value === null ? [] : [value];
    } else continue;

    if (values.length === 0) {
      if (parameter.required) problems.push(`${where} is missing`);
      continue;
    }
    problems.push(...checkValues(parameter, values, schemas).map((line) => `${where}: ${line}`));
  }

  for (const key of new Set(url.searchParams.keys())) {
    if (!declared.has(key)) problems.push(`query parameter ${schemas.shown(key)} is not declared`);
  }
  return problems;
}

function pathValues(operation: Operation, url: URL): Map<string, string> {
  const address = `${url.origin}${url.pathname}`;
  for (const route of operation.routes) {
    const match = route.pattern.exec(address);
    if (!match) continue;
    return new Map(route.names.map((name, index) => [name, decode(match[index + 1] ?? "")]));
  }
  return new Map();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function checkValues(parameter: Parameter, values: string[], schemas: Schemas): string[] {
  const media = Object.values(parameter.content ?? {})[0];
  if (media) {
    try {
      const value: unknown = JSON.parse(values[0]!);
      return media.schema === undefined ? [] : schemas.check(media.schema)(value);
    } catch {
      return ["is not JSON text"];
    }
  }
  if (parameter.schema === undefined) return [];
  const check = schemas.check(parameter.schema);
  const types = typesOf(parameter.schema, schemas);
  const candidates: unknown[] = [];
  if (types.has("array")) {
    const separator = { pipeDelimited: "|", spaceDelimited: " " }[parameter.style ?? ""] ?? ",";
    const exploded = parameter.in === "query" && (parameter.explode ?? (parameter.style ?? "form") === "form");
    const parts = exploded ? values : values[0]!.split(separator);
    if (!exploded && values.length > 1) return ["is repeated, though its values are to be joined"];
    const items = partOf(parameter.schema, schemas);
    candidates.push(parts.map((part) => itemMeaning(part, items, schemas)));
    if (types.size === 1) return firstFit(candidates, check);
  }
  if (values.length > 1) return types.has("array") ? firstFit(candidates, check) : ["is given more than once"];
  candidates.push(...meanings(values[0]!, parameter.schema, schemas));
  return firstFit(candidates, check);
}

const itemMeaning = (text: string, items: Schema | undefined, schemas: Schemas): unknown =>
  meanings(text, items, schemas)[0];

function objectFields(
  parameter: Parameter,
  url: URL,
  schemas: Schemas,
): { keys: string[]; value: Record<string, unknown> } {
  const value: Record<string, unknown> = {};
  const keys: string[] = [];
  const deep = parameter.style === "deepObject";
  const properties = (schemas.read(parameter.schema).properties ?? {}) as Record<string, Schema>;
  for (const [key, text] of url.searchParams) {
    const prefix = `${parameter.name}[`;
    const inner = !deep ? key : key.startsWith(prefix) && key.endsWith("]") ? key.slice(prefix.length, -1) : undefined;
    if (inner === undefined || (!deep && !(inner in properties))) continue;
    keys.push(key);
    value[inner] = itemMeaning(text, partOf(parameter.schema, schemas, inner), schemas);
  }
  return { keys, value };
}
