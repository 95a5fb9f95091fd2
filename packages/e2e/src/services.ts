import { spawnSync } from "node:child_process";
import { chownSync, existsSync, readdirSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import process from "node:process";
import { atEnd, ended, sleep, start, stop, temporaryFolder, until } from "./processes.ts";

/** A real database server on loopback. */
export interface Service {
  readonly port: number;
  readonly pid: number;
  /** SIGKILL, as a machine that fails; `false`: the data folder stays as it is. */
  kill(): Promise<void>;
  /** Starts again on the same port and data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A port that nobody listens on, outside the range from which outgoing connections take theirs. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}

function find(program: string): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const folders = [...(process.env.PATH ?? "").split(":"), "/usr/local/bin", "/usr/bin", "/usr/sbin", ...versions];
  return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** Why a service cannot be started here; `undefined` where it can. */
export function missing(service: "redis" | "postgres" | "strace"): string | undefined {
  const program = { redis: "redis-server", postgres: "postgres", strace: "strace" }[service];
  return find(program) === undefined ? `${program} is not installed` : undefined;
}

/** Sends one command and returns the first line of the answer. */
export async function redisCommand(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(`${command}\r\n`));
    let text = "";
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on("data", (data) => {
      text += String(data);
      if (text.includes("\r\n")) {
        resolve(text);
        socket.destroy();
      }
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error(`No answer to ${command}`)));
  });
}

/** @param options.fsync whether every write is on disk before it is acknowledged */
export async function startRedis(options: { replicaOf?: number; fsync?: boolean } = {}): Promise<Service> {
  const program = find("redis-server");
  if (!program) throw new Error(missing("redis"));
  const folder = await temporaryFolder("redis");
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder, "--loglevel", "warning"];
  if (options.fsync) args.push("--appendonly", "yes", "--appendfsync", "always");
  if (options.replicaOf)
    args.push("--replicaof", "127.0.0.1", String(options.replicaOf), "--repl-diskless-sync-delay", "0");
  const launch = async () => {
    const child = start(program, args, { stdio: "ignore" });
    await until(
      async () => (await redisCommand(port, "PING").catch(() => "")).startsWith("+PONG"),
      10_000,
      "redis-server",
    );
    return child;
  };
  let child = await launch();
  return {
    port,
    get pid() {
      return child.pid!;
    },
    kill: () => stop(child),
    async restart() {
      child = await launch();
    },
    stop: () => stop(child),
  };
}

/** PostgreSQL with `fsync` and `synchronous_commit` on. As root it runs as the user `postgres`, which it insists on. */
export async function startPostgres(): Promise<Service> {
  const program = find("postgres");
  const initdb = find("initdb");
  if (!program || !initdb) throw new Error(missing("postgres"));
  const folder = await temporaryFolder("postgres");
  const data = join(folder, "data");
  const identity: { uid?: number; gid?: number } = {};
  if (process.getuid?.() === 0) {
    const number = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
    Object.assign(identity, { uid: number("-u"), gid: number("-g") });
    chownSync(folder, identity.uid!, identity.gid!);
  }
  const made = spawnSync(initdb, ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...identity,
    cwd: folder,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr || made.error}`);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `unix_socket_directories=${folder}`, "max_connections=200"];
  const args = ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])];
  const launch = async () => {
    // SIGQUIT: the immediate shutdown, which also ends its own processes.
    const child = start(program, args, { ...identity, cwd: folder, stdio: "ignore" }, "SIGQUIT");
    const ready = () =>
      spawnSync(find("pg_isready") ?? "pg_isready", ["-h", "127.0.0.1", "-p", String(port)], { stdio: "ignore" });
    await until(() => ready().status === 0, 30_000, "postgres");
    return child;
  };
  let child = await launch();
  return {
    port,
    get pid() {
      return child.pid!;
    },
    kill: () => stop(child, "SIGQUIT"),
    async restart() {
      child = await launch();
    },
    async stop() {
      child.kill("SIGINT");
      const soon = await Promise.race([ended(child), sleep(5_000)]);
      if (!soon) await stop(child, "SIGQUIT");
    },
  };
}

export interface LossyProxy {
  readonly port: number;
  /** Where further connections go; those that are open are cut. */
  target(port: number): void;
  /** `true`: nothing passes any more and nothing is closed, as in a partition. `false`: connections are cut, and further ones pass. */
  drop(dropping: boolean): void;
  close(): Promise<void>;
}

/** A TCP proxy that can lose what it is given. */
export async function startProxy(target: number): Promise<LossyProxy> {
  let port = target;
  let dropping = false;
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    sockets.add(near);
    near.on("error", () => near.destroy());
    near.on("close", () => sockets.delete(near));
    if (dropping) {
      near.resume();
      return;
    }
    const far = connect(port, "127.0.0.1");
    sockets.add(far);
    far.on("error", () => near.destroy());
    far.on("close", () => {
      sockets.delete(far);
      if (!dropping) near.destroy();
    });
    near.on("close", () => far.destroy());
    near.on("data", (data) => dropping || far.write(data));
    far.on("data", (data) => dropping || near.write(data));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const forget = atEnd(cut);
  return {
    port: (server.address() as { port: number }).port,
    target(next) {
      port = next;
      cut();
    },
    drop(next) {
      dropping = next;
      if (!next) cut();
    },
    async close() {
      forget();
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
