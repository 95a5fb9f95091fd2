/** Names whose values say nothing secret and help to read a log. */
const PLAIN = new Set(
  "limit offset start page full sort since_id scope scopes client_id Developer_id last_modified search".split(" "),
);

/** The first characters of a secret, enough to tell two apart. */
export function mask(secret: string): string {
  return secret.length >= 12 ? `${secret.slice(0, 4)}…` : "…";
}

/** A query with every value masked that may be a secret. Redirect addresses lose their own query. */
export function maskQuery(query: URLSearchParams): string {
  const parts = [...query].map(([name, value]) => {
    if (PLAIN.has(name)) return `${name}=${value.slice(0, 80)}`;
    if (/^redirect_ur[il]$/.test(name)) return `${name}=${value.split("?")[0]!.slice(0, 120)}`;
    return `${name}=${mask(value)}`;
  });
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}

/** The request's own secrets taken out of a text, so that a rule can be shown that quotes them. */
export function maskIn(text: string, request: { headers: Headers; query: URLSearchParams }): string {
  const secrets = [...request.query].filter(([name]) => !PLAIN.has(name)).map(([, value]) => value);
  for (const name of ["authorization", "x-access-token", "access-key"]) {
    const value = request.headers.get(name);
    if (value) secrets.push(value, value.replace(/^\S+\s+/, ""));
  }
  let shown = text;
  for (const secret of secrets) if (secret.length >= 8) shown = shown.replaceAll(secret, mask(secret));
  return shown;
}
