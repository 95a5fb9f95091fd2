/** What a harness found: figures to print, and the promises that were broken. */
export interface Figures {
  readonly values: Map<string, number | string>;
  readonly broken: string[];
}

export interface Run {
  readonly long: boolean;
  /** What CI has time for, where that is less. */
  readonly short: boolean;
  log(line: string): void;
}

export type Harness = (run: Run) => Promise<Figures>;

/** Collects figures; a promise is a figure with what it must be. */
export function figures() {
  const values = new Map<string, number | string>();
  const broken: string[] = [];
  return {
    values,
    broken,
    note(name: string, value: number | string) {
      values.set(name, value);
    },
    promise(name: string, value: number, holds: (value: number) => boolean, wanted: string) {
      values.set(name, value);
      if (!holds(value)) broken.push(`${name} is ${value}, promised: ${wanted}`);
    },
    exactly(name: string, value: number, wanted: number) {
      this.promise(name, value, (given) => given === wanted, `exactly ${wanted}`);
    },
    atMost(name: string, value: number, wanted: number) {
      this.promise(name, value, (given) => given <= wanted, `at most ${wanted}`);
    },
    atLeast(name: string, value: number, wanted: number) {
      this.promise(name, value, (given) => given >= wanted, `at least ${wanted}`);
    },
  };
}
