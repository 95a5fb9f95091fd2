// `npm run demo`: connects one shop on each platform against the sandbox, by real HTTP, playing the merchant's browser.
// `-- --once` (or no terminal on standard input) ends afterwards; otherwise sandbox and page stay up.
// `-- --serve` runs only sandbox and page, and keeps the connections in ./shopauth-demo.db.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Connection, type Events, isShopAuthError } from "@shopauth/core";
import { sqliteStore } from "@shopauth/core/sqlite";
import { type Sandbox, startSandbox } from "@shopauth/sandbox";
import { createApp } from "./app.ts";
import { MerchantBrowser, type Page } from "./browser.ts";
import { startConnectPage } from "./connect-page.ts";
import { loadEnvironment, readSettings } from "./environment.ts";
import { failed, heading, step, table } from "./print.ts";
import { sandboxCredentials } from "./sandbox-credentials.ts";
import { serveOnLoopback } from "./serve.ts";
import { createShops, PLATFORMS, type PlatformId, type Shops } from "./shops.ts";

/** Seconds that Shoprenter's tokens live here, so that one expires while you watch. */
const TOKEN_LIFE = 3;

interface Outcome extends Record<string, string> {
  platform: string;
  account: string;
  proof: string;
  "credential life": string;
  calls: string;
  result: string;
}

interface Stage {
  readonly shops: Shops;
  readonly sandbox: Sandbox;
  readonly origin: string;
  readonly browser: MerchantBrowser;
  readonly renewals: { count: number };
  /** API calls made, by platform. */
  readonly calls: Record<PlatformId, number>;
}

function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** The answer of an API call, or an error that says what the platform said. */
async function data<T>(
  stage: Stage,
  platform: PlatformId,
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data: body, response } = await call;
  stage.calls[platform]++;
  assert(response.ok && body !== undefined, `${platform} answered ${response.status}`);
  return body;
}

async function connected({ shops }: Stage, platform: PlatformId, account: string): Promise<Connection> {
  const connection = await shops[platform].connection(account);
  assert(connection?.status === "active", `${platform} ${account} is not connected`);
  return connection;
}

function assertHome(page: Page, origin: string): void {
  assert(
    page.status === 200 && page.url.startsWith(origin),
    `The browser ended at ${new URL(page.url).pathname} with ${page.status}`,
  );
  assert(!/code=|token=|hmac=/.test(page.url), "The browser's address still holds what the callback brought");
}

async function shopmy(stage: Stage): Promise<Outcome> {
  const { browser, origin, sandbox, shops } = stage;
  const consent = await browser.press(await browser.open(origin), "Connect ShopMy", { name: "creator-7" });
  step("begin: the browser stands on ShopMy's consent page", consent.title);
  const home = await browser.press(consent, "Connect");
  assertHome(home, origin);
  step("callback: the code was exchanged, the token sealed and stored");
  const callback = browser.history.findLast((url) => url.startsWith(`${origin}/callback/shopmy`));
  assert(callback, "There was no callback");
  const first = await connected(stage, "shopmy", "creator-7");
  assertHome(await browser.open(callback), origin);
  const again = await connected(stage, "shopmy", "creator-7");
  // ShopMy refuses a second exchange for the same creator, ever: it would be on record here.
  assert(sandbox.mocks.shopmy.refusals.length === 0, "A reload of the callback was exchanged again");
  assert(again.connectedAt === first.connectedAt, "A reload of the callback made another connection");
  step("reload of the callback: the same answer, nothing spent twice");
  const api = shops.shopmy.client("creator-7", { owner: "demo-user" });
  const collections = await data(stage, "shopmy", api.GET("/Collections"));
  step("GET /Collections", `${Array.isArray(collections) ? collections.length : "some"} collections`);
  const profile = await data(stage, "shopmy", api.GET("/Profile"));
  step("GET /Profile", `${Object.keys(profile).length} fields`);
  await data(
    stage,
    "shopmy",
    api.POST("/Links", { body: { url: "https://www.example.com/mug", title: "Stoneware mug" } }),
  );
  step("POST /Links", "a short link was made");
  await connected(stage, "shopmy", "creator-7");
  return {
    platform: "ShopMy",
    account: "creator-7",
    proof: "browser cookie",
    "credential life": "permanent, issued once",
    calls: String(stage.calls.shopmy),
    result: "connected",
  };
}

async function storehippo(stage: Stage): Promise<Outcome> {
  const { browser, origin, sandbox, shops } = stage;
  const store = Object.keys(sandbox.mocks.storehippo.state.stores)[0]!;
  const consent = await browser.press(await browser.open(origin), "Connect StoreHippo", { name: store });
  step(`begin: the browser stands on ${store}'s own consent page`, consent.title);
  assertHome(await browser.press(consent, "Install"), origin);
  step("callback: state verified, code exchanged once for a permanent token");
  const api = shops.storehippo.client(store, { owner: "demo-user" });
  const { data: products } = await data(
    stage,
    "storehippo",
    api.GET("/entity/ms.products", { params: { query: { limit: 10 } } }),
  );
  step("GET /entity/ms.products", `${products.length} products`);
  const id = products[0]?._id;
  assert(id, "The first product has no _id");
  await data(stage, "storehippo", api.GET("/entity/ms.products/{id}", { params: { path: { id } } }));
  step("GET /entity/ms.products/{id}", id);
  await data(
    stage,
    "storehippo",
    api.PUT("/entity/ms.products/{id}", { params: { path: { id } }, body: { name: "Stoneware mug, large" } }),
  );
  step("PUT /entity/ms.products/{id}", "renamed");
  await connected(stage, "storehippo", store);
  return {
    platform: "StoreHippo",
    account: store,
    proof: "state",
    "credential life": "permanent, exchanged once",
    calls: String(stage.calls.storehippo),
    result: "connected",
  };
}

async function shoprenter(stage: Stage): Promise<Outcome> {
  const { browser, origin, sandbox, shops, renewals } = stage;
  const shop = "lampabolt";
  const admin = await browser.open(`${sandbox.origin}/${shop}.myshoprenter.hu/admin`);
  step("the merchant opens the Shoprenter admin", admin.title);
  await browser.press(admin, "Install app");
  step("install: signature verified, first token fetched; nobody owns the connection yet");
  const unclaimed = await shops.shoprenter.connection(shop);
  assert(unclaimed?.status === "unclaimed", "An install must not belong to anybody");
  assertHome(await browser.press(await browser.open(origin), `Claim ${shop}`), origin);
  step("claim: the signed-in user takes the shop");
  const api = shops.shoprenter.client(shop, { owner: "demo-user" });
  const list = await data(stage, "shoprenter", api.GET("/products", { params: { query: { limit: 10 } } }));
  step("GET /products", `${list.items.length} products`);
  const id = String(list.items[0]?.href ?? "")
    .split("/")
    .pop();
  assert(id, "The first product has no href");
  await data(stage, "shoprenter", api.GET("/products/{id}", { params: { path: { id } } }));
  step("GET /products/{id}");
  const before = renewals.count;
  await sleep((TOKEN_LIFE + 0.5) * 1000);
  await data(stage, "shoprenter", api.PUT("/products/{id}", { params: { path: { id } }, body: { status: "1" } }));
  assert(renewals.count > before, "The expired token was not renewed");
  step(`PUT /products/{id}, ${TOKEN_LIFE} s later`, "the token had expired and was renewed first");
  await connected(stage, "shoprenter", shop);
  return {
    platform: "Shoprenter",
    account: shop,
    proof: "HMAC signature",
    "credential life": `${TOKEN_LIFE} s, renewed (3,600 s live)`,
    calls: String(stage.calls.shoprenter),
    result: "connected",
  };
}

async function shoporama(stage: Stage): Promise<Outcome> {
  const { browser, origin, shops } = stage;
  const consent = await browser.press(await browser.open(origin), "Connect Shoporama");
  step("begin: the browser stands on Shoporama's login page", consent.title);
  assertHome(await browser.press(consent, "Allow", { level: "write" }), origin);
  let connection: Connection | undefined;
  for await (const each of shops.shoporama.connections({ owner: "demo-user" })) connection = each;
  assert(connection, "Shoporama is not connected");
  step(
    "callback: the key left the address bar, was proven by a call, sealed and stored",
    `access level ${connection.details?.access_level}`,
  );
  const api = shops.shoporama.client(connection.account, { owner: "demo-user" });
  const { products } = await data(stage, "shoporama", api.GET("/product", { params: { query: { limit: 10 } } }));
  step("GET /product", `${products.length} products`);
  const id = products[0]?.product_id;
  assert(id !== undefined, "The first product has no product_id");
  await data(stage, "shoporama", api.GET("/product/{id}", { params: { path: { id: Number(id) } } }));
  step("GET /product/{id}", String(id));
  await data(
    stage,
    "shoporama",
    api.PUT("/product/{id}", { params: { path: { id: Number(id) } }, body: { name: "Stoneware mug, large" } }),
  );
  step("PUT /product/{id}", "renamed");
  await connected(stage, "shoporama", connection.account);
  return {
    platform: "Shoporama",
    account: connection.account,
    proof: "state",
    "credential life": "permanent key",
    calls: String(stage.calls.shoporama),
    result: "connected",
  };
}

const RUNS: Record<PlatformId, { title: string; run: (stage: Stage) => Promise<Outcome> }> = {
  shopmy: { title: "ShopMy", run: shopmy },
  storehippo: { title: "StoreHippo", run: storehippo },
  shoprenter: { title: "Shoprenter", run: shoprenter },
  shoporama: { title: "Shoporama", run: shoporama },
};

/** Runs the demonstration; resolves with what failed. */
export async function demo({ once }: { once: boolean }): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "shopauth-demo-"));
  const store = sqliteStore(join(folder, "shopauth.db"));
  const renewals = { count: 0 };
  const on: Partial<Events> = { renewed: () => void renewals.count++ };
  let sandbox: Sandbox | undefined;
  let shops: Shops | undefined;
  const served = await serveOnLoopback(0, async (origin) => {
    sandbox = await startSandbox({
      port: 0,
      redirectUris: Object.fromEntries(PLATFORMS.map((id) => [id, [`${origin}/callback/${id}`]])),
      shoprenter: { expiresIn: TOKEN_LIFE },
    });
    const secrets: [string] = [randomBytes(32).toString("base64url")];
    shops = createShops({ credentials: sandboxCredentials, origin, secrets, store, on, sandbox: sandbox.origin });
    return createApp(shops, { origin, sandbox: sandbox.origin, tokenLife: TOKEN_LIFE });
  });
  assert(sandbox && shops, "The sandbox did not start");
  heading(`Sandbox ${sandbox.origin}   Connect your shop ${served.origin}`);
  step("connections are sealed into SQLite", join(folder, "shopauth.db"));

  const calls = { shopmy: 0, storehippo: 0, shoprenter: 0, shoporama: 0 };
  const outcomes: Outcome[] = [];
  let failures = 0;
  for (const id of PLATFORMS) {
    const { title, run } = RUNS[id];
    heading(title);
    try {
      outcomes.push(
        await run({ shops, sandbox, origin: served.origin, browser: new MerchantBrowser(), renewals, calls }),
      );
    } catch (error) {
      failures++;
      failed(isShopAuthError(error) ? `${error.code}: ${error.message}. ${error.hint}` : String(error));
      outcomes.push({
        platform: title,
        account: "",
        proof: "",
        "credential life": "",
        calls: String(calls[id]),
        result: "FAILED",
      });
    }
  }
  table(outcomes);

  const close = async () => {
    for (const id of PLATFORMS) await shops![id].drain(2_000);
    await served.close();
    await sandbox!.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (once || failures > 0) {
    await close();
    return failures;
  }
  console.log(
    `\nStill running; try it yourself and press Ctrl+C to end.\n  Connect your shop  ${served.origin}\n  Sandbox            ${sandbox.origin}`,
  );
  await new Promise<void>((resolve) => process.once("SIGINT", () => resolve()));
  await close();
  return failures;
}

/** Serves until the process is asked to end. */
async function servePage(): Promise<void> {
  loadEnvironment();
  const settings = readSettings(process.env);
  const page = await startConnectPage(settings);
  heading(`Connect your shop  ${page.origin}`);
  if (page.sandbox) step("the platforms, emulated", page.sandbox.origin);
  if (page.live.length > 0) step("with your own credentials", page.live.join(", "));
  step("connections are sealed into SQLite", settings.database);
  console.log("  Press Ctrl+C to end.");
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
  });
  await page.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (process.argv.includes("--serve")) {
    await servePage().catch((error: unknown) => {
      failed(isShopAuthError(error) ? `${error.message}. ${error.hint}` : String(error));
      process.exitCode = 1;
    });
  } else {
    const once = process.argv.includes("--once") || !process.stdin.isTTY;
    process.exitCode = (await demo({ once })) === 0 ? 0 : 1;
  }
}
