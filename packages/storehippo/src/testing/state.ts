import type { Entities, EntityName } from "../entities.ts";
import type { components } from "../schema.ts";
import type { StoreHippoScope } from "../scopes.ts";

/** A record of an entity that the store defined itself. */
export type MockRecord = components["schemas"]["EntityRecord"] & { _id: string };

/** The records of the described entities, by entity. */
export type MockRecords = { [Name in EntityName]: Entities[Name]["record"][] };

/** The app as it is registered with the platform. */
export interface MockApp {
  clientId: string;
  clientSecret: string;
  /** In full: there is no prefix match. */
  redirectUris: string[];
}

/** A store of the emulated StoreHippo. */
export interface MockStore {
  readonly name: string;
  readonly id: string;
  /** Hosts of the store's own, where only the API is served. */
  readonly domains: readonly string[];
  records: MockRecords;
  /** Entities that the store defined itself, by name. */
  own: Record<string, MockRecord[]>;
  /** The substore that setPreferences chose. */
  substore?: string;
}

/** What the browser was sent with. Times are milliseconds since the epoch. */
export interface MockAuthorization {
  store: string;
  scopes: string[];
  redirectUri: string;
  state: string;
  at: number;
}

/** An authorization code that the consent page gave. */
export interface MockCode {
  code: string;
  store: string;
  redirectUri: string;
  scopes: StoreHippoScope[];
  issuedAt: number;
  usedAt?: number;
  /** The token it was exchanged for. */
  token?: string;
}

/** A token of the emulated StoreHippo. */
export interface MockToken {
  token: string;
  store: string;
  scopes: StoreHippoScope[];
  issuedAt: number;
  /** Why it no longer works. */
  revoked?: "uninstalled" | "its code was used twice";
}

/** Everything that the emulated StoreHippo knows. */
export interface StoreHippoState {
  app: MockApp;
  stores: Record<string, MockStore>;
  authorizations: MockAuthorization[];
  codes: MockCode[];
  tokens: MockToken[];
  /** Keys of the merchants' own integrations. */
  accessKeys: { key: string; store: string }[];
}

/** A request that was refused, and the rule it broke. */
export interface MockRefusal {
  /** Milliseconds since the epoch. */
  at: number;
  method: string;
  path: string;
  status: number;
  rule: string;
}
