import { loadSpec, type Spec } from "@shopauth/contract";
import { beforeAll, describe, expect, test } from "vitest";
import type { ApiVersion, StoreHippoClient } from "../src/index.ts";
import { connect, counting, createApp, STORE, useMock } from "./setup.ts";

const BASE: Record<ApiVersion, string> = { "1.1": "/api/1.1", "1": "/api/1", unversioned: "" };
const mock = useMock();
let spec: Spec;
beforeAll(async () => {
  spec = await loadSpec("storehippo");
});

describe.each(["1.1", "1", "unversioned"] as const)("version %s", (apiVersion) => {
  const run = async (work: (api: StoreHippoClient, traffic: ReturnType<typeof counting>) => Promise<void>) => {
    const watch = spec.watch(mock.server);
    const traffic = counting();
    const app = createApp({ apiVersion, fetch: traffic.fetch });
    await connect(app, mock);
    await work(app.client(STORE), traffic);
    await watch.settled();
    watch.stop();
    expect(watch.problems).toEqual([]);
    expect(watch.called.size).toBeGreaterThan(0);
  };

  test("sends bodies in its form, to its path", () =>
    run(async (api, traffic) => {
      const added = await api.POST("/entity/ms.brands", { body: { name: "Harbour Two" } });
      expect(added.error).toBeUndefined();
      const sent = traffic.requests.at(-1)!;
      expect(new URL(sent.url).pathname).toBe(`${BASE[apiVersion]}/entity/ms.brands`);
      expect(sent.headers.get("content-type")).toBe("application/json");
      const record = { name: "Harbour Two" };
      expect(await sent.json()).toEqual(apiVersion === "1.1" ? record : { data: record });
      const brands = api.entity("ms.brands");
      const [brand] = (await brands.list({ q: { name: "Harbour Two" } })).data;
      await brands.edit(brand!._id, { publish: "0" });
      expect((await brands.get(brand!._id)).publish).toBe("0");
      await api.entity("ms.settings").command("setPreferences", { store: "north" });
      expect(mock.state.stores[STORE]!.substore).toBe("north");
    }));

  test("answers lists in one form", () =>
    run(async (api) => {
      const paging = { limit: 2, start: 1, count: 2, total: 3 };
      const { data } = await api.GET("/entity/ms.products", { params: { query: { start: 1, limit: 2 } } });
      expect(data?.data.map(({ sku }) => sku)).toEqual(["LAMP-8", "WAX-1"]);
      expect(data?.paging).toEqual(paging);
      expect(Object.keys(data ?? {}).filter((name) => ["records", "start", "limit", "total"].includes(name))).toEqual(
        [],
      );
      const categories = await api.entity("ms.categories").list();
      expect(categories.data.map(({ alias }) => alias)).toEqual(["lighting"]);
      const { _id: id } = mock.state.stores[STORE]!.own.pincode![0]!;
      const slots = await api.GET("/entity/{entity}/{id}/{field}", {
        params: { path: { entity: "pincode", id, field: "slots" } },
      });
      expect(slots.data?.data).toHaveLength(2);
    }));

  test("pages through a list", () =>
    run(async (api) => {
      const skus: unknown[] = [];
      for await (const { sku } of api.paginate("/entity/ms.products", { params: { query: { limit: 2 } } }))
        skus.push(sku);
      expect(skus).toEqual(["LAMP-7", "LAMP-8", "WAX-1"]);
      const aliases: unknown[] = [];
      for await (const { alias } of api.paginate("/entity/ms.categories")) aliases.push(alias);
      expect(aliases).toEqual(["lighting"]);
    }));

  test("gives middleware the one form as well", () =>
    run(async (api) => {
      const seen: unknown[] = [];
      api.use({ onResponse: async ({ response }) => void seen.push(await response.clone().json()) });
      await api.GET("/entity/ms.products");
      expect(seen).toMatchObject([{ data: [{}, {}, {}], paging: { total: 3 } }]);
    }));
});

test("the mock refuses the other version's bodies, and says which is right", async () => {
  const app = createApp();
  await connect(app, mock);
  const send = (path: string, body: unknown) =>
    fetch(`https://${STORE}.storehippo.com${path}/entity/ms.brands`, {
      method: "POST",
      headers: { authorization: `Bearer ${mock.state.tokens[0]!.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const record = { name: "Harbour Two" };
  expect((await send("/api/1.1", { data: record })).status).toBe(406);
  expect((await send("/api/1", record)).status).toBe(406);
  expect((await send("", record)).status).toBe(406);
  expect(mock.refusals.map(({ rule }) => rule)).toEqual([
    "version 1.1 takes the bare record, not { data }",
    "version 1 takes { data: record }, not the bare record",
    "version unversioned takes { data: record }, not the bare record",
  ]);
});
