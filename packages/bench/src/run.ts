// `node packages/bench/src/run.ts [name …] [--rounds n]`: the comparisons, or those that are named.
import { parseArgs } from "node:util";
import { calls } from "./calls.ts";
import { checks } from "./checks.ts";
import { flow } from "./flow.ts";
import { imports } from "./imports.ts";
import { install } from "./install.ts";
import { loopback } from "./loopback.ts";
import { installPeers } from "./peers.ts";
import { sizes } from "./sizes.ts";
import { stampede } from "./stampede.ts";
import { met, print, type Row } from "./table.ts";

const benchmarks: Record<string, (rounds: number) => Promise<Row[]>> = {
  size: sizes,
  install,
  import: imports,
  calls,
  loopback,
  stampede,
  flow,
  types: checks,
};

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "5" } },
  allowPositionals: true,
});
const rounds = Number(values.rounds);
const names = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const unknown = names.filter((name) => !Object.hasOwn(benchmarks, name));
if (unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
  console.error(`Usage: npm run bench [${Object.keys(benchmarks).join("|")}] [-- --rounds 5]`);
  process.exit(2);
}

installPeers();
const rows: Row[] = [];
for (const name of names) {
  const found = await benchmarks[name]!(rounds);
  print(name, found);
  rows.push(...found);
}
const verdicts = rows.map(met).filter((verdict) => verdict !== undefined);
console.log(`\n${verdicts.filter(Boolean).length} of ${verdicts.length} goals met (Node ${process.versions.node})`);
