const SECRET = /^(?:(?:\w+_)?(?:code|token|secret|key)|hmac|signature|state|flow|password)$/i;

/** A URL that may be logged: user info gone, and every query value that can be a secret replaced. For access logs and loggers. */
export function redactUrl(url: string | URL): string {
  const text = String(url);
  if (!URL.canParse(text, "http://relative.invalid")) return "[not a URL]";
  const parsed = new URL(text, "http://relative.invalid");
  parsed.username = "";
  parsed.password = "";
  parsed.hash = "";
  for (const name of [...parsed.searchParams.keys()]) if (SECRET.test(name)) parsed.searchParams.set(name, "redacted");
  return parsed.href.replace("http://relative.invalid", "");
}
