import { ShopAuthError } from "../errors.ts";

declare const verified: unique symbol;
/** A shop or store name that is safe as one DNS label and one path segment. */
export type ShopLabel = string & { readonly [verified]: "label" };

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const RESERVED = new Set(["www", "api", "admin", "oauth", "cdn", "static", "mail", "help", "app"]);

/**
 * Checks a shop name: one lower-case DNS label (RFC 1035, 63 characters), no punycode, none of the platforms' own hosts.
 * @throws ShopAuthError `invalid_target`
 */
export function shopLabel(value: unknown): ShopLabel {
  if (typeof value === "string" && value.length <= 63) {
    const label = /^[A-Za-z0-9-]+$/.test(value) ? value.toLowerCase() : value;
    if (LABEL.test(label) && !label.startsWith("xn--") && !RESERVED.has(label)) return label as ShopLabel;
  }
  throw new ShopAuthError(
    "invalid_target",
    "Not a shop name: expected the one label before the platform's domain, such as acme",
  );
}

/**
 * Builds `https://{label}{suffix}{path}` and makes sure that the host is what was meant.
 * @throws ShopAuthError `invalid_target`
 */
export function shopUrl(label: ShopLabel, suffix: `.${string}`, path: `/${string}`): URL {
  const url = new URL(`https://${label}${suffix}${path}`);
  if (url.hostname !== `${label}${suffix}` || url.port || url.username || url.password) {
    throw new ShopAuthError("invalid_target", "The shop name does not make the expected host");
  }
  return url;
}
