import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { ended, start } from "../src/processes.ts";

const RUN = fileURLToPath(new URL("../src/run.ts", import.meta.url));

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  /** The last block: `name: value`. */
  readonly figures: ReadonlyMap<string, string>;
}

async function harness(...args: string[]): Promise<Outcome> {
  const child = start(process.execPath, ["--disable-warning=ExperimentalWarning", RUN, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (data) => (output += String(data)));
  const { code } = await ended(child);
  const block = output.trimEnd().split("\n\n").at(-1)!;
  const figures = new Map(
    block.split("\n").map((line) => {
      const at = line.indexOf(": ");
      return [line.slice(0, at), line.slice(at + 2)] as const;
    }),
  );
  return { code, output, figures };
}

/** The short form, with its figures on the screen: also where they are as promised, they are what one came for. */
function short(name: string, seconds: number): () => Outcome {
  let outcome: Outcome;
  beforeAll(async () => {
    outcome = await harness(name, "--short");
    console.log(`${outcome.output}\nThe long form: npm run e2e -- ${name} --long`);
  }, seconds * 1_000);
  return () => outcome;
}

const number = (outcome: Outcome, name: string) => {
  const value = Number(outcome.figures.get(name) ?? Number.NaN);
  if (Number.isNaN(value)) throw new Error(`No figure "${name}"`);
  return value;
};

/** Figures that are wholly given. */
function expectFigures(outcome: Outcome, wanted: Record<string, number>) {
  const found = Object.fromEntries(Object.keys(wanted).map((name) => [name, number(outcome, name)]));
  expect(found).toEqual(wanted);
}

describe("fleet", () => {
  const outcome = short("fleet", 400);
  it.for(["sqlite", "file", "postgres", "redis"])(
    "%s: 250 of 250 token requests, and no call failed",
    (store, context) => {
      const skipped = outcome().figures.get(store);
      if (skipped?.startsWith("skipped")) context.skip(skipped);
      expectFigures(outcome(), {
        [`${store} calls`]: 40_000,
        [`${store} token requests`]: 250,
        [`${store} runs with 250 token requests`]: 1,
        [`${store} failed calls`]: 0,
        [`${store} token requests too early`]: 0,
        [`${store} calls with another shop's token`]: 0,
        [`${store} calls with a dead token`]: 0,
      });
    },
  );
  it("under faults costs at most one token request more, and fails no call", () => {
    const engines = ["redis", "postgres"].filter((store) => !outcome().figures.has(store)).length;
    expectFigures(outcome(), {
      faults: 32 + 24 * engines,
      "strikes that made them": 14 + 10 * engines,
      "extra token requests where the holder lives and is slow, most": 0,
      "token requests after recovery": 0,
      "failed calls under faults": 0,
      "calls under faults with a dead or another shop's token": 0,
      "broken promises": 0,
    });
    expect(number(outcome(), "calls under faults")).toBeGreaterThan(4_000);
    // A process that dies with the answer has to cost one: else nothing was struck.
    expect(number(outcome(), "extra token requests in all")).toBeGreaterThanOrEqual(28);
    expect(number(outcome(), "extra token requests per fault, most")).toBeLessThanOrEqual(1);
    expect(number(outcome(), "recovery s, slowest")).toBeLessThanOrEqual(17);
    expect(outcome().code).toBe(0);
  });
});

describe("kill", () => {
  const outcome = short("kill", 900);
  it("at every boundary loses nothing but what is in the window, and reports that", (context) => {
    const skipped = outcome().figures.get("kill");
    if (skipped?.startsWith("skipped")) context.skip(skipped);
    expectFigures(outcome(), {
      "tokens lost outside the window": 0,
      "losses that were not reported": 0,
      "torn or unreadable stores": 0,
      "second exchanges for a held token, or beyond the one replay": 0,
      "deleted connections that came back": 0,
      "saves, renewals and sweeps that could not be finished": 0,
      "renewals with more than one extra token request": 0,
      "stores that a fresh process could not judge": 0,
      "broken promises": 0,
    });
    const everywhere = ["redis", "postgres"].every((store) => !outcome().figures.has(store));
    expect(number(outcome(), "kills")).toBeGreaterThanOrEqual(everywhere ? 900 : 800);
    expect(number(outcome(), "kills at a random moment")).toBeGreaterThan(0);
    // Kills inside the window are what this is about: there have to be some.
    expect(number(outcome(), "tokens lost inside the window")).toBeGreaterThan(0);
    expect(outcome().code).toBe(0);
  });
});

describe("flows", () => {
  const outcome = short("flows", 200);
  it("2,000 at once: one exchange each, none crossed, none hostile", () => {
    expectFigures(outcome(), {
      flows: 2_000,
      "honest flows with exactly one exchange": 1_808,
      "honest callbacks that got the recorded outcome": 1_808 * 20,
      "cross-wired": 0,
      "hostile accepted": 0,
      "hostile codes that reached the platform": 0,
      "flows under attack that reached the platform": 0,
      "broken promises": 0,
    });
    expect(number(outcome(), "hostile callbacks")).toBeGreaterThan(2_000);
    for (const code of ["owner_mismatch", "signature_mismatch", "state_expired", "state_mismatch", "state_missing"])
      expect(number(outcome(), `refused with ${code}`)).toBeGreaterThan(0);
    expect(outcome().code).toBe(0);
  });
});

describe("clocks", () => {
  const outcome = short("clocks", 200);
  it("from -24 h to +24 h and set while running: no renewal loop, no call with a dead token", () => {
    expectFigures(outcome(), { "flows that came out otherwise than their clock says": 0, "broken promises": 0 });
    for (const life of ["an hour", "90 s"]) {
      expectFigures(outcome(), {
        [`cases with tokens of ${life}`]: 98,
        [`renewal loops with tokens of ${life}`]: 0,
        [`calls with a dead token with tokens of ${life}`]: 0,
        [`failed calls with tokens of ${life}`]: 0,
      });
      expect(number(outcome(), `calls with tokens of ${life}`)).toBeGreaterThan(2_000);
    }
    expect(outcome().code).toBe(0);
  });
});

describe("checks", () => {
  const outcome = short("checks", 600);
  it("taken out, each fails a test", () => {
    expectFigures(outcome(), { detected: number(outcome(), "checks"), "broken promises": 0 });
    expect(number(outcome(), "checks")).toBeGreaterThanOrEqual(60);
    expect(number(outcome(), "protections known")).toBeGreaterThan(180);
    expect(outcome().code).toBe(0);
  });
});

describe("rotation", () => {
  const outcome = short("rotation", 300);
  it("of three keys under load leaves nothing unreadable and nothing on a retired key", () => {
    expectFigures(outcome(), {
      "unreadable for a process that has the secrets": 0,
      "operations that failed": 0,
      "records on a retired key after the last sweep": 0,
      "credentials lost": 0,
      "credentials swapped": 0,
      "codes not exchanged exactly once": 0,
      "records that a sweep keeps for ever": 0,
      "retired keys in use that were not told": 0,
      "broken promises": 0,
    });
    expect(number(outcome(), "kills of a sweep")).toBeGreaterThanOrEqual(50);
    expect(number(outcome(), "kills with records on both keys")).toBeGreaterThan(0);
    expect(number(outcome(), "operations under rotation")).toBeGreaterThan(500);
    expect(outcome().code).toBe(0);
  });
  it("refuses 10,000 sealed texts that are altered or in another's place", () => {
    expect(number(outcome(), "altered and foreign sealed texts")).toBeGreaterThanOrEqual(10_000);
    expectFigures(outcome(), {
      "altered and foreign sealed texts opened": 0,
      "altered and foreign sealed texts overwritten": 0,
      "altered and foreign sealed texts refused otherwise than as unreadable": 0,
    });
  });
});

describe("store-faults", () => {
  const outcome = short("store-faults", 300);
  it.for(["sqlite", "file", "postgres"])("%s keeps what it acknowledged under 150 faults", (store, context) => {
    const skipped = outcome().figures.get(store) ?? "";
    if (skipped.startsWith("skipped")) context.skip(skipped);
    expectFigures(outcome(), {
      [`${store} acknowledged saves lost`]: 0,
      [`${store} records taken for absent`]: 0,
      [`${store} records unreadable after the fault`]: 0,
      [`${store} saves done twice`]: 0,
      [`${store} saves refused and done`]: 0,
      [`${store} saves of which nobody was told`]: 0,
      [`${store} failed saves through the engine without store_failed`]: 0,
    });
    expect(number(outcome(), `${store} failed saves`)).toBeGreaterThan(0);
    const traced = store === "postgres" || !outcome().figures.has("errors at system calls");
    if (traced) expect(number(outcome(), `${store} faults`)).toBeGreaterThanOrEqual(150);
    expect(number(outcome(), `${store} acknowledged saves`)).toBeGreaterThan(100);
  });
  it("files and SQLite sync each save before they acknowledge it", (context) => {
    const skipped = outcome().figures.get("errors at system calls");
    if (skipped) context.skip(skipped);
    for (const store of ["sqlite", "file"])
      expectFigures(outcome(), { [`${store} saves acknowledged before they were synced`]: 0 });
  });
  it("redis does no save twice, whichever client sends it again", (context) => {
    const skipped = outcome().figures.get("redis");
    if (skipped?.startsWith("skipped")) context.skip(skipped);
    expectFigures(outcome(), { "redis saves done twice": 0, "redis saves refused and done": 0 });
    expect(number(outcome(), "redis, cut after a write")).toBeGreaterThan(0);
  });
  it("breaks no promise", () => {
    expectFigures(outcome(), { "broken promises": 0 });
    expect(outcome().code).toBe(0);
  });
});

describe("the way in", () => {
  it("lists the harnesses for a name that is none", async () => {
    const { code, output } = await harness("fleets");
    expect(code).toBe(2);
    for (const name of ["fleet", "kill", "flows", "clocks", "rotation", "store-faults"])
      expect(output).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });
});
