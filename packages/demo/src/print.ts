import { styleText } from "node:util";

type Style = Parameters<typeof styleText>[0];
const paint = (style: Style, text: string): string => (process.stdout.isTTY ? styleText(style, text) : text);

export function heading(text: string): void {
  console.log(`\n${paint("bold", text)}`);
}

/** One step and how it ended. */
export function step(text: string, result = ""): void {
  console.log(`  ${paint("green", "✓")} ${text}${result ? paint("gray", `  ${result}`) : ""}`);
}

export function failed(text: string): void {
  console.log(`  ${paint("red", "✗")} ${text}`);
}

export function table(rows: readonly Readonly<Record<string, string>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const width = (column: string) => Math.max(column.length, ...rows.map((row) => row[column]?.length ?? 0));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => cell.padEnd(width(columns[index]!)))
      .join("  ")
      .trimEnd();
  console.log(`\n${paint("bold", line(columns))}`);
  console.log(line(columns.map((column) => "─".repeat(width(column)))));
  for (const row of rows) console.log(line(columns.map((column) => row[column] ?? "")));
}
