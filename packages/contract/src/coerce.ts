import type { Schema } from "./document.ts";
import type { Schemas } from "./schemas.ts";

/**
 * What a text can mean under a schema, the schema's own types first. Text that spells a number stays text where the
 * schema wants text; text that spells none stays text too, so that the validator names the type that was wanted.
 */
export function meanings(text: string, schema: Schema | undefined, schemas: Schemas): unknown[] {
  const wanted = typesOf(schema, schemas);
  const found: unknown[] = [];
  if ((wanted.has("integer") || wanted.has("number")) && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) {
    found.push(Number(text));
  }
  if (wanted.has("boolean") && (text === "true" || text === "false")) found.push(text === "true");
  if (wanted.has("null") && (text === "" || text === "null")) found.push(null);
  found.push(text);
  return found;
}

/** The types a schema allows anywhere at its top, through `$ref`, `anyOf`, `oneOf` and `allOf`. */
export function typesOf(schema: Schema | undefined, schemas: Schemas, depth = 0): Set<string> {
  const types = new Set<string>();
  if (depth > 20) return types;
  const read = schemas.read(schema);
  for (const type of [read.type].flat()) if (typeof type === "string") types.add(type);
  for (const constant of [read.const, read.enum].flat()) {
    if (typeof constant === "number") types.add("number");
    if (typeof constant === "boolean") types.add("boolean");
  }
  for (const word of ["anyOf", "oneOf", "allOf"]) {
    const parts = read[word];
    if (!Array.isArray(parts)) continue;
    for (const part of parts as Schema[]) for (const type of typesOf(part, schemas, depth + 1)) types.add(type);
  }
  return types;
}

/** The schema of a property or of an array's items, where the top of the schema names it. */
export function partOf(schema: Schema | undefined, schemas: Schemas, property?: string): Schema | undefined {
  const read = schemas.read(schema);
  const named =
    property === undefined ? read.items : (read.properties as Record<string, Schema> | undefined)?.[property];
  if (named !== undefined) return named as Schema;
  for (const word of ["allOf", "anyOf", "oneOf"]) {
    const parts = read[word];
    if (!Array.isArray(parts)) continue;
    for (const part of parts as Schema[]) {
      const found = partOf(part, schemas, property);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The first meaning that the check accepts, or the problems of the first one. */
export function firstFit(candidates: unknown[], check: (value: unknown) => string[]): string[] {
  let first: string[] | undefined;
  for (const candidate of candidates) {
    const problems = check(candidate);
    if (problems.length === 0) return [];
    first ??= problems;
  }
  return first ?? [];
}
