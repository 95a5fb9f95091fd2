import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isShopAuthError, ShopAuthError, type Store } from "../src/index.ts";
import { fileStore } from "../src/stores/file.ts";
import { sqliteStore } from "../src/stores/sqlite.ts";
import { Browser, begun, json, recorder, testApp } from "./fixture.ts";
import { canaries, canary, leaks, watch } from "./leak-scan.ts";
import { Canaries } from "./leaks.ts";

describe("the leak scan finds a planted secret", () => {
  const secret = () => canary("planted").split("-")[1]!;
  const ways: [string, (secret: string) => unknown][] = [
    ["in a message", (text) => new ShopAuthError("timeout", `no answer for ${text}`)],
    ["in a detail", (text) => new ShopAuthError("timeout", "x", { account: text })],
    ["in a cause", (text) => new Error("x", { cause: new TypeError(text) })],
    ["in a hidden property", (text) => Object.defineProperty(new Error("x"), "token", { value: text })],
    ["deep inside", (text) => Object.assign(new Error("x"), { a: { b: { c: { d: { e: { f: { g: [text] } } } } } } })],
    ["in a Map", (text) => Object.assign(new Error("x"), { map: new Map([["token", text]]) })],
    ["under a symbol", (text) => Object.assign(new Error("x"), { [Symbol("s")]: text })],
    ["as a part of 12 characters", (text) => new Error(text.slice(7, 19))],
    ["in base64", (text) => new Error(Buffer.from(text).toString("base64"))],
    ["in base64 with others", (text) => new Error(Buffer.from(`id:${text}:x`).toString("base64url"))],
    ["in hex", (text) => new Error(Buffer.from(text).toString("hex").toUpperCase())],
    ["percent-encoded", (text) => new Error(Buffer.from(text).toString("hex").replace(/../g, "%$&"))],
    ["in JSON twice", (text) => new Error(JSON.stringify(JSON.stringify({ text })))],
    ["by escapes", (text) => new Error([...text].map((each) => `\\u00${each.charCodeAt(0).toString(16)}`).join(""))],
    ["in an event", (text) => watch({ connection: { meta: { text } } })],
    ["on the console", (text) => console.debug("%s", text)],
    ["in an object on the console", (text) => console.debug({ text })],
    ["on stdout", (text) => process.stdout.write(`${text}\n`)],
  ];
  it.each(ways)("%s", (_, plant) => {
    plant(secret());
    expect(leaks()).not.toEqual([]);
  });

  it("that no test has named: a token that calls are signed with, a code that a callback brings", async () => {
    for (const use of [
      (text: string) => new Headers().set("authorization", `Bearer ${text}`),
      (text: string) => new URLSearchParams({ code: text }).get("code"),
    ]) {
      const text = new Canaries().make("unnamed1");
      use(text);
      new Error(text);
      expect(leaks()).toEqual([expect.stringMatching(/shows the (?:header|code)$/)]);
    }
  });

  it("and nothing where nothing is", () => {
    const text = secret();
    new ShopAuthError("timeout", `no answer for ${text.slice(0, 11)}`);
    console.debug("fine");
    expect(leaks()).toEqual([]);
  });

  it("in bytes too, and 10,000 random texts are none", () => {
    const own = new Canaries();
    const token = own.make("token");
    expect(own.find(Buffer.concat([Buffer.from([0, 255]), Buffer.from(token)]))).toBe("token");
    for (let index = 0; index < 10_000; index++) expect(own.find(new Canaries().make("other"))).toBeUndefined();
  });
});

describe("at rest", () => {
  const folder = mkdtempSync(join(tmpdir(), "shopauth-leaks-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const filesOf = (path: string): string[] =>
    statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => filesOf(join(path, name))) : [path];
  const stores: [string, () => Store][] = [
    ["the file store", () => fileStore(join(folder, "files"))],
    ["SQLite", () => sqliteStore(join(folder, "store.db"))],
  ];

  it.each(stores)("%s holds neither code, token, secret, owner nor meta in any file", async (_, open) => {
    const [accessToken, code, secret, owner, meta] = ["token", "code", "secret", "owner", "meta"].map(canary) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const store = open();
    let refuse = true;
    const server = recorder(() =>
      refuse ? json({ error: "temporarily_unavailable" }, 400) : json({ access_token: accessToken }),
    );
    const app = testApp({ replay: "never" }, { store, fetch: server.fetch, secrets: [secret] });
    const browser = new Browser();
    const { callback } = await begun(app, browser, { owner, code, meta });
    const finish = () => app.callback(browser.request(callback.href), { owner });
    expect(isShopAuthError(await finish().catch((error: unknown) => error))).toBe(true);
    const journal = filesOf(folder).map((path) => readFileSync(path));
    refuse = false;
    const { connection } = await finish();
    const files = [...journal, ...filesOf(folder).map((path) => readFileSync(path))];
    expect(Buffer.concat(files).length).toBeGreaterThan(500);
    for (const bytes of files) expect(canaries.find(bytes)).toBeUndefined();
    // What the app is given has its owner and meta, and no secret.
    expect([connection.owner, connection.meta]).toEqual([owner, meta]);
    expect(JSON.stringify(connection)).not.toContain(accessToken);
    (store as { close?(): void }).close?.();
  });
});
