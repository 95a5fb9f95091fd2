import type { Billing } from "./billing.ts";
import { Refused } from "./refusal.ts";
import type { Shop } from "./shop.ts";

export interface Call {
  readonly shop: Shop;
  readonly method: string;
  /** Below the API's base, without a slash in front; decoded. */
  readonly path: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  readonly body: unknown;
  /** The scopes of the token. */
  readonly scopes: readonly string[];
  readonly billing: Billing;
  /** Notes what was answered but not meant so. */
  warn(rule: string): void;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

export function assertScope({ scopes, method, path }: Call, scope: string | undefined): void {
  const needed = scope && `${scope}:${method === "GET" ? "read" : "write"}`;
  if (needed && !scopes.includes(needed)) {
    throw new Refused(
      401,
      40101,
      "You do not have permission to access this resource",
      `${method} /${path[0]} needs the scope ${needed}`,
    );
  }
}

export function assertQuery({ query, path }: Call, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (!known.includes(name))
      throw new Refused(400, 40010, `Unknown parameter: ${name}`, `/${path.join("/")} has no query parameter ${name}`);
  }
}

/** A body as an object, out of the wrapper that some pages show. */
export function bodyOf({ body, method, path }: Call): Fields {
  if (typeof body !== "object" || body === null || Array.isArray(body)) {
    throw new Refused(
      400,
      40001,
      "The data is missing",
      `${method} /${path.join("/")} needs a JSON object as its body`,
    );
  }
  const { data, ...others } = body as Fields;
  return typeof data === "object" && data !== null && Object.keys(others).length === 0
    ? (data as Fields)
    : (body as Fields);
}
