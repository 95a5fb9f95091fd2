/** The cookies of a request whose names begin with `prefix`, by name (RFC 6265, 4.2.1). */
export function readCookies(header: string | null, prefix: string): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? "").slice(0, 16_384).split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, at).trim();
    const value = pair.slice(at + 1).trim();
    if (at > 0 && name.startsWith(prefix) && /^[\w.-]+$/.test(value) && !cookies.has(name)) cookies.set(name, value);
  }
  return cookies;
}

/** `Set-Cookie` for a flow: HttpOnly, Lax (the platform's redirect must bring it), the whole site, and Secure over https. */
export function flowCookie(name: string, value: string, options: { maxAge: number; secure: boolean }): string {
  return `${name}=${value}; Path=/; Max-Age=${options.maxAge}; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}`;
}
