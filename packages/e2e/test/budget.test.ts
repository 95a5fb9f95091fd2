import { join } from "node:path";
import { COUNT_BYTES, child, interleaved } from "@shopauth/bench/child";
import { programs } from "@shopauth/bench/clients";
import { closureOf } from "@shopauth/bench/closure";
import { importOf } from "@shopauth/bench/imports";
import { bundleSize } from "@shopauth/bench/size";
import { type PlatformName, platformProgram } from "@shopauth/bench/sizes";
import { type Scenario, stampedeOf } from "@shopauth/bench/stampede";
import { describe, expect, it } from "vitest";

// What must not grow unnoticed: sizes and counts, which are exact. What takes how long is for the benchmark; only how
// long an editor and a compiler take is promised here, as a ratio with much room, which a busy minute may miss thrice.
const TIMED = { retry: 3 };

const PACKAGES = join(import.meta.dirname, "../..");

describe("size after gzip", () => {
  it("of the engine is at most 24.5 kB", async () => {
    expect((await bundleSize('export * from "@shopauth/core";')).gzip).toBeLessThan(24_500);
  });

  it.each([
    ["shopmy", 4_000],
    ["storehippo", 6_000],
    ["shoprenter", 6_500],
    ["shoporama", 4_500],
  ])("of %s over the engine and openapi-fetch is at most %i bytes", async (name, limit) => {
    const own = await bundleSize(`export * from "@shopauth/${name}";`, undefined, ["@shopauth/core", "openapi-fetch"]);
    expect(own.gzip).toBeGreaterThan(1_000);
    expect(own.gzip).toBeLessThan(limit);
  });

  it.each<PlatformName>(["shopmy", "storehippo", "shoprenter", "shoporama"])(
    "of an app with %s, everything included, is at most 28.5 kB",
    async (name) => {
      const app = await bundleSize(platformProgram(name));
      // The schema is types only.
      expect(app.gzip).toBeLessThan(28_500);
    },
  );
});

describe("an install", () => {
  it.each(["shopmy", "storehippo", "shoprenter", "shoporama"])(
    "of %s brings four packages and runs nothing",
    (name) => {
      const { packages, withScripts } = closureOf(join(PACKAGES, name));
      expect([...packages].sort()).toEqual([
        "@shopauth/core",
        `@shopauth/${name}`,
        "openapi-fetch",
        "openapi-typescript-helpers",
      ]);
      expect(withScripts).toEqual([]);
    },
  );

  it("of the engine alone brings nothing else", () => {
    expect(closureOf(join(PACKAGES, "core")).packages).toEqual(["@shopauth/core"]);
  });
});

describe("an import", () => {
  it.each(["core", "shopmy", "storehippo", "shoprenter", "shoporama"])(
    "of %s loads nothing of the runtime's HTTP stack",
    async (name) => {
      expect((await importOf(name)).stack).toBe(0);
    },
  );

  it("is seen to load the stack by one that does", async () => {
    const reading = `data:text/javascript,${encodeURIComponent("export const kind = typeof Headers;")}`;
    expect((await child<{ stack: number }>("imports.mjs", [reading])).stack).toBeGreaterThan(0);
  });
});

describe("a call", () => {
  it("takes the memory that it takes with openapi-fetch, which signs nothing", async () => {
    const names = ["bare fetch", "ours untyped", "ours typed", "openapi-fetch"] as const;
    const found = await interleaved(names, 3, (name) =>
      child<{ bytes: number }>("calls.ts", [name, "cheap"], COUNT_BYTES),
    );
    const typed = found["ours typed"];
    const plain = found["openapi-fetch"];
    expect(found["ours untyped"].bytes - found["bare fetch"].bytes).toBeLessThan(4_500);
    expect(typed.bytes / plain.bytes).toBeLessThan(1.1);
  });
});

describe("token requests", () => {
  it.each<[Scenario, number]>([
    ["expired", 1],
    ["unavailable", 2],
    ["revoked", 1],
  ])("for many calls at once, token %s: %i", async (scenario, tokens) => {
    const { calls, succeeded, intact, tokens: sent } = await stampedeOf("ours", scenario);
    expect({ succeeded, intact, sent }).toEqual({ succeeded: calls, intact: calls, sent: tokens });
  });
});

interface Checked {
  readonly instantiations: number;
  readonly ms: number;
  readonly errors: number;
}

describe("the types of a program of ten calls", () => {
  const names = Object.keys(programs);
  const checked = (name: string, ...how: string[]) => child<Checked>("types.ts", [name, ...how]);

  it.each(names)("of %s are as many as with plain openapi-fetch", async (name) => {
    const ours = await checked(name, "ours");
    const plain = await checked(name, "openapi-fetch");
    expect([ours.errors, plain.errors]).toEqual([0, 0]);
    expect(plain.instantiations).toBeGreaterThan(1_000);
    // StoreHippo's bodies have three forms, of which the client's types keep one.
    expect(ours.instantiations / plain.instantiations).toBeLessThan(name === "storehippo" ? 1.25 : 1.1);
  });

  it.each(names)("of %s are there: each wrong use is an error", async (name) => {
    expect((await checked(name, "ours", "misuse")).errors).toBe(10);
  });

  it("of the largest API are checked as fast as with plain openapi-fetch", TIMED, async () => {
    const kinds = ["ours", "openapi-fetch"] as const;
    const found = await interleaved(kinds, 3, (kind) => checked("shoprenter", kind));
    expect(found.ours.ms / found["openapi-fetch"].ms).toBeLessThan(1.4);
  });

  it("complete the largest API's paths in less than a second", TIMED, async () => {
    const { names, warm } = await child<{ names: number; warm: number }>("types.ts", [
      "shoprenter",
      "ours",
      "complete",
    ]);
    expect(names).toBeGreaterThan(150);
    expect(warm).toBeLessThan(1_000);
  });
});
