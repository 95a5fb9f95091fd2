import { afterEach, describe, expect, it, vi } from "vitest";
import { memoryStore, type Store } from "../src/index.ts";
import { createSealer } from "../src/seal.ts";
import { createVault } from "../src/vault.ts";
import { codeOf, recorder, SECRET, testApp } from "./fixture.ts";
import { watch } from "./leak-scan.ts";

const owner = "ann";
const scope = { platform: "test", registration: "client" };
const vaultOf = <T>(store: Store) => createVault<T>(store, createSealer([SECRET]), "connection", scope);
const hang = () => new Promise<never>(() => {});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a store that hangs", () => {
  const failing = { code: "store_failed", message: "The store failed (no answer in 5 s)", platform: "test" };
  const operations: [string, Partial<Store>, (vault: ReturnType<typeof vaultOf>) => Promise<unknown>][] = [
    ["read", { get: hang }, (vault) => vault.read("one")],
    ["look for a change", { get: hang }, (vault) => vault.readIfChanged("one", "1")],
    ["write", { set: hang, get: hang }, (vault) => vault.write("one", {}, { ifVersion: null })],
    ["write that is not there either", { set: hang }, (vault) => vault.write("one", {}, { ifVersion: null })],
    ["list", { list: () => ({ [Symbol.asyncIterator]: () => ({ next: hang, return: hang }) }) }, all],
  ];
  it.each(operations)("fails: %s", async (_, faults, work) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const outcome = work(vaultOf({ ...memoryStore(), ...faults })).catch(watch);
    // Sealing takes real time.
    while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(10_100);
    expect(await Promise.race([outcome, "pending"])).toMatchObject(failing);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("gives each step of a listing its own time, and leaves no timer behind", async () => {
    vi.useFakeTimers();
    const store = memoryStore();
    const vault = vaultOf(store);
    for (const id of ["one", "two", "three"]) await vault.write(id, {}, { ifVersion: null });
    const slow: Store["list"] = async function* (prefix) {
      for await (const key of store.list(prefix)) {
        await new Promise((resolve) => setTimeout(resolve, 4_000));
        yield key;
      }
    };
    const listing = all(vaultOf({ ...store, list: slow }));
    await vi.advanceTimersByTimeAsync(12_100);
    expect(await listing).toEqual(["one", "two", "three"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends a listing that nobody reads on", async () => {
    let ended = false;
    const list: Store["list"] = async function* (prefix) {
      try {
        yield `${prefix}one`;
        yield `${prefix}two`;
      } finally {
        ended = true;
      }
    };
    for await (const id of vaultOf({ ...memoryStore(), list }).ids()) {
      expect(id).toBe("one");
      break;
    }
    expect(ended).toBe(true);
  });
});

describe("a write that was applied", () => {
  it.each([
    ["whose answer was lost", () => Promise.reject(new Error("cut"))],
    ["and answered as refused, because the driver had sent it twice", () => Promise.resolve(false)],
  ])("%s, has been made", async (_, answer) => {
    const store = memoryStore();
    const cut: Store["set"] = async (...input) => ((await store.set(...input)) ? answer() : false);
    const vault = vaultOf<{ n: number }>({ ...store, set: cut });
    expect(await vault.write("one", { n: 1 }, { ifVersion: null })).toBe(true);
    expect((await vault.read("one"))?.value.n).toBe(1);
    expect(await vault.write("one", { n: 2 }, { ifVersion: null })).toBe(false);
  });
});

describe("what a failing store says", () => {
  class DatabaseError extends Error {}
  const thrown: [unknown, string][] = [
    [Object.assign(new Error('relation "x" of postgres://u:pass@h is missing'), { code: "42P01" }), " (42P01)"],
    [Object.assign(new DatabaseError("secret words"), { code: "ECONNREFUSED" }), " (DatabaseError ECONNREFUSED)"],
    [Object.assign(new Error("x"), { code: "pass word" }), ""],
    [Object.assign(new Error("x"), { code: "x".repeat(41) }), ""],
    [new TypeError("x"), " (TypeError)"],
    ["secret words", " (String)"],
    [undefined, ""],
    [{ code: 7 }, " (7)"],
  ];
  it.each(thrown)("%s: is its class and code alone", async (error, said) => {
    const vault = vaultOf({ ...memoryStore(), get: () => Promise.reject(error), set: () => Promise.reject(error) });
    const expected = { code: "store_failed", message: `The store failed${said}` };
    await expect(vault.read("one").catch(watch)).resolves.toMatchObject(expected);
    await expect(vault.write("one", {}, { ifVersion: null }).catch(watch)).resolves.toMatchObject(expected);
  });

  it("is said too where a store throws without a promise", async () => {
    const get = () => {
      throw Object.assign(new Error("x"), { code: "ENOTDIR" });
    };
    await expect(vaultOf({ ...memoryStore(), get }).read("one")).rejects.toMatchObject({
      message: "The store failed (ENOTDIR)",
    });
  });
});

describe("records", () => {
  it("take nothing from a polluted prototype", async () => {
    const { fetch, calls } = recorder(() => Response.json({}));
    const store = memoryStore();
    const app = testApp({}, { store, fetch });
    await app.adopt({ account: "gone", owner, credential: { accessToken: "kept-token" } });
    await app.disconnect("gone");
    await app.adopt({ account: "free", credential: { accessToken: "kept-token" } });
    const pollution = {
      held: { status: "active", credential: { accessToken: "attackers" }, serial: 1, connectedAt: 0, issuedAt: 0 },
      owner: "mallory",
    };
    Object.assign(Object.prototype, pollution);
    try {
      const fresh = testApp({}, { store, fetch });
      expect(await codeOf(fresh.client("gone").fetch("/x"))).toBe("not_connected");
      expect(await fresh.connection("gone")).toBeUndefined();
      expect(await fresh.connection("never")).toBeUndefined();
      expect(Object.hasOwn((await fresh.connection("free"))!, "owner")).toBe(false);
    } finally {
      for (const name of Object.keys(pollution)) delete (Object.prototype as never)[name];
    }
    expect(calls).toHaveLength(0);
  });

  it("of other accounts are listed although some cannot be opened, and that is told at the end", async () => {
    const store = memoryStore();
    const app = testApp({}, { store });
    const other = testApp({}, { store, secrets: ["another-secret-0123456789-abcdefghij"] });
    await app.adopt({ account: "one", owner, credential: { accessToken: "a" } });
    for (const account of ["two", "three"]) await other.adopt({ account, owner, credential: { accessToken: "a" } });
    await app.adopt({ account: "four", owner, credential: { accessToken: "a" } });
    const seen: string[] = [];
    const listing = (async () => {
      for await (const { account } of app.connections({ owner })) seen.push(account);
    })();
    await expect(listing.catch(watch)).resolves.toMatchObject({
      code: "unreadable",
      platform: "test",
      message: "All others are listed; 2 cannot be opened",
    });
    expect(seen).toEqual(["one", "four"]);
  });

  it("are found although a key among them is nobody's", async () => {
    const store = memoryStore();
    const app = testApp({}, { store });
    await app.adopt({ account: "one", owner, credential: { accessToken: "a" } });
    for (const kind of ["connection", "flow"]) await store.set(`${kind}/test/client/%zz`, "x", { ifVersion: null });
    const seen: string[] = [];
    for await (const { account } of app.connections()) seen.push(account);
    expect(seen).toEqual(["one"]);
    expect(await app.recover()).toEqual({ finished: [], unknown: [], failed: [], unreadable: 0 });
  });
});

async function all(vault: { ids(): AsyncIterable<string> }): Promise<string[]> {
  const ids: string[] = [];
  for await (const id of vault.ids()) ids.push(id);
  return ids;
}
