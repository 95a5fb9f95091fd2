// The Connect samples of the platforms' READMEs, run as they are printed, against a sandbox with its own defaults.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { MerchantBrowser } from "@shopauth/demo/browser";
import { PLATFORMS, type PlatformId, type Sandbox, startSandbox } from "@shopauth/sandbox";
import { SHOPMY_APP } from "@shopauth/shopmy/testing";
import { SHOPRENTER_APP } from "@shopauth/shoprenter/testing";
import { STOREHIPPO_APP } from "@shopauth/storehippo/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readMarkdown } from "../../../scripts/readme-blocks.ts";
import { start, stop, until } from "../src/processes.ts";
import { root } from "../src/runtimes-install.ts";
import { freePort } from "../src/services.ts";

const folder = mkdtempSync(join(tmpdir(), "shopauth-samples-"));
let port: number;
let sandbox: Sandbox;
beforeAll(async () => {
  port = await freePort();
  // As by default, but for the port: 3000 may be somebody else's.
  const redirectUris = Object.fromEntries(PLATFORMS.map((id) => [id, [`http://127.0.0.1:${port}/callback/${id}`]]));
  sandbox = await startSandbox({ port: 0, redirectUris });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const credentials = {
  SHOPMY_DEVELOPER_ID: SHOPMY_APP.developerId,
  SHOPMY_DEVELOPER_KEY: SHOPMY_APP.developerKey,
  STOREHIPPO_CLIENT_ID: STOREHIPPO_APP.clientId,
  STOREHIPPO_CLIENT_SECRET: STOREHIPPO_APP.clientSecret,
  SHOPRENTER_CLIENT_ID: SHOPRENTER_APP.clientId,
  SHOPRENTER_CLIENT_SECRET: SHOPRENTER_APP.clientSecret,
};

interface Stage {
  readonly origin: string;
  readonly browser: MerchantBrowser;
  readonly log: () => string;
}

/** Presses the buttons that lead to a connection, and tells what the app's page says then. */
const plays: Record<PlatformId, (stage: Stage) => Promise<void>> = {
  async shopmy({ origin, browser }) {
    const consent = await browser.press(await browser.open(origin), "Connect ShopMy");
    expect((await browser.press(consent, "Connect")).html).toBe("ShopMy: active");
  },
  async storehippo({ origin, browser }) {
    const consent = await browser.press(await browser.open(origin), "Connect acme");
    expect((await browser.press(consent, "Install")).html).toBe("acme: active");
  },
  async shoporama({ origin, browser }) {
    const consent = await browser.press(await browser.open(origin), "Connect a webshop");
    expect((await browser.press(consent, "Allow")).html).toMatch(/<p>Webshop \d+: active, may read and write/);
  },
  async shoprenter({ origin, browser, log }) {
    const admin = `${sandbox.origin}/lampabolt.myshoprenter.hu/admin`;
    const inApp = await browser.press(await browser.open(admin), "Install app");
    expect(inApp.url).toBe(`${admin}/app/117`);
    const entry = await browser.press(inApp, "Open app");
    expect((await browser.press(entry, "Connect lampabolt to my account")).html).toBe("lampabolt is connected");
    const gone = await browser.press(await browser.open(admin), "Uninstall app");
    expect(gone.html).toContain("The app&#39;s UninstallUri answered 204");
    // A signed path of no use is no EntryPoint.
    const { search } = new URL(browser.history.findLast((url) => url.includes("/open/shoprenter?"))!);
    expect((await browser.open(`${origin}/anything${search}`)).status).toBe(404);
    expect(log()).toBe("");
  },
};

it.each(PLATFORMS)("%s", async (id) => {
  const { blocks } = readMarkdown(`packages/${id}/README.md`);
  const { text } = blocks.find(({ text }) => text.includes("createServer("))!;
  expect(text).toContain(`"http://127.0.0.1:3000/callback/${id}"`);
  // In the package's own folder, where it is found by its name.
  const place = join(root, "packages", id, "test-results/sample");
  mkdirSync(place, { recursive: true });
  const file = join(place, "connect.ts");
  writeFileSync(file, text.replaceAll("3000", String(port)));
  const env = { PATH: process.env.PATH, SHOPAUTH_SANDBOX: sandbox.origin, SHOPAUTH_SECRET: "s".repeat(32) };
  const child = start(process.execPath, ["--disable-warning=ExperimentalWarning", file], {
    cwd: mkdtempSync(join(folder, id)),
    env: { ...env, ...credentials },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let log = "";
  child.stderr!.on("data", (chunk) => (log += chunk));
  const origin = `http://127.0.0.1:${port}`;
  try {
    await until(() => child.exitCode !== null || fetch(`${origin}/ready`).then(Boolean, () => false), 60_000, id);
    expect([child.exitCode, log]).toEqual([null, ""]);
    await plays[id]({ origin, browser: new MerchantBrowser(), log: () => log });
    // What is refused is answered by its code, and logged.
    const stranger = await fetch(`${origin}/callback/${id}?code=x&state=x&hmac=x&shopname=acme&timestamp=1`);
    expect(await stranger.text()).toMatch(/^[a-z]+_[a-z]+: /);
    await until(() => log.includes("ShopAuthError"), 30_000, "the log");
  } finally {
    await stop(child);
    rmSync(place, { recursive: true, force: true });
  }
});
