import { ShopAuthError } from "../errors.ts";

declare const verified: unique symbol;
/** Text that is safe as a header value: printable ASCII without spaces. */
export type Token = string & { readonly [verified]: "token" };

/** Whether a value is 1 to 4,096 printable ASCII characters without spaces (RFC 6750 b64token is a part of it). */
export function isToken(value: unknown): value is Token {
  return typeof value === "string" && value.length <= 4096 && /^[\x21-\x7e]+$/.test(value);
}

/**
 * Reads a token out of a platform's answer.
 * @throws ShopAuthError `token_response_invalid`
 */
export function token(value: unknown): Token {
  if (isToken(value)) return value;
  throw new ShopAuthError("token_response_invalid", "The answer holds no usable token");
}

const DEFAULT_LIFETIME = 300;
const MAX_LIFETIME = 86_400;

/** A lifetime in seconds: a whole number from 1 to 86,400, else 300 (RFC 6749, 5.1 `expires_in`). */
export function lifetime(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MAX_LIFETIME
    ? value
    : DEFAULT_LIFETIME;
}

/** What a JWT says about itself. Not verified: a hint for people and for shortening a lifetime, never proof of anything. */
export interface JwtHint {
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
  /** Milliseconds since the epoch. */
  readonly issuedAt?: number;
  readonly scopes?: readonly string[];
  readonly realm?: string;
}

/** Decodes a JWT's payload without trusting it (RFC 7519); `undefined` where it is not one. */
export function jwtHint(value: string): JwtHint | undefined {
  const parts = value.split(".");
  if (parts.length !== 3 || value.length > 16_384) return undefined;
  try {
    const bytes = Uint8Array.from(atob(parts[1]!.replace(/-/g, "+").replace(/_/g, "/")), (char) => char.charCodeAt(0));
    const payload: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const { exp, iat, realm } = { exp: own(payload, "exp"), iat: own(payload, "iat"), realm: own(payload, "realm") };
    const scopes = own(payload, "scopes");
    return {
      ...(typeof exp === "number" && Number.isFinite(exp) && { expiresAt: exp * 1000 }),
      ...(typeof iat === "number" && Number.isFinite(iat) && { issuedAt: iat * 1000 }),
      ...(typeof realm === "string" && { realm }),
      ...(Array.isArray(scopes) && scopes.every((scope) => typeof scope === "string") && { scopes }),
    };
  } catch {
    return undefined;
  }
}

/** An object's own field; `undefined` for anything inherited or for what is not an object. */
export function own(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined;
}
