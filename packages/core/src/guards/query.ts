import { ShopAuthError } from "../errors.ts";

const MAX_URL = 8 * 1024;
const MAX_VALUE = 2 * 1024;
const MAX_NAME = 64;

/**
 * Parses a callback's query once, for everyone: at most 8 KB, names 64 and values 2,048 characters, no name twice
 * (RFC 6749, 3.1), no control characters.
 * @throws ShopAuthError `invalid_request`
 */
export function callbackQuery(source: string | URLSearchParams): URLSearchParams {
  // What a framework has parsed holds arrays and objects, and tells no longer what was given twice.
  if (typeof source !== "string" && Object.prototype.toString.call(source) !== "[object URLSearchParams]") {
    throw new ShopAuthError("invalid_request", "The callback's query is its text, or URLSearchParams", {
      hint: "Give the query string of the request's URL, not what your framework made of it.",
    });
  }
  const text = typeof source === "string" ? source : source.toString();
  if (text.length > MAX_URL) throw new ShopAuthError("invalid_request", "The callback's query is too long");
  // A whole URL, or a path: its query. A query alone may hold a `?` of its own.
  const search =
    typeof source === "string" && /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(text) ? (/\?([^#]*)/.exec(text)?.[1] ?? "") : text;
  const query = new URLSearchParams(search);
  const seen = new Set<string>();
  for (const [name, value] of query) {
    if (seen.has(name)) throw new ShopAuthError("invalid_request", "A parameter of the callback is given twice");
    if (name.length > MAX_NAME || value.length > MAX_VALUE) {
      throw new ShopAuthError("invalid_request", "A parameter of the callback is too long");
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused.
    if (/[\x00-\x1f\x7f]/.test(name + value)) {
      throw new ShopAuthError("invalid_request", "A parameter of the callback has control characters");
    }
    seen.add(name);
  }
  return query;
}
