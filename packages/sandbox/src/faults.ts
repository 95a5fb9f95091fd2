import { PLATFORMS, type PlatformId } from "./platforms/platform.ts";

/**
 * What a platform can be made to do until it is switched off again.
 * `deny`: the merchant denies without being shown the page. `unauthorized`: API calls answer as to an unknown
 * credential. `limited`: API calls answer 429. `slow`: every answer takes five seconds.
 */
export const FAULTS = ["deny", "unauthorized", "limited", "slow"] as const;
/** One of {@link FAULTS}. */
export type Fault = (typeof FAULTS)[number];

/** The faults that are switched on, by platform. */
export type Faults = Readonly<Record<PlatformId, Set<Fault>>>;

export function createFaults(): Faults {
  return Object.fromEntries(PLATFORMS.map((id) => [id, new Set<Fault>()])) as unknown as Faults;
}
