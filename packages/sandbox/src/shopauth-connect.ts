import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { type Connection, type ErrorCode, isShopAuthError } from "@shopauth/core";
import { html } from "hono/html";
import { TimedOut, UsageError } from "./shopauth-output.ts";
import type { AnyPlatform } from "./shopauth-platforms.ts";

/** Who holds the connections of this command. */
export const OWNER = "shopauth";

export interface ConnectInput {
  /** Loopback; port 0 takes any free one. */
  readonly redirectUri: URL;
  /** Made once the redirect URI is known. */
  readonly open: (redirectUri: string) => AnyPlatform;
  readonly target: Readonly<Record<string, string>>;
  /** The shop's admin, where installs begin on the platform, and the shop that is expected. */
  readonly install?: { readonly admin: (redirectUri: string) => string; readonly shop: string };
  /** Milliseconds. */
  readonly timeout: number;
  /** Told where the browser begins. */
  readonly ready: (url: string) => void;
}

/** Callbacks that are not this flow's: whoever sends them, the flow goes on. */
const FOREIGN: readonly ErrorCode[] = [
  "state_missing",
  "state_mismatch",
  "state_expired",
  "invalid_request",
  "signature_mismatch",
  "callback_expired",
];

/** Serves one flow on loopback and waits for its end. */
export async function connect(input: ConnectInput): Promise<Connection> {
  const { redirectUri, target, install, timeout, ready } = input;
  if (redirectUri.protocol !== "http:") throw new UsageError("The redirect URI must be http on a loopback address");
  // Only the terminal knows where the flow begins, so that no web page can begin one.
  const start = `/${randomBytes(16).toString("base64url")}`;
  let platform: AnyPlatform | undefined;
  let settle: (result: Connection | Error) => void = () => {};
  const settled = new Promise<Connection | Error>((resolve) => {
    settle = resolve;
  });
  let show: (shown?: unknown) => void = () => {};
  /** The browser has its last page. */
  const shown = new Promise((resolve) => {
    show = resolve;
  });

  const answer = async (request: Request): Promise<{ response: Response; last?: boolean }> => {
    const { pathname, host } = new URL(request.url);
    if (platform && host === redirectUri.host) {
      if (pathname === start && request.method === "GET") {
        if (install) {
          const headers = { location: install.admin(redirectUri.href) };
          return { response: new Response(null, { status: 303, headers }) };
        }
        const begin = new Request(request.url, { method: "POST", headers: request.headers });
        return { response: await platform.begin(begin, { ...target, owner: OWNER, returnTo: "/done" }) };
      }
      if (pathname === redirectUri.pathname) {
        const { connection, response } = await platform.callback(request, { owner: OWNER });
        if (!install) {
          settle(connection);
          return { response };
        }
        if (connection.account !== install.shop)
          return { response: await page("Another shop", `The command waits for ${install.shop}.`, 409) };
        settle(await platform.claim(connection.account, OWNER));
        return { response: await page("Connected", "You can close this page."), last: true };
      }
      if (pathname === "/done") return { response: await page("Connected", "You can close this page."), last: true };
    }
    return { response: await page("Nothing here", "This is not the address of a flow.", 404) };
  };

  const fetch = async (request: Request, { outgoing }: { outgoing: ServerResponse }): Promise<Response> => {
    const { response, last } = await answer(request).catch(async (error: unknown) => {
      if (!isShopAuthError(error)) {
        settle(error instanceof Error ? error : new Error("Something failed"));
        return { response: await page("Failed", "The terminal says more.", 500), last: true };
      }
      const last = !FOREIGN.includes(error.code);
      if (last) settle(error);
      const status = error.toResponse().status;
      return {
        response: await page("Not connected", `${error.code}: ${error.hint}`, status === 204 ? 400 : status),
        last,
      };
    });
    if (last) outgoing.once("close", show);
    return response;
  };

  const server = createAdaptorServer({ fetch: fetch as never, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new UsageError(`Port ${redirectUri.port} is taken: another program listens there`) : error);
    });
    server.listen(Number(redirectUri.port || 80), redirectUri.hostname.replace(/^\[|\]$/g, ""), resolve);
  });
  redirectUri.port = String((server.address() as AddressInfo).port);
  const late = setTimeout(() => {
    settle(new TimedOut(`No callback in ${timeout / 1000} s at ${redirectUri.href}`));
    show();
  }, timeout);
  try {
    platform = input.open(redirectUri.href);
    ready(new URL(start, redirectUri).href);
    const result = await settled;
    await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
    if (result instanceof Error) throw result;
    return result;
  } finally {
    clearTimeout(late);
    server.close();
    server.closeAllConnections();
  }
}

async function page(title: string, text: string, status = 200): Promise<Response> {
  const body = html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  return new Response(String(await body), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "content-security-policy": "default-src 'none'",
      connection: "close",
    },
  });
}

/** Opens the system's browser; where there is none, the address that was printed is enough. */
export function openBrowser(url: string): void {
  const [command, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["rundll32", "url.dll,FileProtocolHandler", url]
        : ["xdg-open", url];
  const child = spawn(command!, args, { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
