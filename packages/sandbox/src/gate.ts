/**
 * Why a request is not let in: the server holds demonstration credentials only, but a web page that a developer happens
 * to visit should not be able to drive it. A name that resolves to loopback (DNS rebinding) shows in `Host`, what
 * another site posts in `Sec-Fetch-Site` or `Origin`.
 */
export function refusedAtGate(request: Request, port: number): { status: number; text: string } | undefined {
  const { host, origin } = new URL(request.url);
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(host)) {
    return { status: 421, text: `This server answers on 127.0.0.1:${port} and localhost:${port} only.` };
  }
  // Servers send requests of every kind too; a browser's page is told by what browsers add.
  const site = request.headers.get("sec-fetch-site");
  const page = site !== null || request.headers.has("origin");
  if (!page || /^(?:GET|HEAD)$/.test(request.method)) return undefined;
  const own = site === null ? (request.headers.get("origin") ?? origin) === origin : site === "same-origin";
  return own ? undefined : { status: 403, text: "Forms are taken from the sandbox's own pages only." };
}
