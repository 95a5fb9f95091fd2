import { ShopAuthError, type Token } from "@shopauth/core";

/**
 * A developer key that can stand in a header.
 * @throws ShopAuthError `invalid_options`
 */
export function readKey(value: unknown): Token {
  if (typeof value === "string" && /^[\x21-\x7e]{1,4096}$/.test(value)) return value as Token;
  // The runtime's own error, on the first request, would print the value.
  throw new ShopAuthError("invalid_options", "developerKey is printable ASCII without spaces");
}
