/** Waits; ends early with the signal's reason. */
export function delay(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const end = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      resolve();
    }, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}

/** A random share of a time that doubles with each attempt (full jitter). */
export function backoff(attempt: number, base: number, cap: number): number {
  return Math.random() * Math.min(cap, base * 2 ** attempt);
}

/** Waits for a shared promise; one caller's abort ends only that caller's wait. */
export function waitFor<T>(shared: Promise<T>, signal?: AbortSignal | null): Promise<T> {
  if (!signal) return shared;
  return new Promise((resolve, reject) => {
    // Who has given up already hears nothing of its failure, which nobody else may wait for.
    shared.catch(() => {});
    if (signal.aborted) return reject(signal.reason);
    const end = () => reject(signal.reason);
    signal.addEventListener("abort", end, { once: true });
    shared.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}

/** What comes of the work, or `undefined` where that takes longer; leaves no timer behind. */
export function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  const end = new AbortController();
  const late = delay(ms, end.signal).then(
    () => undefined,
    () => undefined,
  );
  return Promise.race([work, late]).finally(() => end.abort());
}
