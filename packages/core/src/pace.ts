import { delay } from "./delay.ts";

/** Spaces requests so that no account sees more than `requests` in any `per` milliseconds from this process. */
export function createPace({
  requests,
  per,
}: {
  requests: number;
  per: number;
}): (account: string, signal?: AbortSignal | null) => Promise<void> | void {
  const turns = new Map<string, number[]>();
  return (account, signal) => {
    const now = performance.now();
    let times = turns.get(account);
    if (!times) {
      if (turns.size >= 10_000) turns.delete(turns.keys().next().value!);
      turns.set(account, (times = []));
    }
    // Each turn comes at least `per` after the one `requests` before it.
    const turn = times.length < requests ? now : Math.max(now, times[times.length - requests]! + per);
    times.push(turn);
    if (times.length > requests) times.shift();
    if (turn > now) return delay(turn - now, signal);
  };
}
