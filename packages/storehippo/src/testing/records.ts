import type { EntityName } from "../entities.ts";
import { answer } from "./answers.ts";
import { type Call, done, fail, fileBase, notFound, readRecord, success } from "./call.ts";
import { COMMANDS } from "./commands.ts";
import { type EntityRules, OWN_RULES, RULES } from "./describe.ts";
import { BadQuery, listRecords } from "./query.ts";
import type { MockRecord } from "./state.ts";

type Fields = Record<string, unknown>;

function recordsOf(call: Call): MockRecord[] {
  const { store, entity } = call;
  if (Object.hasOwn(store.records, entity)) return store.records[entity as EntityName] as MockRecord[];
  const own = Object.hasOwn(store.own, entity) ? store.own[entity] : undefined;
  return own ?? notFound(call, `the store has no entity ${entity}`);
}

/** The record that the path names. */
export function recordOf(call: Call): MockRecord {
  const { id } = call.path;
  return recordsOf(call).find(({ _id }) => _id === id) ?? notFound(call, `${call.entity} has no record ${id}`);
}

export function list(call: Call): Response {
  const { version, entity, query } = call;
  const all = recordsOf(call);
  try {
    const { records, start, limit, total } = listRecords(all, query);
    const place = { limit, start, count: records.length, total };
    if (version === "unversioned") return answer({ records, ...place });
    const envelope = { messages: [], fileBaseUrl: fileBase(call), data: records };
    if (version === "1.1") return answer({ ...envelope, paging: place });
    // The oldest documentation shows categories as a bare list.
    return answer(entity === "ms.categories" ? records : { ...envelope, ...place });
  } catch (error) {
    if (!(error instanceof BadQuery)) throw error;
    return fail(call, 406, error.message, error.message);
  }
}

export function get(call: Call): Response {
  return success(call, "get", recordOf(call));
}

export function add(call: Call): Response {
  recordsOf(call);
  return insert(call, readRecord(call), "add");
}

export function duplicate(call: Call): Response {
  const { _id: _, alias: __, ...copy } = structuredClone(recordOf(call));
  return insert(call, { ...copy, ...readRecord(call) }, "duplicate");
}

export function edit(call: Call): Response {
  const record = recordOf(call);
  const { _id: _, created_on: __, ...changes } = readRecord(call);
  check(call, changes, record);
  Object.assign(record, changes, { updated_on: timeOf(call) });
  return done(call, "edit");
}

export function remove(call: Call): Response {
  const all = recordsOf(call);
  all.splice(all.indexOf(recordOf(call)), 1);
  return done(call, "delete");
}

export function runCommand(call: Call, record?: MockRecord): Response {
  const { entity, path, store, commands, makeId, body } = call;
  const name = `${entity}.${record ? "{id}." : ""}${path.command}`;
  const command = commands[name] ?? COMMANDS[name] ?? notFound(call, `there is no command ${name}`);
  const args = body === undefined ? {} : readRecord(call);
  return success(call, path.command!, command({ store, args, makeId, ...(record && { record }) }) ?? {});
}

function insert(call: Call, fields: Fields, command: string): Response {
  const all = recordsOf(call);
  check(call, fields);
  // Passwords can be written only.
  const { password: _, Password: __, ...kept } = withAlias(call, fields, all);
  const record: MockRecord = { ...kept, _id: call.makeId(), created_on: timeOf(call), updated_on: timeOf(call) };
  all.push(record);
  return success(call, command, { record, id: { _id: record._id }, nothing: {} }[call.added]);
}

/** Refuses fields that break a rule of the entity; in an edit only those that are named. */
function check(call: Call, fields: Fields, edited?: MockRecord): void {
  const { required, unique = [], numbers = [] } = rulesOf(call);
  const empty = (name: string) => fields[name] === undefined || fields[name] === null || fields[name] === "";
  const missing = required.filter((name) => empty(name) && (!edited || Object.hasOwn(fields, name)));
  if (missing.length > 0) {
    const said = missing.map((name) => ({ [name]: "required", message: "Required field" }));
    fail(call, 406, `${missing.join(", ")} ${missing.length > 1 ? "are" : "is"} required`, said);
  }
  for (const name of numbers) {
    if (empty(name) || !Number.isNaN(Number(fields[name]))) continue;
    fail(call, 403, `${name} is not a number`, `${name} is not a number.`);
  }
  for (const name of unique) {
    if (empty(name) || !recordsOf(call).some((each) => each !== edited && each[name] === fields[name])) continue;
    fail(call, 409, `another record has the same ${name}`, "duplicate_record");
  }
}

/** An alias is made from the name when it is left out, and made unique when it is taken. */
function withAlias(call: Call, fields: Fields, all: readonly MockRecord[]): Fields {
  const { aliasOf } = rulesOf(call);
  if (aliasOf === undefined) return fields;
  const given = String(fields.alias ?? fields[aliasOf] ?? "");
  const wanted = given
    .toLowerCase()
    .trim()
    .replace(/[^a-z0-9]+/g, "-");
  let alias = wanted;
  for (let count = 1; all.some((record) => record.alias === alias); count++) alias = `${wanted}-${count}`;
  return { ...fields, alias };
}

function rulesOf({ entity }: Call): EntityRules {
  return Object.hasOwn(RULES, entity) ? RULES[entity as EntityName] : OWN_RULES;
}

function timeOf({ now }: Call): string {
  return new Date(now()).toISOString();
}
