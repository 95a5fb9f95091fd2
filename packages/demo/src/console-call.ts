import type { Field, Operation } from "./operations.ts";
import { type Recorded, recorded } from "./recording.ts";
import type { PlatformId, Shops } from "./shops.ts";

/** What was typed into a call's form: `path.id`, `query.limit`, `body`. */
export type Typed = Readonly<Record<string, string>>;

export interface CallResult {
  /** All requests in their order: a renewal stands before the call it was made for. */
  readonly requests: readonly Recorded[];
  readonly error?: unknown;
  /** The same call as a line of code. */
  readonly code: string;
}

/** A form that cannot be sent, and the field that is wrong. */
export class FieldError extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

interface Init {
  params: Record<string, Record<string, unknown>>;
  body?: unknown;
}
type AnyClient = Record<string, (path: string, init: Init) => Promise<unknown>>;

/**
 * Makes a call through the connection's typed client.
 * @throws FieldError for what the form lacks
 */
export async function makeCall(
  shops: Shops,
  { platform, account, owner }: { platform: PlatformId; account: string; owner: string },
  operation: Operation,
  typed: Typed,
): Promise<CallResult> {
  const init = readForm(operation, typed);
  // The operation was picked at run time, so the client's types cannot help here.
  const client = shops[platform].client(account, { owner }) as unknown as AnyClient;
  const { error, requests } = await recorded(() => client[operation.method]!(operation.path, init));
  return { requests, code: asCode(platform, account, operation, init), ...(error !== undefined && { error }) };
}

export const fieldName = (field: Field): string => `${field.in}.${field.name}`;

function readForm(operation: Operation, typed: Typed): Init {
  const params: Init["params"] = {};
  for (const field of operation.fields) {
    const text = (typed[fieldName(field)] ?? "").trim();
    if (text === "") {
      if (field.required || field.in === "path") throw new FieldError(fieldName(field), `${field.name} is needed`);
      continue;
    }
    (params[field.in] ??= {})[field.name] = typedValue(field, text);
  }
  const text = (typed.body ?? "").trim();
  if (!operation.body || (text === "" && !operation.body.required)) return { params };
  return { params, body: parsed("body", "The body", text) };
}

function typedValue(field: Field, text: string): unknown {
  if (field.kind === "json") return parsed(fieldName(field), field.name, text);
  if (field.kind === "boolean") return text === "true";
  if (field.kind === "text") return text;
  if (!Number.isFinite(Number(text))) throw new FieldError(fieldName(field), `${field.name} is a number`);
  return Number(text);
}

function parsed(field: string, name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FieldError(field, `${name} is not JSON: ${error instanceof Error ? error.message : "cannot be read"}`);
  }
}

function asCode(platform: PlatformId, account: string, { method, path }: Operation, { params, body }: Init): string {
  const given = {
    ...(Object.keys(params).length > 0 && { params }),
    ...(body !== undefined && { body }),
  };
  const init =
    Object.keys(given).length > 0 ? `, ${JSON.stringify(given, null, 2).replace(/"([A-Za-z_]\w*)":/g, "$1:")}` : "";
  return `const { data, error } = await ${platform}.client(${JSON.stringify(account)}).${method}(${JSON.stringify(path)}${init});`;
}
