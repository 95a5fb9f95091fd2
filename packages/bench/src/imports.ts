import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { child, interleaved } from "./child.ts";
import { entryOf, named, ROOT } from "./peers.ts";
import { atMost, exactly, noMore, type Row } from "./table.ts";

export interface Imported {
  /** Milliseconds of the processor. */
  readonly ms: number;
  /** Growth of the process, in kilobytes. */
  readonly kilobytes: number;
  /** Modules of the runtime's HTTP stack that the import has loaded. */
  readonly stack: number;
}

const built = (name: string) => pathToFileURL(join(ROOT, "packages", name, "dist/index.js")).href;

/** Imports one of the packages as it is built, in an empty process. */
export function importOf(name: string): Promise<Imported> {
  return child<Imported>("imports.mjs", [built(name)]);
}

const FILES = {
  core: [built("core")],
  shopmy: [built("shopmy")],
  storehippo: [built("storehippo")],
  shoprenter: [built("shoprenter")],
  shoporama: [built("shoporama")],
  "@badgateway/oauth2-client": [pathToFileURL(entryOf("@badgateway/oauth2-client")).href],
  "oauth4webapi + openapi-fetch": [
    pathToFileURL(entryOf("oauth4webapi")).href,
    pathToFileURL(entryOf("openapi-fetch")).href,
  ],
} as const;

/** What importing costs a process that has imported nothing yet. */
export async function imports(rounds: number): Promise<Row[]> {
  const names = Object.keys(FILES) as (keyof typeof FILES)[];
  const run = (name: keyof typeof FILES) => child<Imported>("imports.mjs", FILES[name]);
  const found = await interleaved(names, rounds, run);
  const both = "oauth4webapi + openapi-fetch";
  return names
    .filter((name) => !name.includes("oauth"))
    .flatMap((name): Row[] => {
      const { ms, kilobytes, stack } = found[name];
      const peer = name === "core" ? "@badgateway/oauth2-client" : both;
      return [
        {
          what: `import ${name}`,
          ours: ms,
          unit: "ms",
          peer: { name: peer === both ? both : named(peer), value: found[peer].ms },
          ...(name !== "core" && { goal: atMost(0.6) }),
        },
        { what: `import ${name}`, ours: ms, unit: "ms", goal: noMore(name === "core" ? 1.5 : 3) },
        { what: `import ${name}, memory`, ours: kilobytes / 1000, unit: "MB", goal: noMore(2) },
        { what: `import ${name}, modules of undici and http`, ours: stack, unit: "", goal: exactly(0) },
      ];
    });
}
