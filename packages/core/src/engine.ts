import type { ConnectionRecord } from "./connection.ts";
import type { Emit } from "./events.ts";
import type { Platform } from "./platform.ts";
import type { TimedSend } from "./send.ts";
import type { Vault } from "./vault.ts";

/** What the parts of one ShopAuth instance share. */
export interface Engine<Credential> {
  readonly platform: Platform<never, Credential>;
  readonly vault: Vault<ConnectionRecord<Credential>>;
  readonly send: TimedSend;
  readonly emit: Emit;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Whether a process may renew by itself while the store cannot be reached. */
  readonly uncoordinated: boolean;
}
