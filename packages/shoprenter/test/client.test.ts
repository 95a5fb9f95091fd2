import { readFileSync } from "node:fs";
import { loadSpec, type Operation, type Spec } from "@shopauth/contract";
import { getResponse } from "msw";
import { beforeAll, describe, expect, it } from "vitest";
import { createShoprenter, type ShoprenterClient } from "../src/index.ts";
import { describe as describeResource, resources } from "../src/testing/resources.ts";
import { idOf, targetsOf } from "../src/testing/row.ts";
import { mockShoprenter, SHOPRENTER_APP } from "../src/testing.ts";

type Call = (path: string, init?: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>;
type Body = Record<string, unknown>;

const { clientId, clientSecret } = SHOPRENTER_APP;
// A hundred shops at once keep this process busy, so that requests arrive in clusters; the limit has a test of its own.
const mock = mockShoprenter({ perSecond: Number.POSITIVE_INFINITY });
const spec: Spec = await loadSpec("shoprenter");
const problems: string[] = [];
const called = new Set<string>();

/** Asks the emulation's handlers, and holds both directions against the spec. */
const fetch: typeof globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const name = `${request.method} ${request.url}`;
  const found = spec.operationOf(request.method, request.url);
  const check = found && spec.checkRequest(found, request.clone());
  const response = await getResponse(mock.handlers, request);
  if (!response) throw new Error(`${name} has no handler`);
  if (!found) throw new Error(`${name} is not an operation of the spec`);
  called.add(found.operationId);
  const lines = [...((await check) ?? []), ...(await spec.checkResponse(found, response.clone()))];
  problems.push(...lines.map((line) => `${found.operationId} (${name}): ${line}`));
  return response;
};
const app = createShoprenter({ clientId, clientSecret, direct: true, fetch });

/** A shop of its own: the client sends three requests a second to one shop. */
const visit = (shop: string): ShoprenterClient => {
  mock.shop(shop).installed = true;
  return app.client(shop);
};
const calls = (api: ShoprenterClient) => api as unknown as Record<"GET" | "POST" | "PUT" | "DELETE", Call>;
const operation = (method: string, path: string): Operation => {
  const found = spec.operations.find((each) => each.method === method && each.path === path);
  if (!found) throw new Error(`the spec has no ${method} ${path}`);
  return found;
};

/** The spec's example of a body, with references to records that the shop has. */
function example(shop: string, name: string, method: string, path: string): Body {
  return fill(shop, name, structuredClone(operation(method, path).requestExample) as Body);
}

function fill(shop: string, name: string, body: Body): Body {
  const description = describeResource(name);
  for (const [field, value] of Object.entries(body)) {
    const [target] = targetsOf(description, field);
    if (target !== undefined && typeof value === "object" && value !== null && "id" in value) {
      value.id = idOf(mock.shop(shop).rows(target)[0]!);
    } else if (Object.hasOwn(description.children ?? {}, field)) {
      for (const child of Array.isArray(value) ? value : [value]) fill(shop, field, child as Body);
    }
  }
  return body;
}

const ALL = Object.keys(resources).sort();

/** Calls all that a resource has, in a shop of its own. */
async function exercise(name: string): Promise<void> {
  const shop = name.toLowerCase();
  const { GET, POST, PUT, DELETE } = calls(visit(shop));
  const { does, unique = [], of } = describeResource(name);
  const path = `/${name}`;
  const one = `${path}/{id}`;
  const at = (id: string) => ({ params: { path: { id } } });
  const rows = () => mock.shop(shop).rows(name);

  const list = await GET(path, { params: { query: { full: 1, limit: 50, page: 0 } } });
  expect(list.response.status).toBe(200);
  expect((list.data as { items: Body[] }).items).toHaveLength(rows().length);
  const first = rows()[0]!;
  expect((list.data as { items: Body[] }).items[0]).toMatchObject({ id: first.id });

  if (does.includes("get")) {
    const got = await GET(one, at(first.id));
    expect(got.data).toEqual((list.data as { items: Body[] }).items[0]);
    expect((await GET(one, at("bm8="))).response.status).toBe(404);
  }
  if (does.includes("delete")) {
    expect((await DELETE(one, at(first.id))).response.status).toBe(204);
    expect((await DELETE(one, at(first.id))).response.status).toBe(404);
    expect(rows()).not.toContain(first);
  }
  if (!does.includes("create")) return;

  const before = rows().length;
  const body = example(shop, name, "POST", path);
  const created = await POST(path, { body });
  expect(created.error).toBeUndefined();
  const relation = !does.includes("update");
  expect(created.response.status).toBe(relation ? 201 : 200);
  const { id } = created.data as { id: string };
  expect(rows()).toHaveLength(before + 1);
  if (unique.length > 0 || relation) {
    const again = await POST(path, { body });
    expect(again.response.status).toBe(409);
    expect(again.error).toMatchObject({ code: 40901, id });
  }
  if (relation) return;

  const change = example(shop, name, "PUT", one);
  const changed = await PUT(one, { ...at(id), body: change });
  expect(changed.error).toBeUndefined();
  expect(changed.data).toMatchObject({ id });
  for (const [field, value] of Object.entries(change)) {
    if (typeof value === "string" && typeof (changed.data as Body)[field] === "string")
      expect((changed.data as Body)[field]).toBe(value);
  }
  const upsert = example(shop, name, "POST", one);
  const upserted = await POST(one, {
    ...at(id),
    body: Object.fromEntries(
      Object.entries(upsert).filter(([field]) => !(field in (describeResource(name).children ?? {}))),
    ),
  });
  expect(upserted.error).toBeUndefined();
  expect(rows()).toHaveLength(before + 1);
  if (!does.includes("delete") || of !== undefined) return;

  await DELETE(one, at(id));
  const outer = await POST(one, { ...at("erp/17"), body });
  expect(outer.error).toBeUndefined();
  expect(outer.data).toMatchObject({ id: "erp/17" });
  expect((outer.data as { href: string }).href).toMatch(/\/erp%2F17$/);
}

describe("every operation of the spec", () => {
  // All shops at once, as the client paces each.
  const runs = new Map<string, Promise<void>>();
  beforeAll(() => {
    for (const name of ALL) {
      const run = exercise(name);
      run.catch(() => {});
      runs.set(name, run);
    }
  });

  it.each(ALL)("/%s", (name) => runs.get(name));

  it("/files by type and path", async () => {
    const api = visit("files");
    const query = { type: "image", filePath: "product/oak-lamp.jpg" } as const;
    const body = { ...query, attachment: "/9j/4AAQSkZJRg==" };
    expect((await api.POST("/files", { body })).data).toEqual(query);
    expect((await api.GET("/files", { params: { query } })).data).toEqual(body);
    expect((await api.DELETE("/files", { params: { query } })).response.status).toBe(204);
    expect((await api.DELETE("/files", { params: { query } })).response.status).toBe(404);
  });

  it("/domains and /reloadUrl", async () => {
    const api = visit("single");
    expect((await api.GET("/domains")).data?.domain).toContainEqual({
      url: "single.myshoprenter.hu",
      primary: false,
      language: "hu",
    });
    const [order] = mock.shop("single").list("orders");
    const { data } = await api.POST("/reloadUrl", { body: { order: { id: order!.id! } } });
    expect(data?.reloadOrderUrl).toMatch(/^https:\/\/single\.myshoprenter\.hu\/cart\/reload\/./);
    expect((await api.POST("/reloadUrl", { body: { order: { id: "bm8=" } } })).response.status).toBe(400);
  });

  it("the visitor's cart, which is no part of the API", async () => {
    visit("storefront");
    const shop = "https://storefront.myshoprenter.hu";
    const cart = (await (await fetch(`${shop}/cart.json`)).json()) as { itemCount: number; token: string };
    expect(cart.itemCount).toBe(1);
    const reload = await fetch(`${shop}/cart/reload/${cart.token}`, { redirect: "manual" });
    expect([reload.status, reload.headers.get("location")]).toEqual([302, "/cart"]);
  });

  it("/batch", async () => {
    const shop = mock.shop("batches");
    const api = visit("batches");
    const base = "https://batches.api2.myshoprenter.hu/api";
    const requests = [
      { method: "POST" as const, uri: `${base}/customerGroups`, data: { name: "Partners" } },
      { method: "GET" as const, uri: `${base}/products/bm8=` },
    ];
    const { data } = await api.POST("/batch", { body: { data: { requests } } });
    expect(data?.requests?.request?.map(({ response }) => String(response?.header?.statusCode))).toEqual([
      "200",
      "404",
    ]);
    expect(shop.list("customerGroups").map(({ name }) => name)).toContain("Partners");
  });

  it("/billing/plans", async () => {
    const api = visit("plans");
    const created = await api.POST("/billing/plans", {
      body: { name: "Starter", netPrice: 2900, billingCycleLength: 1 },
    });
    const id = created.data!.id;
    const path = { params: { path: { id } } };
    expect((await api.GET("/billing/plans")).data).toContainEqual(created.data);
    const changed = await api.PUT("/billing/plans/{id}", { ...path, body: { netPrice: 3200 } });
    expect(changed.data).toMatchObject([{ id, name: "Starter", netPrice: 3200 }]);
    expect((await api.GET("/billing/plans/{id}", path)).data?.netPrice).toBe(3200);
    expect((await api.DELETE("/billing/plans/{id}", path)).response.status).toBe(204);
    expect((await api.GET("/billing/plans/{id}", path)).response.status).toBe(404);
  });

  it("/billing charges and card changes", async () => {
    const api = visit("charges");
    const urls = { successUrl: "https://app.example.com/paid", failedUrl: "https://app.example.com/not-paid" };
    const once = await api.POST("/billing/oneTimeCharges", { body: { name: "Set-up", netPrice: 4900, ...urls } });
    expect(once.data).toMatchObject({ status: "pending", price: { vatAmount: 1323, grossAmount: 6223 } });
    const of = (id: number) => ({ params: { path: { id } } });
    expect((await api.GET("/billing/oneTimeCharges/{id}", of(once.data!.id))).data?.name).toBe("Set-up");
    const plan = await api.POST("/billing/plans", {
      body: { name: "Business", netPrice: 7900, billingCycleLength: 1 },
    });
    const monthly = await api.POST("/billing/recurringCharges", {
      body: { planId: plan.data!.id, ...urls, trialDays: 14 },
    });
    const id = monthly.data!.id;
    expect((await api.GET("/billing/recurringCharges/{id}", of(id))).data).toMatchObject({
      netPrice: 7900,
      trialDays: 14,
    });
    const change = await api.POST("/billing/fundingSourceChanges", { body: { recurringChargeId: id } });
    expect(change.data).toMatchObject({ subscriptionId: id, status: "pending" });
    expect((await api.DELETE("/billing/recurringCharges/{id}", of(id))).response.status).toBe(204);
    expect((await api.DELETE("/billing/recurringCharges/{id}", of(id))).response.status).toBe(404);
  });

  it("the token and the approval page", async () => {
    mock.shop("bare").installed = true;
    const response = await fetch("https://oauth.app.shoprenter.net/bare/app/token", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret }),
    });
    expect(await response.json()).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
    const page = await fetch(`https://bare.myshoprenter.hu/admin/app/${clientId}/approveScopes`);
    expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  });
});

describe("all that was sent and answered", () => {
  it("fits the spec", () => {
    expect(problems).toEqual([]);
  });

  it("covers every operation", () => {
    const missed = spec.operations.filter(({ operationId }) => !called.has(operationId));
    expect(missed.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(spec.operations.length).toBeGreaterThan(480);
  });
});

describe("the table of resources", () => {
  const METHODS = { list: "GET", create: "POST", get: "GET", upsert: "POST", update: "PUT", delete: "DELETE" } as const;

  it.each(ALL)("/%s is as the spec says", (name) => {
    const { does, filters = {}, required = [], scope } = describeResource(name);
    const declared = spec.operations.filter(({ path }) => path === `/${name}` || path === `/${name}/{id}`);
    const known = does.map(
      (action) => `${METHODS[action]} /${name}${action === "list" || action === "create" ? "" : "/{id}"}`,
    );
    expect(declared.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(known.sort());

    const list = operation("GET", `/${name}`).parameters.map((parameter) => parameter.name);
    expect(list.sort()).toEqual(["page", "limit", "full", ...Object.keys(filters)].sort());

    const source = readFileSync(new URL(`../../../specs/shoprenter/${name}.yaml`, import.meta.url), "utf8");
    const scopes = new Set([...source.matchAll(/x-scope: (\S+)/g)].map(([, each]) => each));
    const writes = does.some((action) => action !== "list" && action !== "get");
    expect([...scopes].sort()).toEqual(
      scope === undefined ? [] : [`${scope}:read`, ...(writes ? [`${scope}:write`] : [])].sort(),
    );

    if (!does.includes("create")) return;
    const schema = /^ {2}\w+Create:[\s\S]*?required: \[([^\]]*)\]/m.exec(source)?.[1];
    expect([...required].sort()).toEqual(schema === undefined ? [] : schema.split(", ").sort());
  });
});
