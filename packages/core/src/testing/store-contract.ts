import type { Store } from "../store.ts";

/** One case of a contract, for any test runner: `it(name, run)`. */
export interface ContractCase {
  readonly name: string;
  /** Rejects where the promise is broken. */
  run(): Promise<void>;
}

/** How the contract opens the store that it tests. */
export interface StoreContractOptions {
  /** Opens the store under test. Called once for each case; cases use keys of their own. */
  open(): Promise<Store> | Store;
  /** A further, independent view on the same data, as another process has it; absent for stores of one process. */
  reopen?(): Promise<Store> | Store;
  /** Ends what `open` and `reopen` gave. */
  close?(store: Store): Promise<void> | void;
  /** Concurrent writers for one key; default 200. */
  readonly racers?: number;
}

function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Store contract: ${message}`);
}

async function collect(keys: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const key of keys) all.push(key);
  return all.sort();
}

/** What every store must keep; run all of it against your own adapter, on the real engine. */
export function storeContract(options: StoreContractOptions): ContractCase[] {
  const { racers = 200 } = options;
  const run = (name: string, body: (store: Store, key: string, other: Store) => Promise<void>): ContractCase => ({
    name,
    async run() {
      const store = await options.open();
      const other = (await options.reopen?.()) ?? store;
      try {
        await body(store, `contract/${crypto.randomUUID()}/`, other);
      } finally {
        if (other !== store) await options.close?.(other);
        await options.close?.(store);
      }
    },
  });
  const far = () => Date.now() + 3_600_000;

  return [
    run("an absent key reads as undefined", async (store, key) => {
      assert((await store.get(`${key}absent`)) === undefined, "get of an absent key must be undefined");
    }),
    run("says how durable it is", async (store) => {
      assert(
        store.durability === "durable" || store.durability === "volatile",
        "durability must be durable or volatile",
      );
    }),
    run("writes where nothing is, once", async (store, key) => {
      assert(await store.set(key, "one", { ifVersion: null }), "the first write must succeed");
      assert(!(await store.set(key, "two", { ifVersion: null })), "a second write for null must be refused");
      assert((await store.get(key))?.value === "one", "the refused write must change nothing");
    }),
    run("writes and deletes only the version named", async (store, key) => {
      await store.set(key, "one", { ifVersion: null });
      const first = (await store.get(key))!.version;
      assert(await store.set(key, "two", { ifVersion: first }), "the current version must be accepted");
      const second = (await store.get(key))!.version;
      assert(first !== second, "each write must change the version");
      assert(!(await store.set(key, "three", { ifVersion: first })), "an older version must be refused");
      assert(!(await store.set(key, undefined, { ifVersion: first })), "deleting an older version must be refused");
      assert((await store.get(key))?.value === "two", "refused writes must change nothing");
      assert(await store.set(key, undefined, { ifVersion: second }), "deleting the current version must be accepted");
      assert((await store.get(key)) === undefined, "what is deleted must be absent");
    }),
    run("refuses a version of a key that is gone", async (store, key) => {
      assert(!(await store.set(`${key}never`, "x", { ifVersion: "1" })), "a version of an absent key must be refused");
    }),
    run("never uses a version again, also after a delete", async (store, key) => {
      const versions = new Set<string>();
      for (let round = 0; round < 5; round++) {
        assert(await store.set(key, "same", { ifVersion: null }), "writing after a delete must succeed");
        const { version } = (await store.get(key))!;
        assert(!versions.has(version), "a version was used again");
        for (const old of versions)
          assert(!(await store.set(key, "late", { ifVersion: old })), "a version from before a delete must be refused");
        versions.add(version);
        await store.set(key, undefined, { ifVersion: version });
      }
    }),
    run(`lets exactly one of ${racers} racers create`, async (store, key, other) => {
      const results = await Promise.all(
        Array.from({ length: racers }, (_, racer) =>
          (racer % 2 ? store : other).set(key, `racer ${racer}`, { ifVersion: null }),
        ),
      );
      const winners = results.flatMap((won, racer) => (won ? [racer] : []));
      assert(winners.length === 1, `${winners.length} racers won`);
      assert((await store.get(key))?.value === `racer ${winners[0]}`, "the winner's value must be stored");
    }),
    run(`lets exactly one of ${racers} racers replace`, async (store, key, other) => {
      await store.set(key, "start", { ifVersion: null });
      const { version } = (await store.get(key))!;
      const results = await Promise.all(
        Array.from({ length: racers }, (_, racer) =>
          (racer % 2 ? store : other).set(key, `racer ${racer}`, { ifVersion: version }),
        ),
      );
      const winners = results.flatMap((won, racer) => (won ? [racer] : []));
      assert(winners.length === 1, `${winners.length} racers won`);
      assert((await store.get(key))?.value === `racer ${winners[0]}`, "the winner's value must be stored");
    }),
    run("loses no increment of 20 counters", async (store, key, other) => {
      await store.set(key, "0", { ifVersion: null });
      const count = async (mine: Store) => {
        for (;;) {
          const { value, version } = (await mine.get(key))!;
          if (await mine.set(key, String(Number(value) + 1), { ifVersion: version })) return;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, index) => count(index % 2 ? store : other)));
      assert((await store.get(key))?.value === "20", "an acknowledged write was lost");
    }),
    run("is seen by another view at once", async (store, key, other) => {
      await store.set(key, "written", { ifVersion: null });
      assert((await other.get(key))?.value === "written", "a write must be visible when it is acknowledged");
    }),
    run("treats an expired value as absent", async (store, key) => {
      await store.set(`${key}past`, "x", { ifVersion: null, expiresAt: Date.now() - 1_000 });
      assert((await store.get(`${key}past`)) === undefined, "an expired value must read as absent");
      assert(await store.set(`${key}past`, "y", { ifVersion: null }), "an expired value must not block a write");
      assert((await store.get(`${key}past`))?.value === "y", "a write without expiry must last");
      await store.set(`${key}future`, "x", { ifVersion: null, expiresAt: far() });
      assert((await store.get(`${key}future`))?.value === "x", "a value must be readable before its expiry");
      assert((await collect(store.list(key))).length === 2, "list must show what is alive");
    }),
    run("drops the expiry with a later write that has none", async (store, key) => {
      await store.set(key, "short", { ifVersion: null, expiresAt: Date.now() + 1_500 });
      const { version } = (await store.get(key))!;
      assert(await store.set(key, "long", { ifVersion: version }), "the write must succeed");
      await new Promise((resolve) => setTimeout(resolve, 1_700));
      assert((await store.get(key))?.value === "long", "the earlier expiry must not outlive the write");
    }),
    run("lists the keys of a prefix and no others", async (store, key) => {
      const names = ["a", "b", "b/c", "%", "_", "\\", "\\x", "*", "[x]", "Ünïcode"].map((name) => `${key}${name}`);
      for (const name of names) await store.set(name, "x", { ifVersion: null });
      await store.set(`${key.slice(0, -1)}X/outside`, "x", { ifVersion: null });
      assert(
        JSON.stringify(await collect(store.list(key))) === JSON.stringify([...names].sort()),
        "list must give exactly the keys of the prefix",
      );
      for (const name of ["%", "_", "*", "[x]", "Ünïcode"])
        assert((await collect(store.list(key + name))).length === 1, "the prefix is text, not a pattern");
      assert((await collect(store.list(`${key}\\`))).length === 2, "the prefix is text, also with a backslash");
    }),
    run("works with its methods taken off it", async ({ get, set, list }, key) => {
      assert(await set(key, "x", { ifVersion: null }), "the write must succeed");
      assert((await get(key))?.value === "x", "the value must be readable");
      assert((await collect(list(key))).length === 1, "the key must be listed");
      assert(!(await set(key, undefined, { ifVersion: null })), "deleting what is absent, where it is not, is refused");
      assert(await set(`${key}never`, undefined, { ifVersion: null }), "deleting what is absent succeeds");
    }),
    run("keeps odd keys apart", async (store, key) => {
      const odd = [
        "../up",
        "..",
        "a b",
        "A B",
        "a%20b",
        "a\\b",
        "a:b",
        "a\nb",
        "e\u0301",
        "\u00e9",
        "x".repeat(400),
        "__proto__",
      ];
      for (const name of odd)
        assert(await store.set(key + name, name, { ifVersion: null }), "odd keys must be accepted and be different");
      for (const name of odd) assert((await store.get(key + name))?.value === name, "each odd key must keep its value");
    }),
    run("keeps large and odd values", async (store, key) => {
      for (const [index, value] of ["", "x".repeat(262_144), "\u{1f6cd}\u0000\ufeff\r\n'\"\\", "null"].entries()) {
        if (value.includes("\u0000")) continue;
        assert(await store.set(`${key}${index}`, value, { ifVersion: null }), "the value must be accepted");
        assert((await store.get(`${key}${index}`))?.value === value, "the value must come back as it was");
      }
    }),
    ...(options.reopen
      ? [
          run("a durable store keeps what it acknowledged when it is opened again", async (store, key) => {
            if (store.durability !== "durable") return;
            await store.set(key, "kept", { ifVersion: null });
            const again = await options.reopen!();
            try {
              assert((await again.get(key))?.value === "kept", "an acknowledged write was lost");
            } finally {
              await options.close?.(again);
            }
          }),
        ]
      : []),
  ];
}
