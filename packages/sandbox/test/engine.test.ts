import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { allowVolatile, createShopMy, sandbox as route } from "@shopauth/shopmy";
import { SHOPMY_APP } from "@shopauth/shopmy/testing";
import { createShoporama } from "@shopauth/shoporama";
import { createShoprenter, type Shoprenter } from "@shopauth/shoprenter";
import { SHOPRENTER_APP } from "@shopauth/shoprenter/testing";
import { createStoreHippo } from "@shopauth/storehippo";
import { STOREHIPPO_APP } from "@shopauth/storehippo/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { press } from "./form.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, redirectUris: ["http://localhost:3000/callback"] });
});
afterAll(() => sandbox.close());

const common = () => ({
  secrets: ["a sealing secret of more than 32 characters"] as [string],
  redirectUri: "http://localhost:3000/callback",
  [route]: sandbox.origin,
  [allowVolatile]: true,
});
const decide = async (url: URL, label: string) => {
  const answer = await press(await (await fetch(url)).text(), url.href, label);
  return new URL(answer.headers.get("location")!).search;
};

test("an app on ShopMy connects through the page and calls the API", async () => {
  const { developerId, developerKey } = SHOPMY_APP;
  const app = createShopMy({ developerId, developerKey, ...common() });
  const { url, flow } = await app.authorizationUrl({ account: "rowan", owner: "user-1" });
  expect(url.origin).toBe(sandbox.origin);
  const { connection } = await app.exchange({ query: await decide(url, "Connect"), flow, owner: "user-1" });
  expect(connection.account).toBe("rowan");
  const { response } = await app.client("rowan").GET("/Links");
  expect(response.status).toBe(200);
});

test("an app on StoreHippo connects through the page and calls the API", async () => {
  const { clientId, clientSecret } = STOREHIPPO_APP;
  const app = createStoreHippo({ clientId, clientSecret, scopes: ["read_products"], ...common() });
  const { url, flow } = await app.authorizationUrl({ store: "acme", owner: "user-1" });
  const { connection } = await app.exchange({ query: await decide(url, "Install"), flow, owner: "user-1" });
  expect(connection.account).toBe("acme");
  const { response } = await app.client("acme").GET("/entity/ms.products");
  expect(response.status).toBe(200);
});

test("an app on Shoporama connects through the page and calls the API", async () => {
  const app = createShoporama({ appName: "Fjord Sync", ...common() });
  const { url, flow } = await app.authorizationUrl({ owner: "user-1" });
  const { connection } = await app.exchange({ query: await decide(url, "Allow"), flow, owner: "user-1" });
  expect(connection.account).toBe("4410");
  const { response } = await app.client("4410").GET("/product", { params: { query: { limit: 1 } } });
  expect(response.status).toBe(200);
});

test("an app on Shoprenter is installed, sends the browser back to the sandbox's admin, and is uninstalled", async () => {
  const { clientId, clientSecret, appId } = SHOPRENTER_APP;
  let app: Shoprenter;
  const removals: boolean[] = [];
  const server = createServer(async (request, response) => {
    const { removed } = await app.uninstall(new Request(`http://localhost${request.url}`));
    removals.push(removed);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const own = await startSandbox({
    port: 0,
    redirectUris: ["http://localhost:3000/callback"],
    shoprenter: { uninstallUri: `http://127.0.0.1:${port}/gone` },
  });
  try {
    app = createShoprenter({ clientId, clientSecret, appId, ...common(), [route]: own.origin });
    const admin = new URL(`${own.origin}/lampabolt.myshoprenter.hu/admin`);
    const { connection, returnTo } = await app.exchange({ query: await decide(admin, "Install app") });
    expect(connection.account).toBe("lampabolt");
    expect(returnTo).toBe(`${own.origin}/lampabolt.myshoprenter.hu/admin/app/${appId}`);
    expect((await fetch(returnTo)).status).toBe(200);
    // Nobody of the app was signed in when the merchant pressed install.
    await app.claim("lampabolt", "user-1");
    const { response } = await app.client("lampabolt").GET("/products");
    expect(response.status).toBe(200);
    const page = await (await fetch(admin)).text();
    expect(await (await press(page, admin.href, "Uninstall app")).text()).toContain("answered 204");
    expect(removals).toEqual([true]);
  } finally {
    await own.close();
    server.close();
  }
});
