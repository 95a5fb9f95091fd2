import { fileURLToPath } from "node:url";
import { bundle, createConfig } from "@redocly/openapi-core";
import type { PlatformId } from "./shops.ts";

/** A parameter of an operation, as a form shows it. */
export interface Field {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly kind: "text" | "number" | "boolean" | "json";
  readonly choices?: readonly string[];
  /** What a call needs to work at all: a path parameter's example. */
  readonly example: string;
  readonly about?: string;
}

/** A call that the typed client of a platform can make. */
export interface Operation {
  readonly id: string;
  /** In capitals. */
  readonly method: string;
  /** As the spec and the client name it, with `{name}` for parameters. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly fields: readonly Field[];
  readonly body?: { readonly required: boolean; readonly example: string };
}

type Json = Record<string, unknown>;
const METHODS = ["get", "post", "put", "patch", "delete"];
const read = new Map<PlatformId, Promise<readonly Operation[]>>();

/** The operations of `specs/<platform>.yaml` that a connection's client can call; read once. */
export function operationsOf(platform: PlatformId): Promise<readonly Operation[]> {
  let found = read.get(platform);
  if (!found) {
    read.set(platform, (found = readSpec(platform)));
    found.catch(() => read.delete(platform));
  }
  return found;
}

async function readSpec(platform: PlatformId): Promise<readonly Operation[]> {
  const ref = fileURLToPath(new URL(`../../../specs/${platform}.yaml`, import.meta.url));
  const { bundle: bundled } = await bundle({ ref, config: await createConfig({}) });
  const document = bundled.parsed as Json;
  const operations: Operation[] = [];
  for (const [path, reference] of Object.entries(document.paths as Json)) {
    const item = resolve(document, reference);
    for (const method of METHODS) {
      const source = item[method] as Json | undefined;
      // Another server or another credential: the flow's own pages, and keys that no connection has.
      if (!source || (source.servers ?? item.servers ?? source.security)) continue;
      operations.push(toOperation(document, { method, path, item, source }));
    }
  }
  return operations;
}

function toOperation(
  document: Json,
  { method, path, item, source }: { method: string; path: string; item: Json; source: Json },
): Operation {
  const parameters = [...list(item.parameters), ...list(source.parameters)].map((each) => resolve(document, each));
  const byName = new Map(parameters.map((each) => [`${each.in} ${each.name}`, each]));
  const body = source.requestBody === undefined ? undefined : resolve(document, source.requestBody);
  const media = body && ((body.content as Json)["application/json"] as Json | undefined);
  return {
    id: String(source.operationId ?? `${method} ${path}`),
    method: method.toUpperCase(),
    path,
    tag: String(list(source.tags)[0] ?? "other"),
    summary: String(source.summary ?? path),
    fields: [...byName.values()].filter((each) => each.in !== "cookie").map((each) => toField(document, each)),
    ...(media && {
      body: { required: body.required === true, example: JSON.stringify(exampleOf(document, media) ?? {}, null, 2) },
    }),
  };
}

function toField(document: Json, parameter: Json): Field {
  const schema = resolve(document, parameter.schema ?? {});
  const types = [schema.type].flat();
  const choices = list(schema.enum).map(String);
  const media = parameter.content ? (Object.values(parameter.content as Json)[0] as Json) : parameter;
  const example = exampleOf(document, media) ?? (schema.example as unknown) ?? list(schema.examples)[0];
  return {
    name: String(parameter.name),
    in: parameter.in as Field["in"],
    required: parameter.required === true,
    kind: parameter.content ? "json" : types.includes("string") ? "text" : kindOf(types[0]),
    ...(choices.length > 0 && { choices }),
    example: example === undefined ? "" : typeof example === "object" ? JSON.stringify(example) : String(example),
    ...(typeof parameter.description === "string" && { about: firstSentence(parameter.description) }),
  };
}

function kindOf(type: unknown): Field["kind"] {
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "boolean";
  return type === "object" || type === "array" ? "json" : "text";
}

function exampleOf(document: Json, media: Json): unknown {
  if (media.example !== undefined) return media.example;
  const [first] = Object.values((media.examples ?? {}) as Json);
  return first === undefined ? undefined : resolve(document, first).value;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const firstSentence = (text: string): string => text.replace(/\s+/g, " ").split(/(?<=\.) /)[0]!;

/** Follows `$ref`s, which all stay inside a bundled document. */
function resolve(document: Json, value: unknown): Json {
  let found = value as Json;
  for (let hops = 0; typeof found?.$ref === "string" && hops < 50; hops++) {
    const steps = found.$ref.slice(2).split("/");
    found = steps.reduce<unknown>(
      (at, step) => (at as Json | undefined)?.[decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~")],
      document,
    ) as Json;
  }
  return found ?? {};
}
