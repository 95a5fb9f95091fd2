import { ShopAuthError } from "../errors.ts";

/**
 * Resolves what a caller asks for against the connection's own API, and refuses everything outside of it: another
 * origin, another path prefix, user info, dot segments that climb out.
 * @param input a path below the base (`/product/7`), or an absolute URL
 * @param base the API's base URL without a trailing slash
 * @throws ShopAuthError `foreign_origin`
 */
export function apiUrl(input: string, base: string): string {
  // Nothing here can be rewritten by URL parsing, so that the prefix alone decides.
  const rest = input.startsWith(base) && input[base.length] === "/" ? input.slice(base.length) : undefined;
  if (rest !== undefined && /^[\w/.~:,=&?+*!$'()%[\]-]*$/.test(rest) && !/\/\.|\/%2e/i.test(rest)) {
    return input;
  }
  const parsedBase = new URL(base);
  const absolute = /^[A-Za-z][A-Za-z0-9+.-]*:/.test(input);
  const candidate = absolute ? input : input.startsWith("/") && !/^\/[/\\]/.test(input) ? base + input : undefined;
  if (candidate !== undefined && URL.canParse(candidate)) {
    const url = new URL(candidate);
    const prefix = parsedBase.pathname === "/" ? "/" : `${parsedBase.pathname}/`;
    const inside =
      url.origin === parsedBase.origin && (`${url.pathname}/` === prefix || url.pathname.startsWith(prefix));
    if (inside && !url.username && !url.password) return url.href;
  }
  throw new ShopAuthError(
    "foreign_origin",
    `Only requests below ${parsedBase.origin}${parsedBase.pathname} are signed`,
  );
}
