import { fork } from "node:child_process";
import { join } from "node:path";
import { child, interleaved } from "./child.ts";
import { named } from "./peers.ts";
import type { SubjectName } from "./subjects.ts";
import { atLeast, type Row } from "./table.ts";

/** Requests a second over the global `fetch` to a server on this machine. */
export async function loopback(rounds: number): Promise<Row[]> {
  const server = fork(join(import.meta.dirname, "programs/server.ts"), { silent: true });
  try {
    const port = await new Promise<string>((resolve) =>
      server.stdout!.once("data", (data: Buffer) => resolve(String(data).trim())),
    );
    const names: SubjectName[] = [
      "bare fetch",
      "ours untyped",
      "ours typed",
      "openapi-fetch + auth middleware",
      "@badgateway/oauth2-client",
      "oauth4webapi",
    ];
    const run = (name: SubjectName) => child<{ perSecond: number }>("loopback.ts", [name, port]);
    const found = await interleaved(names, rounds, run);
    const row = (ours: SubjectName, peer: SubjectName, limit?: number): Row => ({
      what: ours.replace("ours", "loopback,"),
      ours: found[ours].perSecond,
      unit: "req/s",
      peer: { name: peer.includes("/") || peer === "oauth4webapi" ? named(peer) : peer, value: found[peer].perSecond },
      ...(limit !== undefined && { goal: atLeast(limit) }),
    });
    return [
      row("ours typed", "openapi-fetch + auth middleware", 1.05),
      row("ours typed", "bare fetch", 0.87),
      row("ours untyped", "bare fetch", 0.94),
      row("ours untyped", "@badgateway/oauth2-client"),
      row("ours untyped", "oauth4webapi"),
    ];
  } finally {
    server.disconnect();
  }
}
