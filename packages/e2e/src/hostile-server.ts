/** The platform that misbehaves, in a process of its own so that its memory is not taken for the library's. */

import type { AddressInfo } from "node:net";
import { createServer, type Server, type Socket } from "node:net";
import { CASES, wire } from "./hostile-cases.ts";

export interface Opening {
  /** Index in `CASES`; absent: everything is answered well. */
  readonly case?: number;
  readonly role: "token" | "api";
  readonly variant: number;
  readonly bodies: { readonly token: string; readonly api: string };
  /** Which requests are the token endpoint's. */
  readonly tokenPath: string;
}
export type Ask = { id: number } & ({ open: Opening } | { close: number } | { foreign: true });
export interface Seen {
  readonly method: string;
  readonly path: string;
}
export type Told = { id: number } & ({ port: number } | { seen: Seen[] } | { connections: number; bytes: string });

const listening = (server: Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );

/** Reads one request with a `content-length`, or none. */
function readRequest(socket: Socket, done: (request: { head: string; body: string }) => void): void {
  let data = Buffer.alloc(0);
  const take = (piece: Buffer) => {
    data = Buffer.concat([data, piece]);
    const end = data.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = data.subarray(0, end).toString("latin1");
    const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
    if (data.length < end + 4 + length) return;
    socket.off("data", take);
    socket.resume();
    done({ head, body: data.subarray(end + 4, end + 4 + length).toString("latin1") });
  };
  socket.on("data", take);
}

if (process.send) {
  const tell = (message: Told) => void process.send!(message);
  const foreign = { connections: 0, bytes: "", http: 0, tls: 0 };
  const steal = () =>
    createServer((socket) => {
      foreign.connections++;
      socket.on("data", (data) => (foreign.bytes += data.toString("latin1"))).on("error", () => {});
      socket.end("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}");
    });
  [foreign.http, foreign.tls] = await Promise.all([listening(steal()), listening(steal())]);

  const open = new Map<number, { server: Server; sockets: Set<Socket>; seen: Seen[] }>();
  const start = async (opening: Opening): Promise<number> => {
    const seen: Seen[] = [];
    const sockets = new Set<Socket>();
    const misbehaving = opening.case === undefined ? undefined : CASES[opening.case]!;
    const good = opening.bodies[opening.role];
    let index = 0;
    const server = createServer({ noDelay: true }, (socket) => {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => sockets.delete(socket));
      const play = (request: string) =>
        misbehaving!.play({ socket, good, request, foreign, variant: opening.variant, index: index++ });
      if (misbehaving?.early) {
        socket.resume();
        return play("");
      }
      readRequest(socket, ({ head, body }) => {
        const [method = "", path = ""] = head.split(" ");
        seen.push({ method, path });
        const role = new RegExp(opening.tokenPath).test(path) ? "token" : "api";
        if (misbehaving && role === opening.role) play(`${head}\r\n\r\n${body}`);
        else socket.end(wire(200, { "content-type": "application/json" }, opening.bodies[role]));
      });
    });
    const port = await listening(server);
    open.set(port, { server, sockets, seen });
    return port;
  };

  process.on("message", async (ask: Ask) => {
    if ("open" in ask) tell({ id: ask.id, port: await start(ask.open) });
    else if ("close" in ask) {
      const { server, sockets, seen } = open.get(ask.close)!;
      open.delete(ask.close);
      for (const socket of sockets) socket.destroy();
      server.close();
      tell({ id: ask.id, seen });
    } else tell({ id: ask.id, connections: foreign.connections, bytes: foreign.bytes });
  });
  process.on("disconnect", () => process.exit(0));
  tell({ id: 0, connections: 0, bytes: "" });
}
