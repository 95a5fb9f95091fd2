const MANY = 10_000;

/** The requests of one account. */
interface Line {
  /** When the latest of them left (`performance.now()`), at most as many as may leave in one period. */
  readonly times: number[];
  /** Who waits, first come first: each is called when its turn has come. */
  readonly waiting: Set<() => void>;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

/** Spaces requests so that no account sees more than `requests` in any `per` milliseconds from this process. */
export function createPace({
  requests,
  per,
}: {
  requests: number;
  per: number;
}): (account: string, signal?: AbortSignal | null) => Promise<void> | void {
  const lines = new Map<string, Line>();
  let limit = MANY;

  /** Milliseconds to the next turn: each comes at least `per` after the one `requests` before it. */
  const wait = ({ times }: Line, now: number): number => (times.length < requests ? 0 : times[0]! + per - now);
  const take = ({ times }: Line, now: number) => {
    times.push(now);
    if (times.length > requests) times.shift();
  };
  const serve = (line: Line) => {
    line.timer = undefined;
    for (const go of line.waiting) {
      const now = performance.now();
      const left = wait(line, now);
      if (left > 0) {
        line.timer = setTimeout(serve, left, line);
        return;
      }
      line.waiting.delete(go);
      take(line, now);
      go();
    }
  };
  const lineOf = (account: string, now: number): Line => {
    let line = lines.get(account);
    if (!line) {
      if (lines.size >= limit) {
        for (const [name, { times, waiting }] of lines)
          if (waiting.size === 0 && times[times.length - 1]! + per <= now) lines.delete(name);
        limit = Math.max(MANY, lines.size * 2);
      }
      lines.set(account, (line = { times: [], waiting: new Set() }));
    }
    return line;
  };

  return (account, signal) => {
    if (signal?.aborted) return Promise.reject(signal.reason);
    const now = performance.now();
    const line = lineOf(account, now);
    if (line.waiting.size === 0 && wait(line, now) <= 0) return take(line, now);
    return new Promise((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener("abort", end);
        resolve();
      };
      // Who gives up leaves no gap: the turn is the next one's.
      const end = () => {
        line.waiting.delete(go);
        if (line.waiting.size === 0) {
          clearTimeout(line.timer);
          line.timer = undefined;
        }
        reject(signal!.reason);
      };
      signal?.addEventListener("abort", end, { once: true });
      line.waiting.add(go);
      if (line.timer === undefined) serve(line);
    });
  };
}
