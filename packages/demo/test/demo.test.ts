import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { sqliteStore } from "@shopauth/core/sqlite";
import { startSandbox } from "@shopauth/sandbox";
import { expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { MerchantBrowser } from "../src/browser.ts";
import { sandboxCredentials } from "../src/sandbox-credentials.ts";
import { serveOnLoopback } from "../src/serve.ts";
import { createShops } from "../src/shops.ts";

const run = promisify(execFile);

it("connects a shop on each of the four platforms and ends by itself", async () => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, "../src/demo.ts"), "--once"]);
  const rows = stdout.split("\n").filter((line) => /connected$/.test(line));
  expect(rows.map((row) => row.split(/\s+/)[0])).toEqual(["ShopMy", "StoreHippo", "Shoprenter", "Shoporama"]);
  expect(stdout).toContain("the token had expired and was renewed first");
  expect(stdout).not.toMatch(/✗|FAILED/);
  expect(stdout).not.toContain("\u001b");
}, 60_000);

it("shows a denial as a page with code and hint, and lets the merchant try again", async () => {
  let sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined;
  const served = await serveOnLoopback(0, async (origin) => {
    sandbox = await startSandbox({ port: 0, redirectUris: { storehippo: [`${origin}/callback/storehippo`] } });
    const secrets: [string] = ["a-secret-for-this-test-of-32-characters"];
    const options = {
      credentials: sandboxCredentials,
      origin,
      secrets,
      store: sqliteStore(":memory:"),
      sandbox: sandbox.origin,
    };
    return createApp(createShops(options), options);
  });
  try {
    const browser = new MerchantBrowser();
    const refused = await browser.press(await browser.open(served.origin), "Connect StoreHippo", {
      name: "not a store",
    });
    expect([refused.status, refused.html]).toEqual([400, expect.stringContaining("invalid_target")]);
    const volatile = await browser.press(await browser.open(served.origin), "Connect StoreHippo", { name: "acme" });
    expect([volatile.status, volatile.html]).toEqual([500, expect.stringContaining("store_volatile")]);
    const login = await browser.press(await browser.open(served.origin), "Connect Shoporama");
    const denied = await browser.press(login, "Deny");
    expect([denied.status, denied.html]).toEqual([400, expect.stringContaining("callback_denied")]);
    const again = await browser.press(
      await browser.press(await browser.open(served.origin), "Connect Shoporama"),
      "Allow",
    );
    expect(again.html).toContain("Shoporama is connected.");
    const home = await browser.press(await browser.press(again, "Disconnect 4410"), "Yes, disconnect");
    expect(home.html).toContain("None yet.");
  } finally {
    await served.close();
    await sandbox?.close();
  }
}, 30_000);
