import { child, interleaved } from "./child.ts";
import { named } from "./peers.ts";
import { atMost, noMore, type Row } from "./table.ts";

const PEERS = { badgateway: "@badgateway/oauth2-client", arctic: "arctic", oauth4webapi: "oauth4webapi" } as const;

/** A whole code flow without the network: the authorise URL, the callback, the exchange. */
export async function flow(rounds: number): Promise<Row[]> {
  const names = ["ours", "badgateway", "arctic", "oauth4webapi"] as const;
  const found = await interleaved(names, rounds, (name) => child<{ us: number }>("flow.ts", [name]));
  const row = (peer: keyof typeof PEERS): Row => ({
    what: "code flow",
    ours: found.ours.us,
    unit: "µs",
    peer: { name: named(PEERS[peer]), value: found[peer].us },
    ...(peer === "badgateway" && { goal: atMost(0.75) }),
  });
  return [
    row("badgateway"),
    row("arctic"),
    row("oauth4webapi"),
    { what: "code flow, sealed and stored", ours: found.ours.us, unit: "µs", goal: noMore(14.5) },
  ];
}
