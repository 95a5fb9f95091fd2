import type { Connection } from "./connection.ts";
import { delay } from "./delay.ts";
import { type ErrorCode, isShopAuthError } from "./errors.ts";
import type { Attempt, FlowRecord } from "./journal.ts";
import type { createLeaseWatch } from "./lease.ts";
import type { Vault } from "./vault.ts";

/** Records that are worked on at the same time. */
const LANES = 8;

/** What `recover` found and finished. */
export interface RecoveryReport {
  /** Connected now, from what a crash had left. */
  readonly finished: readonly Connection[];
  /** Sent, and nobody can know whether a credential was issued. */
  readonly unknown: readonly { readonly flow: string; readonly owner?: string; readonly account?: string }[];
  /** Refused by the platform on finishing. */
  readonly failed: readonly { readonly flow: string; readonly code: ErrorCode }[];
  /** Records that none of the secrets opens. */
  readonly unreadable: number;
}

/** Whether the lease of a record may still be held; one for each record, which remembers what it saw. */
export type IsHeld = ReturnType<typeof createLeaseWatch>;

export interface RecoveryInput {
  readonly journal: Vault<FlowRecord>;
  /** A judge for one record's lease. */
  readonly watch: () => IsHeld;
  /** Brings a record to its end; `made` gets what is connected. */
  readonly work: (attempt: Attempt, key: string, isHeld: IsHeld, made: Connection[]) => Promise<unknown>;
  readonly accountOf: (attempt: Attempt) => string | undefined;
}

/**
 * Finishes what a crash had left in the journal. One record that fails does not stop the others; the first failure of
 * the store is thrown at the end.
 */
export async function recover({ journal, watch, work, accountOf }: RecoveryInput): Promise<RecoveryReport> {
  const made: Connection[] = [];
  const unknown = new Map<string, { flow: string; owner?: string; account?: string }>();
  const failed: { flow: string; code: ErrorCode }[] = [];
  let unreadable = 0;
  const faults: unknown[] = [];
  const guarded = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (isShopAuthError(error) && error.code === "unreadable") unreadable++;
      else faults.push(error);
    }
  };
  const end = async (key: string, isHeld: IsHeld, attempt: Attempt) => {
    const { id: flow, owner } = attempt;
    try {
      await work(attempt, key, isHeld, made);
    } catch (error) {
      if (!isShopAuthError(error) || error.code === "store_failed" || error.code === "unreadable") throw error;
      if (error.code === "exchange_unknown") {
        const account = accountOf(attempt);
        const said = { flow, ...(owner !== undefined && { owner }), ...(account !== undefined && { account }) };
        unknown.set(flow, said);
      } else if (error.code !== "not_connected") failed.push({ flow, code: error.code });
    }
  };
  // All are seen before any is worked on, so that their leases end together.
  let open: { readonly key: string; readonly isHeld: IsHeld }[] = [];
  const keys: string[] = [];
  for await (const key of journal.ids()) keys.push(key);
  await inLanes(keys, (key) =>
    guarded(async () => {
      const record = (await journal.read(key))?.value;
      if (!record || finished(record)) return;
      const isHeld = watch();
      isHeld(record);
      open.push({ key, isHeld });
    }),
  );
  while (open.length > 0) {
    const held: typeof open = [];
    await inLanes(open, (each) =>
      guarded(async () => {
        const record = (await journal.read(each.key))?.value;
        if (!record || finished(record)) return;
        if (each.isHeld(record)) held.push(each);
        else await end(each.key, each.isHeld, record.attempt);
      }),
    );
    open = held;
    if (open.length > 0) await delay(250 + Math.random() * 250);
  }
  if (faults.length > 0) throw faults[0];
  return { finished: made, unknown: [...unknown.values()], failed, unreadable };
}

function finished(record: FlowRecord | undefined): boolean {
  return !record || record.state === "done" || record.state === "failed";
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}
