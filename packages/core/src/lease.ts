/** Milliseconds; longer than a token request's own deadline, so that a holder that lives is never overtaken. */
export const LEASE = 15_000;

/** Who works on a record, until when by the clock of its machine (milliseconds since the epoch). */
export interface Lease {
  readonly holder: string;
  readonly until: number;
}

/**
 * Judges the leases of others while one waits for them: whether one may still be held. The clocks of two machines
 * differ, so that `until` alone tells nothing about a lease of this minute: it is over when it was seen unchanged for its
 * whole length by this process's own monotonic clock, or ended longer ago than clocks differ.
 * @param now milliseconds since the epoch
 * @param skew milliseconds by which two machines' clocks may differ
 */
export function createLeaseWatch(now: () => number, skew: number): (lease: Lease | undefined) => boolean {
  let seen: { holder: string; until: number; since: number } | undefined;
  return (lease) => {
    if (!lease || lease.until <= 0 || now() > lease.until + skew) return false;
    const time = performance.now();
    if (seen?.holder !== lease.holder || seen.until !== lease.until) {
      seen = { holder: lease.holder, until: lease.until, since: time };
    }
    return time - seen.since < LEASE;
  };
}
