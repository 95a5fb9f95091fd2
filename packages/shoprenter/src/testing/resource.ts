import type { components } from "../schema.ts";

type Schemas = components["schemas"];

/** What can be done with a resource. */
export type Action = "list" | "create" | "get" | "upsert" | "update" | "delete";

export const READ: readonly Action[] = ["list", "get"];
export const EDIT: readonly Action[] = ["list", "create", "get", "upsert", "update", "delete"];
export const RELATE: readonly Action[] = ["list", "create", "get", "delete"];

/** The schemas of single records. */
export type RecordSchema = {
  [Name in keyof Schemas]: Schemas[Name] extends { href?: Schemas["Href"]; id?: Schemas["ResourceId"] } ? Name : never;
}[keyof Schemas];

/** How a list comes: most samples have strings and no `pageCount`; those born as JSON have numbers and one. */
export type Envelope = "text" | "text with pageCount" | "numbers" | "counted" | "timed";

/** One resource of the API, described. */
export interface Resource<Name extends RecordSchema = RecordSchema> {
  readonly schema: Name;
  /** The resource whose records these are, seen with their children. */
  readonly of?: string;
  /** Text of the ids: `{}` is the record's own number, `{link}` the number of the record it links to. */
  readonly id?: string;
  /** The first number of the emulation; numbers go up by one. */
  readonly from?: number;
  /** `:read` opens GET, `:write` everything else. */
  readonly scope?: string;
  readonly does: readonly Action[];
  readonly envelope?: Envelope;
  /** Needed to create a record. */
  readonly required?: readonly (keyof Schemas[Name] & string)[];
  /** Together they belong to one record only. */
  readonly unique?: readonly (keyof Schemas[Name] & string)[];
  /** By query parameter: a field or link, `a.b` for a field of a linked record, and how it is compared. */
  readonly filters?: Readonly<Record<string, string>>;
  /** Fields that are written as `{ id }` and read as `{ href }`, with the resources they may lead to. */
  readonly links?: { readonly [Field in keyof Schemas[Name]]?: string | readonly string[] };
  /** Fields that link to a list of another resource, with the filter's name. */
  readonly lists?: { readonly [Field in keyof Schemas[Name]]?: string };
  /** Links that are answered as whole records. */
  readonly embedded?: readonly (keyof Schemas[Name] & string)[];
  /** Children that are embedded, by resource, with the link that leads back; `one` where there is a single child. */
  readonly children?: { readonly [Field in keyof Schemas[Name]]?: string };
  /** Numbers of records that set a link. */
  readonly numbered?: { readonly [Field in keyof Schemas[Name]]?: string };
  /** Cannot be written. */
  readonly fixed?: readonly (keyof Schemas[Name] & string)[];
  /** The only values that may be written. */
  readonly values?: { readonly [Field in keyof Schemas[Name]]?: readonly string[] };
  /** The segment that stands in links to a record, where it is not the resource's own. */
  readonly linkedAs?: string;
  readonly ignoresEmptyBody?: boolean;
  /** PUT with an unknown id creates. */
  readonly createsByPut?: boolean;
  /** The records of a fresh shop; the first has every field, the others what differs from it. */
  readonly seed: readonly Partial<Schemas[Name]>[];
}

/** Describes a resource by the schema of its records. */
export function resource<Name extends RecordSchema>(schema: Name, row: Omit<Resource<Name>, "schema">): Resource<Name> {
  return { schema, ...row };
}
