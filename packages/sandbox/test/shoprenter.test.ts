import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SHOPRENTER_APP } from "@shopauth/shoprenter/testing";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { formsOf, press } from "./form.ts";

let app: Server;
let calls: URL[];
let appOrigin: string;
let sandbox: Sandbox;
beforeAll(async () => {
  app = createServer((request: IncomingMessage, response) => {
    calls.push(new URL(request.url!, appOrigin));
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  appOrigin = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  sandbox = await startSandbox({ port: 0, redirectUris: { shoprenter: [`${appOrigin}/callback`] } });
});
beforeEach(() => {
  calls = [];
  sandbox.mocks.shoprenter.reset();
});
afterAll(async () => {
  await sandbox.close();
  app.close();
});

const admin = () => `${sandbox.origin}/lampabolt.myshoprenter.hu/admin`;
const pageOf = async (url: string) => (await fetch(url)).text();
const signed = (url: URL, spelling = "shopname") => {
  const value = (name: string) => url.searchParams.get(name) ?? "";
  const values = { shopname: value(spelling), code: value("code"), timestamp: value("timestamp") };
  const message = `shopname=${values.shopname}&code=${values.code}&timestamp=${values.timestamp}`;
  return createHmac("sha256", SHOPRENTER_APP.clientSecret).update(message).digest("hex") === value("hmac");
};
const token = () =>
  fetch(`${sandbox.origin}/oauth.app.shoprenter.net/lampabolt/app/token`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      grant_type: "client_credentials",
      client_id: SHOPRENTER_APP.clientId,
      client_secret: SHOPRENTER_APP.clientSecret,
    }),
  });

test("install sends the browser to the RedirectUri, signed, and then there is a token", async () => {
  expect((await token()).status).toBe(401);
  const page = await pageOf(admin());
  expect(formsOf(page)[0]!.buttons.map(({ label }) => label)).toEqual(["Install app"]);
  const answer = await press(page, admin(), "Install app");
  expect(answer.status).toBe(303);
  const target = new URL(answer.headers.get("location")!);
  expect(`${target.origin}${target.pathname}`).toBe(`${appOrigin}/callback`);
  expect(signed(target)).toBe(true);
  expect(target.searchParams.get("app_url")).toBe("https://lampabolt.myshoprenter.hu/admin/app/117");
  const { access_token } = (await (await token()).json()) as { access_token: string };
  const products = await fetch(`${sandbox.origin}/lampabolt.api2.myshoprenter.hu/api/products?limit=1`, {
    headers: { authorization: `Bearer ${access_token}`, accept: "application/json" },
  });
  expect(products.status).toBe(200);
  expect(((await products.json()) as { items: unknown[] }).items).toHaveLength(1);
});

test("an install goes to the registered address that the admin's page was opened with, and to no other", async () => {
  const redirect = "http://127.0.0.1:3000/callback/shoprenter";
  const at = `${admin()}?${new URLSearchParams({ redirect_uri: redirect })}`;
  const answer = await press(await pageOf(at), at, "Install app");
  expect(answer.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:3000\/callback\/shoprenter\?/);
  const foreign = await fetch(`${admin()}?redirect_uri=http://127.0.0.1:3000/callback/shoporama`);
  expect([foreign.status, await foreign.text()]).toEqual([400, expect.stringContaining("is not registered")]);
  expect(sandbox.mocks.shoprenter.refusals).toMatchObject([{ status: 400, rule: expect.stringMatching(/shoporama/) }]);
});

test("the app's own page opens it at the EntryPoint, signed", async () => {
  await press(await pageOf(admin()), admin(), "Install app");
  const url = `${admin()}/app/${SHOPRENTER_APP.appId}`;
  const answer = await press(await pageOf(url), url, "Open app");
  const target = new URL(answer.headers.get("location")!);
  expect(`${target.origin}${target.pathname}`).toBe(`${appOrigin}/open/shoprenter`);
  expect(signed(target)).toBe(true);
});

test("uninstall ends the tokens and calls the UninstallUri itself", async () => {
  await press(await pageOf(admin()), admin(), "Install app");
  const answer = await press(await pageOf(admin()), admin(), "Uninstall app");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("UninstallUri answered 204");
  expect(calls.map(({ pathname }) => pathname)).toEqual(["/uninstall/shoprenter"]);
  expect(signed(calls[0]!, "shopName")).toBe(true);
  expect((await token()).status).toBe(401);
});

test("an app that is not there cannot be opened, and another app has no page", async () => {
  const answer = await fetch(admin(), {
    method: "POST",
    body: new URLSearchParams({ do: "open" }),
    redirect: "manual",
  });
  expect(answer.status).toBe(409);
  expect((await fetch(`${admin()}/app/118`)).status).toBe(404);
  expect((await fetch(admin(), { method: "POST", body: new URLSearchParams({ do: "paint" }) })).status).toBe(400);
});
