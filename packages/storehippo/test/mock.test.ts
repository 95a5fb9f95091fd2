import { describe, expect, test } from "vitest";
import { mockStoreHippo, STOREHIPPO_APP } from "../src/testing.ts";
import { begin, connect, createApp, STORE, useMock } from "./setup.ts";

let time = Date.parse("2026-03-01T10:00:00Z");
const mock = useMock({
  now: () => time,
  added: "nothing",
  commands: { "warehouses.{id}.close": ({ record }) => ({ closed: record!.name ?? null }) },
});
const TOKEN = `https://${STORE}.storehippo.com/admin/oauth/token`;

describe("the token endpoint", () => {
  const code = async () => {
    const { location } = await begin(createApp());
    return mock.authorize(location).searchParams.get("code")!;
  };
  const form = (code: string) => ({
    client_id: STOREHIPPO_APP.clientId,
    client_secret: STOREHIPPO_APP.clientSecret,
    code,
    redirect_uri: STOREHIPPO_APP.redirectUri,
    grant_type: "authorization_code",
  });
  const post = async (body: string | URLSearchParams, url = TOKEN) => {
    const response = await fetch(url, { method: "POST", body });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  test("answers a token, and nothing else", async () => {
    const { status, body } = await post(new URLSearchParams(form(await code())));
    expect(status).toBe(200);
    expect(body).toEqual({ access_token: mock.state.tokens[0]!.token });
  });

  test.each<[string, Record<string, string>, number, RegExp]>([
    ["a wrong secret", { client_secret: "guess" }, 401, /client_secret is wrong/],
    ["another client", { client_id: "other" }, 401, /client_id/],
    [
      "another redirect URI",
      { redirect_uri: `${STOREHIPPO_APP.redirectUri}?` },
      400,
      /redirect_uri differs from that of the authorization/,
    ],
    ["another grant", { grant_type: "client_credentials" }, 400, /grant_type/],
    ["an unknown code", { code: "guess" }, 400, /never issued/],
    ["no code", { code: "" }, 400, /code is missing/],
  ])("refuses %s, issues nothing, and says why", async (_, change, status, rule) => {
    const right = form(await code());
    expect((await post(new URLSearchParams({ ...right, ...change }))).status).toBe(status);
    expect(mock.refusals).toMatchObject([
      { at: time, method: "POST", path: "/admin/oauth/token", status, rule: expect.stringMatching(rule) },
    ]);
    expect(mock.state.tokens).toEqual([]);
    expect((await post(new URLSearchParams(right))).status).toBe(200);
  });

  test("refuses JSON, a doubled field, another store's code, and an old code", async () => {
    const right = form(await code());
    expect((await post(JSON.stringify(right))).status).toBe(400);
    const doubled = new URLSearchParams(right);
    doubled.append("code", right.code);
    expect((await post(doubled)).status).toBe(400);
    expect((await post(new URLSearchParams(right), TOKEN.replace(STORE, "acme"))).status).toBe(400);
    expect((await post(new URLSearchParams(right), TOKEN.replace(STORE, "nobody"))).status).toBe(404);
    time += 600_001;
    expect((await post(new URLSearchParams(right))).status).toBe(400);
    expect(mock.refusals.map(({ rule }) => rule)).toEqual([
      expect.stringContaining("not application/x-www-form-urlencoded"),
      "code is given more than once",
      "the code was issued by another store",
      "no store is at nobody.storehippo.com",
      "the code is older than 10 minutes",
    ]);
  });
});

test("uninstalling ends codes that are not yet exchanged as well, in that store only", async () => {
  const app = createApp();
  await connect(app, mock, { store: "acme" });
  const { location } = await begin(app);
  mock.authorize(location);
  mock.uninstall(STORE);
  expect(mock.state.codes.map(({ store }) => store)).toEqual(["acme"]);
  expect(mock.state.tokens.map(({ revoked }) => revoked)).toEqual([undefined]);
  expect(() => mock.uninstall("acmee")).toThrow("no store acmee");
});

test("an add may lack even the _id, as on the platform: the record is found by a field of the caller's own", async () => {
  const app = createApp();
  await connect(app, mock);
  const products = app.client(STORE).entity("ms.products");
  expect(await products.add({ name: "Glass lamp", price: 1, sku: "LAMP-9" })).toEqual({});
  const { data } = await products.list({ q: { sku: "LAMP-9" } });
  expect(data).toMatchObject([{ name: "Glass lamp", created_on: new Date(time).toISOString() }]);
});

test("rules of fields: a price that is no number is 403, a taken alias is made unique", async () => {
  const app = createApp();
  await connect(app, mock);
  const products = app.client(STORE).entity("ms.products");
  await expect(products.add({ name: "Lamp", price: "cheap" })).rejects.toMatchObject({ status: 403 });
  await products.add({ name: "Brass lamp", price: 1 });
  const { data } = await products.list({ q: { name: "Brass lamp" } });
  expect(data.map(({ alias }) => alias)).toEqual(["brass-lamp", "brass-lamp-1"]);
});

test("commands of one's own", async () => {
  const app = createApp();
  await connect(app, mock);
  const warehouses = app.client(STORE).entity("warehouses");
  const { _id: id } = mock.state.stores[STORE]!.own.warehouses![0]!;
  expect(await warehouses.command("close", {}, { id })).toEqual({ closed: "Pune East" });
});

test("two mocks share nothing, and reset goes back to the beginning", async () => {
  const other = mockStoreHippo({ stores: ["solo"] });
  expect(Object.keys(other.state.stores)).toEqual(["solo"]);
  other.state.stores.solo!.records["ms.products"].length = 0;
  other.state.app.clientId = "changed";
  expect(mock.state.stores[STORE]!.records["ms.products"]).toHaveLength(3);
  other.reset();
  expect(other.state.stores.solo!.records["ms.products"]).toHaveLength(3);
  expect(other.state.app.clientId).toBe(STOREHIPPO_APP.clientId);
});
