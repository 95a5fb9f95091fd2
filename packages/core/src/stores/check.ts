import { ShopAuthError } from "../errors.ts";

/** For what a store is made of: the message says what to pass. */
export const invalid = (message: string): ShopAuthError => new ShopAuthError("invalid_options", message);

/** Whether a value has these methods. */
export const has = (value: unknown, ...methods: string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  methods.every((name) => typeof (value as Record<string, unknown>)[name] === "function");

/** @throws ShopAuthError `invalid_options` for an option that the store does not have, or one of another kind */
export function checkOptions(
  store: string,
  options: unknown,
  kinds: Readonly<Record<string, "boolean" | "function" | "string">>,
): void {
  if (typeof options !== "object" || options === null) throw invalid(`The options of ${store} are an object`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(kinds, name)) throw invalid(`${store} has no option ${name.slice(0, 64)}`);
    const kind = kinds[name]!;
    if (value !== undefined && typeof value !== kind) throw invalid(`${name} of ${store} is a ${kind}`);
  }
}
