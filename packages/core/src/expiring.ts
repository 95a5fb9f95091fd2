const MANY = 1_000;

/** Values that are forgotten at a time by this process's own clock (`performance.now()`), so that they do not pile up. */
export class Expiring<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  #limit = MANY;

  /** 0 where nothing is kept: cheaper to ask than {@link get}. */
  get size(): number {
    return this.#entries.size;
  }

  get(name: string): Value | undefined {
    const entry = this.#entries.get(name);
    if (entry && entry.until <= performance.now()) this.#entries.delete(name);
    else return entry?.value;
  }

  set(name: string, value: Value, until: number): void {
    if (this.#entries.size >= this.#limit) {
      const now = performance.now();
      for (const [each, entry] of this.#entries) if (entry.until <= now) this.#entries.delete(each);
      // Where most of them live, the next look at all waits for as many again.
      this.#limit = Math.max(MANY, this.#entries.size * 2);
    }
    this.#entries.set(name, { value, until });
  }

  delete(name: string): void {
    this.#entries.delete(name);
  }
}
