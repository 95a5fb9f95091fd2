import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface Served {
  /** Such as http://localhost:4401. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** Certificate and key in PEM: the page is served over https. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/**
 * Serves on loopback. The app may be made once the address is known. The page is called `localhost` and the sandbox
 * `127.0.0.1`: cookies do not tell ports apart, but they do tell hosts.
 * @param port 0: any that is free
 */
export async function serveOnLoopback(
  port: number,
  make: (origin: string) => Hono | Promise<Hono>,
  { tls }: ServeOptions = {},
): Promise<Served> {
  let app: Hono | undefined;
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started: ServerType = serve(
      {
        fetch: (request, env) => app?.fetch(request, env) ?? new Response("Starting", { status: 503 }),
        hostname: "127.0.0.1",
        port,
        ...(tls && { createServer, serverOptions: tls }),
      },
      () => resolve(started),
    );
    started.on("error", reject);
  });
  const origin = `${tls ? "https" : "http"}://localhost:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      if ("closeAllConnections" in server) server.closeAllConnections();
      server.close(() => resolve());
    });
  try {
    app = await make(origin);
  } catch (error) {
    await close();
    throw error;
  }
  return { origin, close };
}
