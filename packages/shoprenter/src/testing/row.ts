import { Refused } from "./refusal.ts";
import type { Resource } from "./resource.ts";
import { describe, resources } from "./resources.ts";

export type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
export type Fields = Record<string, Value>;

/** A record as the emulation keeps it. */
export interface Row {
  /** The resource it belongs to; never one that only shows another's records. */
  readonly resource: string;
  /** The admin's number. */
  readonly number: number;
  /** The platform's own id. */
  readonly id: string;
  outerId?: string;
  readonly fields: Fields;
  readonly links: Record<string, Row>;
  /** Local time, `YYYY-MM-DDThh:mm:ss`. */
  readonly created: string;
  updated: string;
}

export const idOf = (row: Row): string => row.outerId ?? row.id;

/** The resource that keeps the records of one. */
export const baseOf = (name: string): string => resources[name]!.of ?? name;

/** The id that the platform makes: base64 of `resource-column=value`. */
export function systemId(name: string, number: number, links: Readonly<Record<string, Row>>): string {
  const text = describe(name).id!.replace(/\{(.*?)\}/g, (_, path: string) => {
    let row: Row | undefined;
    for (const step of path === "" ? [] : path.split(".")) row = (row ? row.links : links)[step];
    return String(row?.number ?? number);
  });
  return btoa(text);
}

/** What a field has when nothing was written: of the same kind as in the first record. */
export function blank(sample: Value): Value {
  if (Array.isArray(sample)) return [];
  if (typeof sample === "object" && sample !== null) return {};
  if (typeof sample !== "string") return sample === null ? null : 0;
  const decimals = /^-?\d+(\.\d+)?$/.exec(sample);
  if (decimals) return `0${(decimals[1] ?? "").replace(/\d/g, "0")}`;
  if (/^\d{4}-\d\d-\d\d$/.test(sample)) return "0000-00-00";
  if (/^\d{4}-\d\d-\d\d[T ]/.test(sample)) return "0000-00-00 00:00:00";
  return "";
}

/** A written scalar as it is read again: numbers and flags become strings. */
export function stored(value: Value): Value {
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "number" ? String(value) : value;
}

type Test = (row: Row, value: string) => boolean;

const leads = (row: Row | undefined, id: string) => row !== undefined && (row.id === id || row.outerId === id);

/** Comparisons that are not plain equality; the table names them after the field. */
const tests: Readonly<Record<string, Test>> = {
  number: (row, value) => row.number === Number(value),
  "number >=": (row, value) => row.number >= Number(value),
  id: leads,
  "created day": (row, value) => row.created.startsWith(value),
  "created >=": (row, value) => row.created >= value,
  "created <=": (row, value) => row.created <= value,
  "created >": (row, value) => row.created > value,
  "created <": (row, value) => row.created < value,
  "updated day": (row, value) => row.updated.startsWith(value),
  "updated >=": (row, value) => row.updated >= value,
  "updated <=": (row, value) => row.updated <= value,
  "updated >": (row, value) => row.updated > value,
  "updated <": (row, value) => row.updated < value,
  // An order without a state is a cart that was left; the last state of a fresh shop is "cancelled".
  "!orderStatus": (row, value) => value !== "1" || row.links.orderStatus !== undefined,
  "!cancelled": (row, value) => value !== "1" || row.links.orderStatus?.number !== CANCELLED,
  "externalInfo contains": (row, value) => JSON.stringify(row.fields.externalInfo ?? null).includes(value),
  "dateSubscribed starts": (row, value) => String(row.fields.dateSubscribed ?? "").startsWith(value),
};

const CANCELLED = resources.orderStatuses!.from! + resources.orderStatuses!.seed.length - 1;

/** Whether a row passes a filter of its resource. */
export function passes(row: Row, filter: string, value: string): boolean {
  const test = tests[filter];
  if (test) return test(row, value);
  const [first = "", ...rest] = filter.split(/[. ]/);
  const link = row.links[first];
  if (rest[0] === "number") return link?.number === Number(value);
  if (rest[0] !== undefined) return String(link?.fields[rest[0]] ?? "") === value;
  if (link) return leads(link, value);
  return String(row.fields[first] ?? "") === value;
}

/** Checks a filter's value before it is compared. */
export function checkFilter(name: string, filter: string, value: string): void {
  if (/^(?:created|updated) day$/.test(filter) && !/^\d{4}-\d\d-\d\d$/.test(value)) {
    throw new Refused(400, 40017, `The ${name} parameter must be a day: YYYY-MM-DD`);
  }
  if (/^(?:created|updated) [<>]/.test(filter) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value)) {
    throw new Refused(400, 40009, `The ${name} parameter must be a date: YYYY-MM-DDThh:mm:ss, without offset`);
  }
  if (/\bnumber\b/.test(filter) && !/^\d+$/.test(value)) {
    throw new Refused(
      400,
      40005,
      `The ${name} parameter must be a number`,
      `${name} takes the admin's number, not a resource id`,
    );
  }
}

/** The targets that a link of a resource may lead to. */
export function targetsOf(description: Resource, link: string): readonly string[] {
  const targets = (description.links as Record<string, string | readonly string[]> | undefined)?.[link];
  return targets === undefined ? [] : typeof targets === "string" ? [targets] : targets;
}
