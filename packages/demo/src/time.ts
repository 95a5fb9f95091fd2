const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "3 minutes ago", "in 2 hours". @param from, to milliseconds since the epoch */
export function ago(to: number, from: number): string {
  const difference = to - from;
  const [unit, size] = UNITS.find(([, size]) => Math.abs(difference) >= size) ?? UNITS[3];
  return relative.format(Math.trunc(difference / size), unit);
}

/** "50 min", "40 s". @param duration milliseconds */
export function span(duration: number): string {
  const seconds = Math.max(0, Math.round(duration / 1000));
  return seconds >= 90 ? `${Math.round(seconds / 60)} min` : `${seconds} s`;
}
