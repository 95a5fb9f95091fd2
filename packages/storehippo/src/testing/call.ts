import { answer, type Refuse } from "./answers.ts";
import type { Command } from "./commands.ts";
import type { MockStore } from "./state.ts";

export type Version = "1.1" | "1" | "unversioned";

/** One signed request to the API of a store. */
export interface Call {
  readonly store: MockStore;
  readonly version: Version;
  readonly query: URLSearchParams;
  /** Name of the entity, the first part of the path. */
  readonly entity: string;
  /** The other parts of the path, by name. */
  readonly path: Readonly<Record<string, string>>;
  /** The body, as it came; `undefined` where there was none. */
  readonly body: unknown;
  readonly refuse: Refuse;
  readonly now: () => number;
  readonly makeId: () => string;
  /** What an add answers. */
  readonly added: "record" | "id" | "nothing";
  readonly commands: Readonly<Record<string, Command>>;
}

/** Ends a call with a refusal. */
export class Refused extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super("refused");
    this.response = response;
  }
}

export function fail(call: Call, status: number, rule: string, body?: unknown): never {
  throw new Refused(call.refuse(status, rule, body));
}

export function notFound(call: Call, rule: string): never {
  const messages = [{ name: `ms.entity.${bare(call.entity)}.not_found`, level: "error" }];
  return fail(call, 404, rule, { messages, error: "Not found" });
}

export function success(call: Call, command: string, data: unknown): Response {
  const name = `ms.entity.${bare(call.entity)}.${command}`;
  const messages = command === "get" || command === "list" ? [] : [{ name, level: "success" }];
  return answer({ messages, fileBaseUrl: fileBase(call), data });
}

/** An edit does not echo; the older versions answer text. */
export function done(call: Call, command: string): Response {
  return success(call, command, call.version === "1.1" ? {} : "Updated successfully");
}

export function fileBase({ store }: Call): string {
  return `https://${store.name}.storehippo.com/s/${store.id}/`;
}

/** What the body holds: bare at 1.1, wrapped before. */
export function readValue(call: Call): unknown {
  const { version, body } = call;
  const wrapped = typeof body === "object" && body !== null && Object.hasOwn(body, "data");
  if (version === "1.1") {
    return wrapped ? fail(call, 406, "version 1.1 takes the bare record, not { data }", "Invalid data") : body;
  }
  if (wrapped) return (body as { data: unknown }).data;
  return fail(call, 406, `version ${version} takes { data: record }, not the bare record`, "data is required.");
}

export function readRecord(call: Call): Record<string, unknown> {
  const value = readValue(call);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  return fail(call, 406, "the body is not a record", "Invalid data");
}

const bare = (entity: string) => entity.replace(/^ms\./, "");
