import type { MockRecord } from "./state.ts";

/** A list query that cannot be answered; the message is the rule. */
export class BadQuery extends Error {}

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

export interface ListAnswer {
  readonly records: MockRecord[];
  readonly start: number;
  readonly limit: number;
  readonly total: number;
}

/**
 * Answers a list query: conditions as JSON text or in brackets, order, place, projection.
 * @throws BadQuery
 */
export function listRecords(all: readonly MockRecord[], query: URLSearchParams): ListAnswer {
  const start = whole(query, "start", 0);
  const limit = whole(query, "limit", DEFAULT_LIMIT);
  if (limit > MAX_LIMIT) throw new BadQuery(`limit is ${limit}, more than ${MAX_LIMIT}`);
  let found = all.filter((record) => matches(record, query));
  const total = found.length;
  const since = query.get("since_id");
  if (since !== null) {
    found = found.filter(({ _id }) => _id > since).sort((a, b) => (a._id < b._id ? -1 : 1));
  } else {
    const sort = query.get("sort");
    if (sort) found = sorted(found, sort);
  }
  const fields = projection(query);
  return { records: found.slice(start, start + limit).map(fields), start, limit, total };
}

function whole(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw new BadQuery(`${name} is not a whole number`);
  return Number(text);
}

function json(query: URLSearchParams, name: string): unknown {
  const text = query.get(name);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new BadQuery(`${name} is not JSON text`);
  }
}

interface Condition {
  field?: unknown;
  operator?: unknown;
  value?: unknown;
}

/** `filters` as JSON text, or as the SDK writes it: `filters[0][field]=`. */
function conditions(query: URLSearchParams): Condition[] {
  const given = json(query, "filters");
  if (given !== undefined) {
    if (!Array.isArray(given)) throw new BadQuery("filters is not a list");
    return given as Condition[];
  }
  const found: Record<string, Condition> = {};
  for (const [name, value] of query) {
    const [, index, key] = /^filters\[(\d+)\]\[(field|operator|value)\]$/.exec(name) ?? [];
    if (index !== undefined && key !== undefined) (found[index] ??= {})[key as keyof Condition] = value;
  }
  return Object.values(found);
}

function projection(query: URLSearchParams): (record: MockRecord) => MockRecord {
  const given = json(query, "fields");
  const names = given !== undefined && typeof given === "object" && given !== null ? Object.keys(given) : [];
  for (const name of query.keys()) names.push(...(/^fields\[([^\]]+)\]$/.exec(name)?.slice(1) ?? []));
  if (names.length === 0) return (record) => record;
  const kept = new Set(["_id", ...names]);
  return (record) => Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name))) as MockRecord;
}

function sorted(records: readonly MockRecord[], sort: string): MockRecord[] {
  let field = sort.replace(/^-/, "");
  let down = sort.startsWith("-");
  if (sort.startsWith("[")) {
    const [first] = JSON.parse(sort) as { field: string; order: number }[];
    field = first?.field ?? "_id";
    down = (first?.order ?? 1) < 0;
  }
  return [...records].sort((a, b) => compare(read(a, field), read(b, field)) * (down ? -1 : 1));
}

function matches(record: MockRecord, query: URLSearchParams): boolean {
  const substore = query.get("substore");
  const stores = record.substore;
  if (substore !== null && Array.isArray(stores) && !stores.includes(substore)) return false;
  const exact = json(query, "q");
  if (exact !== undefined && !fits(record, exact)) return false;
  const mongo = json(query, "query");
  if (mongo !== undefined && !fits(record, mongo)) return false;
  return conditions(query).every(({ field, operator, value }) => {
    if (typeof field !== "string") throw new BadQuery("a condition of filters has no field");
    return holds(read(record, field), String(operator ?? "equal"), value);
  });
}

const MONGO: Readonly<Record<string, string>> = {
  $in: "in",
  $gt: "gt",
  $gte: "gte",
  $lt: "lt",
  $lte: "lte",
  $ne: "not_equal",
  $eq: "eq",
  $regex: "regex",
};

function fits(record: MockRecord, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) throw new BadQuery("the query is not an object");
  return Object.entries(wanted).every(([field, value]) => {
    if (typeof value !== "object" || value === null) return holds(read(record, field), "eq", value);
    return Object.entries(value).every(([key, operand]) => {
      const operator = MONGO[key];
      if (operator === undefined) throw new BadQuery(`${key} is not a known operator`);
      return holds(read(record, field), operator, operand);
    });
  });
}

function holds(value: unknown, operator: string, operand: unknown): boolean {
  const same = (a: unknown, b: unknown) => (a ?? null) === (b ?? null) || String(a) === String(b);
  const equal = (other: unknown) =>
    Array.isArray(value) ? value.some((each) => same(each, other)) : same(value, other);
  switch (operator) {
    case "equal":
    case "eq":
      return equal(operand);
    case "not_equal":
      return !equal(operand);
    case "less_than":
    case "lt":
      return value != null && compare(value, operand) < 0;
    case "greater_than":
    case "gt":
      return value != null && compare(value, operand) > 0;
    case "gte":
      return value != null && compare(value, operand) >= 0;
    case "lte":
      return value != null && compare(value, operand) <= 0;
    case "in":
      return Array.isArray(operand) && operand.some(equal);
    case "regex":
      return new RegExp(String(operand)).test(String(value ?? ""));
    default:
      throw new BadQuery(`${operator} is not a known operator`);
  }
}

function compare(a: unknown, b: unknown): number {
  const numbers = [a, b].map((each) => (each === "" || each == null ? Number.NaN : Number(each)));
  if (numbers.every((each) => !Number.isNaN(each))) return numbers[0]! - numbers[1]!;
  const texts = [String(a ?? ""), String(b ?? "")];
  return texts[0]! < texts[1]! ? -1 : texts[0]! > texts[1]! ? 1 : 0;
}

function read(record: MockRecord, field: string): unknown {
  let value: unknown = record;
  for (const name of field.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}
