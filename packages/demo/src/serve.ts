import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import type { Hono } from "hono";

export interface Served {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves on loopback. The app may be made once the address is known. @param port 0: any that is free */
export async function serveOnLoopback(port: number, make: (origin: string) => Hono | Promise<Hono>): Promise<Served> {
  let app: Hono | undefined;
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started: ServerType = serve(
      {
        fetch: (request) => app?.fetch(request) ?? new Response("Starting", { status: 503 }),
        hostname: "127.0.0.1",
        port,
      },
      () => resolve(started),
    );
    started.on("error", reject);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app = await make(origin);
  return {
    origin,
    close: () =>
      new Promise((resolve) => {
        if ("closeAllConnections" in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
