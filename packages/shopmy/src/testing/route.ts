import type { ShopMyScope } from "../scopes.ts";
import type { Shape } from "./shape.ts";
import type { ShopMyState, ShopMyUser } from "./state.ts";

/** What a route is given, after its keys, scopes and body have been checked. */
export interface Call {
  readonly state: ShopMyState;
  /** The creator of the user token; only on developer routes. */
  readonly user: ShopMyUser;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** The number in the path. */
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How lists are sent. */
  list(name: string, rows: readonly unknown[]): unknown;
}

/** An answer; `rule` where it is a refusal, for whoever debugs. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  readonly rule?: string;
}

/** One route of an API, described. */
export interface Route {
  readonly method: "get" | "post" | "put";
  readonly path: string;
  /** Which credential it takes: the app's key, that and a creator's token, the brand's key, none. */
  readonly auth: "app" | "creator" | "brand" | "none";
  /** Any one of these opens it. */
  readonly scopes?: readonly ShopMyScope[];
  readonly body?: Shape;
  /** What a body that does not fit is answered; absent: the fault in words. */
  readonly badBody?: (body: Readonly<Record<string, unknown>>) => string;
  answer(call: Call): Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const refuse = (status: number, error: string, rule = error): Reply => ({ status, body: { error }, rule });
