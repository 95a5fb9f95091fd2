import { connect, createServer, type Server, type Socket } from "node:net";
import { atEnd } from "./processes.ts";

/** Where a connection is cut: before a write reaches the server, in the middle of it, or when the server has answered it. */
export type Cut = "before" | "within" | "after";

export interface CuttingProxy {
  readonly port: number;
  /** Cuts at the next write; resolves when it is done. */
  cut(at: Cut): Promise<void>;
  close(): Promise<void>;
}

/** A TCP proxy that cuts connections in the middle of a write. */
export async function startCuttingProxy(target: number, isWrite: (data: Buffer) => boolean): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let armed: { at: Cut; done: () => void } | undefined;
  const server: Server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    let answering: (() => void) | undefined;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", end);
      socket.on("close", () => {
        sockets.delete(socket);
        end();
      });
    }
    near.on("data", (data) => {
      if (!armed || !isWrite(data)) {
        far.write(data);
        return;
      }
      const { at, done } = armed;
      armed = undefined;
      if (at === "after") {
        answering = done;
        far.write(data);
        return;
      }
      if (at === "within") far.write(data.subarray(0, Math.floor(data.length / 2)), end);
      else end();
      done();
    });
    far.on("data", (data) => {
      if (!answering) {
        near.write(data);
        return;
      }
      // The server has done it, and nobody hears of it.
      answering();
      end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cutAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const forget = atEnd(cutAll);
  return {
    port: (server.address() as { port: number }).port,
    cut: (at) => new Promise((done) => (armed = { at, done })),
    async close() {
      forget();
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
