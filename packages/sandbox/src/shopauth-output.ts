import { stripVTControlCharacters } from "node:util";
import { type ErrorCode, isShopAuthError } from "@shopauth/core";

/** The command was not given what it needs. */
export class UsageError extends Error {}

/** The merchant did not come back in time. */
export class TimedOut extends Error {}

/** What the command ends with; the README lists them. */
export const EXIT = { done: 0, refused: 1, usage: 2, notConnected: 3, denied: 4, unreachable: 5 } as const;

const BY_CODE: Partial<Record<ErrorCode, number>> = {
  invalid_options: EXIT.usage,
  invalid_target: EXIT.usage,
  not_connected: EXIT.notConnected,
  reauthorization_required: EXIT.notConnected,
  callback_denied: EXIT.denied,
  callback_pending: EXIT.denied,
  network_failed: EXIT.unreachable,
  timeout: EXIT.unreachable,
  rate_limited: EXIT.unreachable,
};

export function exitCode(error: unknown): number {
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof TimedOut) return EXIT.unreachable;
  if (isShopAuthError(error)) return BY_CODE[error.code] ?? EXIT.refused;
  // fetch could not reach the other side.
  return error instanceof TypeError && error.message === "fetch failed" ? EXIT.unreachable : EXIT.refused;
}

/** Text of others without what a terminal would obey. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return stripVTControlCharacters(text).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "");
}

/** JSON in which no character steers a terminal. */
export function printable(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, undefined, indent) ?? "null";
  return text.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

/** What is said of an error: a code, a message and a hint, never a value that was sent. */
export function describe(error: unknown): { code: string; message: string; hint?: string } {
  if (isShopAuthError(error)) {
    const { code, message } = error.said ?? {};
    const words = [...new Set([code, message])].filter((word) => word !== undefined).map(plain);
    const said = words.length === 0 ? "" : ` The platform says: ${words.join(": ")}`;
    return { code: error.code, message: `${plain(error.message)}.${said}`, hint: error.hint };
  }
  const code = error instanceof UsageError ? "usage" : error instanceof TimedOut ? "timeout" : "failed";
  if (error instanceof TypeError && error.message === "fetch failed")
    return { code: "network_failed", message: "The other side could not be reached." };
  return { code, message: error instanceof Error ? plain(error.message) : "Something failed" };
}

/** Says on stderr what is waited for, once it has taken a second. */
export async function withProgress<T>(label: string, work: Promise<T>): Promise<T> {
  const began = performance.now();
  const terminal = process.stderr.isTTY === true;
  let said = false;
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - began) / 1000);
    if (terminal) process.stderr.write(`\r\u001b[K${label}… ${seconds} s`);
    else if (!said) process.stderr.write(`${label}…\n`);
    said = true;
  }, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    if (terminal && said) process.stderr.write("\r\u001b[K");
  }
}
