import { COUNT_BYTES, child, interleaved } from "./child.ts";
import { named } from "./peers.ts";
import type { SubjectName } from "./subjects.ts";
import { atMost, noMore, type Row } from "./table.ts";

const PLAIN = ["bare fetch", "openapi-fetch", "openapi-fetch + auth middleware", "@badgateway/oauth2-client"] as const;
const OURS = ["ours untyped", "ours typed", "ours ShopMy", "ours StoreHippo"] as const;

interface Cost {
  /** Microseconds and bytes of one call. */
  readonly us: number;
  readonly bytes: number;
}

/** What a call does besides the network: the stub for `fetch` answers at once. */
export async function calls(rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const stub of ["cheap", "real"] as const) {
    // It refuses a look-alike of a response.
    const peers = stub === "real" ? [...PLAIN, "oauth4webapi" as const] : PLAIN;
    const names: SubjectName[] = [...peers, ...OURS];
    const run = (name: SubjectName) => child<Cost>("calls.ts", [name, stub], COUNT_BYTES);
    const found = await interleaved(names, rounds, run);
    const title = (name: SubjectName) => `${name.replace("ours ", "")} GET, ${stub} response`;
    const peerOf = (name: SubjectName) => (name === "oauth4webapi" || name.startsWith("@") ? named(name) : name);
    const row = (ours: SubjectName, peer: SubjectName, of: keyof Cost, limit?: number): Row => ({
      what: title(ours),
      ours: of === "us" ? found[ours].us : found[ours].bytes / 1000,
      unit: of === "us" ? "µs" : "kB",
      peer: { name: peerOf(peer), value: of === "us" ? found[peer].us : found[peer].bytes / 1000 },
      ...(limit !== undefined && { goal: atMost(limit) }),
    });
    rows.push(
      row("ours untyped", "openapi-fetch", "us", 0.75),
      row("ours untyped", "bare fetch", "us", 1.15),
      row("ours untyped", "@badgateway/oauth2-client", "us"),
      ...(stub === "real" ? [row("ours untyped", "oauth4webapi", "us")] : []),
      {
        what: `${title("ours untyped")}, over bare fetch`,
        ours: (found["ours untyped"].bytes - found["bare fetch"].bytes) / 1000,
        unit: "kB",
        goal: noMore(1),
      },
      row("ours typed", "openapi-fetch", "us", 1),
      row("ours typed", "openapi-fetch + auth middleware", "us"),
      row("ours typed", "openapi-fetch", "bytes", 0.86),
      row("ours typed", "openapi-fetch + auth middleware", "bytes"),
      row("ours ShopMy", "openapi-fetch + auth middleware", "us"),
      row("ours StoreHippo", "openapi-fetch + auth middleware", "us"),
    );
  }
  return rows;
}
