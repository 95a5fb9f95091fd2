/** One comparison. Of two figures the smaller is better, unless the goal says `>=`. */
export interface Row {
  readonly what: string;
  readonly ours: number;
  readonly unit: string;
  readonly peer?: { readonly name: string; readonly value: number };
  readonly goal?: Goal;
}

/** What ours, or its ratio to the peer's, should be at most (`<=`), at least (`>=`) or exactly. */
export interface Goal {
  readonly of: "ratio" | "value";
  readonly sign: "<=" | ">=" | "=";
  readonly limit: number;
}

export const atMost = (limit: number): Goal => ({ of: "ratio", sign: "<=", limit });
export const atLeast = (limit: number): Goal => ({ of: "ratio", sign: ">=", limit });
export const noMore = (limit: number): Goal => ({ of: "value", sign: "<=", limit });
export const exactly = (limit: number): Goal => ({ of: "value", sign: "=", limit });

/** Ratios of times move by this much between two runs. */
const SLACK = 1.08;
const TIMES = new Set(["µs", "ms", "req/s"]);

/** Whether a row's goal is met; times get the slack of their noise. */
export function met({ ours, peer, goal, unit }: Row): boolean | undefined {
  if (!goal || (goal.of === "ratio" && !peer)) return undefined;
  const value = goal.of === "ratio" ? ours / peer!.value : ours;
  const slack = TIMES.has(unit) ? SLACK : 1;
  if (goal.sign === "=") return value === goal.limit;
  return goal.sign === "<=" ? value <= goal.limit * slack : value >= goal.limit / slack;
}

/** Prints rows as an aligned table. */
export function print(title: string, rows: readonly Row[]): void {
  const cells = rows.map((row) => {
    const { what, ours, unit, peer, goal } = row;
    const verdict = met(row);
    return [
      what,
      `${number(ours)} ${unit}`,
      peer ? `${number(peer.value)} ${unit}` : "",
      peer?.name ?? "",
      peer ? (ours / peer.value).toFixed(2) : "",
      goal ? `${goal.sign} ${goal.limit}${goal.of === "ratio" ? " x" : ""}` : "",
      verdict === undefined ? "" : verdict ? "met" : "NOT MET",
    ];
  });
  const head = [title, "ours", "peer", "", "ratio", "goal", ""];
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((line) => line[column]!.length)));
  const line = (parts: readonly string[]) =>
    parts
      .map((part, column) =>
        column === 0 || column === 3 ? part.padEnd(widths[column]!) : part.padStart(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  console.log(`\n${line(head)}\n${widths.map((width) => "-".repeat(width)).join("  ")}`);
  for (const parts of cells) console.log(line(parts));
}

function number(value: number): string {
  const digits = Number.isInteger(value) || value >= 1000 ? 0 : value >= 100 ? 1 : 2;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
