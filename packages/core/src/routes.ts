import { ShopAuthError } from "./errors.ts";

/**
 * Sends everything to a sandbox on this machine instead of to the platform. Only a loopback address is accepted.
 * The host of the platform becomes the first segment of the path: `http://127.0.0.1:4400/shop.example/…`.
 */
export const sandbox: unique symbol = Symbol.for("shopauth.sandbox") as never;

/** Where a platform's URL is reached: at itself, or in a sandbox. */
export interface Routes {
  /** The URL to ask instead of this one. */
  to(url: string): string;
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host is this machine (RFC 8252, 7.3). */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * Where a platform is reached, for a client that signs by itself.
 * @param origin what `[sandbox]` holds
 * @throws ShopAuthError `invalid_options` for a sandbox that is not on a loopback address
 */
export function createRoutes(origin: string | undefined): Routes {
  if (origin === undefined) return { to: (url) => url };
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol !== "http:" || !isLoopback(url.hostname) || url.href !== `${url.origin}/`) {
    throw new ShopAuthError(
      "invalid_options",
      "[sandbox] must be the http origin of a server on a loopback address, such as http://127.0.0.1:4400, or undefined for the platform itself",
    );
  }
  return { to: (target) => target.replace(/^https:\//, url.origin) };
}
