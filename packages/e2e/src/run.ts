import process from "node:process";
import type { Harness } from "./figures.ts";

/** `npm run e2e -- <name> [--short|--long]`: runs one harness, prints its figures last, and fails where a promise is broken. */

const harnesses: Record<string, { shows: string; load(): Promise<Harness> }> = {
  fleet: {
    shows: "tokens are renewed exactly once by 8 processes, and at most once more for each fault",
    load: async () => (await import("./fleet.ts")).fleet,
  },
  kill: {
    shows: "SIGKILL at every system call of an exchange, a save, a renewal and a key sweep loses nothing silently",
    load: async () => (await import("./kill.ts")).kill,
  },
  flows: {
    shows: "2,000 concurrent flows with duplicates and hostile callbacks: one exchange each, none crossed",
    load: async () => (await import("./flows.ts")).flows,
  },
  clocks: {
    shows: "clocks that are wrong, or set while running, make no renewal loop and no call with a dead token",
    load: async () => (await import("./clocks.ts")).clocks,
  },
  rotation: {
    shows: "three keys in turn under load, with sweeps that are killed: nothing unreadable, nothing on a retired key",
    load: async () => (await import("./rotation.ts")).rotation,
  },
  "store-faults": {
    shows: "errors of discs, servers and networks: no acknowledged save is lost, and none is done twice",
    load: async () => (await import("./store-faults.ts")).storeFaults,
  },
  hostile: {
    shows: "a platform that misbehaves in 200 ways costs an error with a code, little memory and no secret",
    load: async () => (await import("./hostile.ts")).hostile,
  },
  checks: {
    shows: "each protection is noticed by a test when it is taken out",
    load: async () => (await import("./checks.ts")).checks,
  },
  next: {
    shows: "the Next.js recipe builds and runs in Next.js",
    load: async () => (await import("./runtimes-next.ts")).next,
  },
  scaffold: {
    shows: "`pnpm new-platform` leaves a build that passes, for each of the three proofs",
    load: async () => (await import("./runtimes-scaffold.ts")).scaffold,
  },
  runtimes: {
    shows: "the packed packages pass one suite in Node 20, 22, 24 and 26, Bun, Deno, workerd and the edge runtime",
    load: async () => (await import("./runtimes.ts")).runtimes,
  },
};

const names = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
const harness = harnesses[names[0] ?? ""];
if (!harness || names.length > 1 || flags.length > 1 || !["--short", "--long", undefined].includes(flags[0])) {
  console.error("Usage: npm run e2e -- <name> [--short|--long]\n");
  for (const [name, { shows }] of Object.entries(harnesses)) console.error(`  ${name.padEnd(14)}${shows}`);
  process.exit(2);
}

const long = flags[0] === "--long";
const short = flags[0] === "--short";
// Not the monotonic clock, which one of the harnesses speeds up.
const started = Date.now();
const seconds = () => ((Date.now() - started) / 1_000).toFixed(0);
const work = await harness.load();
const { values, broken } = await work({
  long,
  short,
  log: (line) => console.log(`[${seconds().padStart(4)} s] ${line}`),
});
if (!long) console.log(`\nThe long form: npm run e2e -- ${names[0]} --long`);
for (const promise of broken) console.log(`\nBROKEN ${promise}`);
console.log("");
for (const [name, value] of values) console.log(`${name}: ${value}`);
console.log(`seconds: ${seconds()}`);
console.log(`broken promises: ${broken.length}`);
process.exit(broken.length === 0 ? 0 : 1);
