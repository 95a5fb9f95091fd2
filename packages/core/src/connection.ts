import type { Lease } from "./lease.ts";
import type { JsonValue } from "./platform.ts";

/** A stored credential for an account, without the credential. */
export interface Connection {
  readonly platform: string;
  /** The shop or creator as the platform knows it. */
  readonly account: string;
  /** The app's own user or tenant; absent until claimed. */
  readonly owner?: string;
  readonly scopes?: readonly string[];
  /** Milliseconds since the epoch. */
  readonly connectedAt: number;
  /** Milliseconds since the epoch; absent: the credential is permanent. */
  readonly expiresAt?: number;
  /** `rejected`: the platform refuses the credential. `unclaimed`: installed on the platform, no owner yet. */
  readonly status: "active" | "rejected" | "unclaimed";
  /** What `begin` was given. */
  readonly meta?: JsonValue;
  /** What else the platform said, by the platform's own names. Untrusted text. */
  readonly details?: Readonly<Record<string, string>>;
}

/** How a connection is stored, sealed. */
export interface ConnectionRecord<Credential> {
  /** Counts connects of this account, also across disconnects: the results of an older one are dropped. */
  readonly generation: number;
  /** Absent after a disconnect. */
  readonly held?: Held<Credential>;
  /** After a disconnect: what was held came from this flow, at this time (milliseconds since the epoch). */
  readonly flow?: string;
  readonly connectedAt?: number;
}

export interface Held<Credential> {
  readonly owner?: string;
  readonly status: Connection["status"];
  /** Absent where it is had by the first renewal. */
  readonly credential?: Credential;
  /** Counts the credentials of this generation. */
  readonly serial: number;
  readonly scopes?: readonly string[];
  readonly details?: Readonly<Record<string, string>>;
  readonly meta?: JsonValue;
  /** The flow that brought it; absent where it was adopted. */
  readonly flow?: string;
  /** Milliseconds since the epoch, as the next three. */
  readonly connectedAt: number;
  readonly issuedAt: number;
  readonly expiresAt?: number;
  /** When a renewal was last forced by a refused token. */
  readonly forcedAt?: number;
  /** Who renews, until when. */
  readonly lease?: Lease;
}

/** What the world may see of a record. */
export function toConnection(platform: string, account: string, held: Held<unknown>): Connection {
  const { owner, scopes, connectedAt, expiresAt, status, meta, details } = held;
  return {
    platform,
    account,
    connectedAt,
    status,
    ...(owner !== undefined && { owner }),
    ...(scopes !== undefined && { scopes }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(meta !== undefined && { meta }),
    ...(details !== undefined && { details }),
  };
}
