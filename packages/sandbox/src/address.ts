/** The platform's URL behind a path of the sandbox: `/api.shopmy.us/v1/…` is `https://api.shopmy.us/v1/…`. */
export function platformUrl(path: string): URL | undefined {
  const [, host, rest = ""] = /^\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(\/.*)?$/i.exec(path) ?? [];
  if (host === undefined) return undefined;
  const url = `https://${host.toLowerCase()}${rest || "/"}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** The path of the sandbox at which a platform's URL is reached. */
export function sandboxPath(url: URL): string {
  return `/${url.host}${url.pathname}${url.search}`;
}
