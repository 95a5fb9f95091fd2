import { ShopAuthError } from "../errors.ts";

declare const verified: unique symbol;
/** A path on the app's own origin. */
export type ReturnPath = string & { readonly [verified]: "return path" };

/**
 * Checks where the browser goes after the callback: a path on the app's own origin, at most 512 characters.
 * @throws ShopAuthError `invalid_request`
 */
export function returnPath(value: unknown, origin: string): ReturnPath {
  if (value === undefined) return "/" as ReturnPath;
  if (typeof value === "string" && value.length <= 512 && /^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(value)) {
    if (URL.canParse(value, origin) && new URL(value, origin).origin === new URL(origin).origin)
      return value as ReturnPath;
  }
  throw new ShopAuthError("invalid_request", "returnTo must be a path on the app's own origin, such as /settings");
}
