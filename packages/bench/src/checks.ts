import { child, interleaved } from "./child.ts";
import { programs } from "./clients.ts";
import { atMost, noMore, type Row } from "./table.ts";

/** What a type checker and an editor do for a program of ten calls, beside plain openapi-fetch on the same paths. */
export async function checks(rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const platform of Object.keys(programs)) {
    const kinds = ["ours", "openapi-fetch"] as const;
    const checked = await interleaved(kinds, rounds, (kind) =>
      child<{ instantiations: number; ms: number }>("types.ts", [platform, kind]),
    );
    const { ours, "openapi-fetch": plain } = checked;
    const name = "openapi-fetch, same paths";
    const completed = await child<{ warm: number }>("types.ts", [platform, "ours", "complete"]);
    rows.push(
      {
        what: `${platform}, 10 calls, instantiations`,
        ours: ours.instantiations,
        unit: "",
        peer: { name, value: plain.instantiations },
        goal: atMost(platform === "storehippo" ? 1.2 : 1.1),
      },
      {
        what: `${platform}, 10 calls, check`,
        ours: ours.ms,
        unit: "ms",
        peer: { name, value: plain.ms },
        goal: atMost(1),
      },
      { what: `${platform}, completion`, ours: completed.warm, unit: "ms", goal: noMore(1_000) },
    );
  }
  return rows;
}
