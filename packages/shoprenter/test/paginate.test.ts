import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { BatchError, type ShoprenterClient } from "../src/index.ts";
import { mockShoprenter } from "../src/testing.ts";
import { client, SHOP, useShoprenter } from "./setup.ts";

const BASE = `https://${SHOP}.api2.myshoprenter.hu/api`;
const { mock, use, asked } = useShoprenter({ shops: [SHOP], perSecond: Number.POSITIVE_INFINITY });
const pages = () => asked(/\.api2\.myshoprenter\.hu/).map(({ url }) => new URL(url).searchParams);

/** What was read, and how it ended. */
async function read<Item>(items: AsyncIterable<Item>, limit = 10_000): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) {
    all.push(item);
    if (all.length >= limit) break;
  }
  return all;
}

/** Answers a list from a function of the page. */
const list = (path: string, answer: (page: number, limit: number) => object) =>
  use(
    http.get(BASE + path, ({ request }) => {
      const { searchParams } = new URL(request.url);
      const body = answer(Number(searchParams.get("page")), Number(searchParams.get("limit")));
      return body instanceof Response ? body : HttpResponse.json(body);
    }),
  );

const many = (count: number) => {
  const shop = mock.shop(SHOP);
  for (let number = 0; number < count; number++) shop.add("products", { sku: `SKU-${number}` });
  return shop.list("products").map(({ sku }) => sku);
};

describe("paginate", () => {
  it("reads every record once, 200 at a time, whole", async () => {
    const skus = many(450);
    const read_ = await read(client().paginate("/products"));
    expect(read_.map(({ sku }) => sku)).toEqual(skus);
    expect(pages().map(String)).toEqual([0, 1, 2].map((page) => `full=1&limit=200&page=${page}`));
  });

  it("reads a list without pageCount by its next link", async () => {
    const shop = mock.shop(SHOP);
    for (let number = 0; number < 30; number++) shop.add("manufacturers", { name: `Maker ${number}` });
    const names = await read(client().paginate("/manufacturers", { params: { query: { limit: 10 } } }));
    expect(names.map(({ name }) => name)).toEqual(shop.list("manufacturers").map(({ name }) => name));
    expect(pages()).toHaveLength(4);
  });

  it("takes filters, the size of a page, where to begin, and links alone", async () => {
    many(30);
    const query = { limit: 10, page: 1, full: 0, createdAt: new Date().toISOString().slice(0, 10) } as const;
    const items = await read(client().paginate("/products", { params: { query } }));
    expect(items).toHaveLength(20);
    expect(items[0]).toEqual({ href: expect.stringMatching(/^https:\/\/acme\.api\.myshoprenter\.hu\/products\//) });
    expect(pages()[0]!.get("createdAt")).toBe(query.createdAt);
  });

  it("never asks for more than 200 at a time", async () => {
    await read(client().paginate("/languages", { params: { query: { limit: 500 } } }));
    expect(pages()[0]!.get("limit")).toBe("200");
    expect(mock.refusals).toEqual([]);
  });

  it("reads the other envelopes: counted, domains, plans", async () => {
    const acme = client();
    const shop = mock.shop(SHOP);
    for (let number = 0; number < 3; number++) shop.add("cmsContentListExtend", { enabled: "1" });
    expect(await read(acme.paginate("/cmsContentListExtend", { params: { query: { limit: 2 } } }))).toHaveLength(4);
    // By `total`: a third page would be past the end.
    expect(pages()).toHaveLength(2);
    expect((await read(acme.paginate("/domains"))).map(({ primary }) => primary)).toEqual([true, false]);
    await acme.POST("/billing/plans", { body: { name: "Starter", netPrice: 2900, billingCycleLength: 1 } });
    expect((await read(acme.paginate("/billing/plans"))).map(({ name }) => name)).toEqual(["Starter"]);
    // These two know no query at all.
    expect(asked(/\/(?:domains|plans)$/)).toHaveLength(3);
    expect(mock.refusals).toEqual([]);
  });

  it.each([3, "3"])("takes a pageCount of %j", async (pageCount) => {
    list("/products", (page) => ({ page, pageCount, items: [{ id: `a${page}` }, { id: `b${page}` }] }));
    expect(await read(client().paginate("/products"))).toHaveLength(6);
    expect(pages()).toHaveLength(3);
  });

  it("stops at a page past the end", async () => {
    many(10);
    const items: unknown[] = [];
    for await (const item of client().paginate("/products", { params: { query: { limit: 5 } } })) {
      items.push(item);
      // The second half is deleted while the first is read.
      if (items.length === 5)
        for (const { id } of mock.shop(SHOP).list("products").slice(5)) mock.shop(SHOP).remove("products", id!);
    }
    expect(items).toHaveLength(5);
    expect(mock.refusals.at(-1)).toMatchObject({ status: 400, rule: expect.stringContaining("past the end") });
  });

  it("gives a record once that others have moved to the next page", async () => {
    const all = Array.from({ length: 6 }, (_, index) => ({ id: `old${index}` }));
    list("/products", (page, limit) => {
      if (page === 1) all.unshift({ id: "new" });
      return { pageCount: Math.ceil(all.length / limit), items: all.slice(page * limit, (page + 1) * limit) };
    });
    const items = await read(client().paginate("/products", { params: { query: { limit: 3 } } }));
    expect(items.map(({ id }) => id)).toEqual(["old0", "old1", "old2", "old3", "old4", "old5"]);
  });

  it("knows records without an id by their links", async () => {
    list("/products", (page) => ({
      pageCount: 2,
      items: [{ href: "https://x/1" }, ...(page === 1 ? [{ href: "https://x/2" }] : [])],
    }));
    expect(await read(client().paginate("/products"))).toHaveLength(2);
  });

  it("ends where the list always has a next page and never anything in it", async () => {
    list("/products", () => ({ pageCount: 1000, next: { href: "https://x/next" }, items: [{ id: "same" }] }));
    expect(await read(client().paginate("/products"), 50)).toHaveLength(1);
    expect(pages()).toHaveLength(2);
    list("/manufacturers", () => ({ next: { href: "https://x/next" }, items: [] }));
    expect(await read(client().paginate("/manufacturers"))).toEqual([]);
  });

  it("asks no further than it is read", async () => {
    many(450);
    await read(client().paginate("/products"), 5);
    expect(pages()).toHaveLength(1);
  });

  it.each([
    [
      "a refusal",
      HttpResponse.json({ message: "Forbidden" }, { status: 403 }),
      { status: 403, message: "shoprenter answered 403: Forbidden" },
    ],
    [
      "another code with 400",
      HttpResponse.json({ message: "Bad id", code: 40007 }, { status: 400 }),
      { status: 400, code: "40007" },
    ],
    [
      "an empty answer",
      new HttpResponse("", { status: 200 }),
      { status: 200, message: "shoprenter answered 200: not a list" },
    ],
    ["something else", HttpResponse.json({ items: "none" }), { status: 200 }],
    ["a page", new HttpResponse("<!doctype html>"), { status: 200, message: "shoprenter answered 200: not JSON" }],
  ])("throws an ApiError at %s", async (_, answer, error) => {
    list("/products", () => answer);
    await expect(read(client().paginate("/products"))).rejects.toMatchObject({ name: "ApiError", ...error });
  });

  it("lets the engine's errors and the caller's signal through", async () => {
    mock.shop(SHOP).scopes = ["product.product:read"];
    const acme = client();
    await expect(read(acme.paginate("/orders"))).rejects.toMatchObject({
      name: "ShopAuthError",
      code: "missing_scope",
    });
    await expect(read(acme.paginate("/products", { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

describe("answers inside a response key", () => {
  it("are read as if they were bare", async () => {
    const wrapped = mockShoprenter({ shops: [SHOP], wrapped: true });
    use(...wrapped.handlers.slice(1));
    // The token endpoint is the unwrapped one, so both emulations know the token.
    const shared = wrapped.state.tokens;
    mock.state.tokens.clear();
    const issue = shared.get.bind(shared);
    shared.get = (token) => issue(token) ?? mock.state.tokens.get(token);
    const acme = client();
    const { data } = await acme.GET("/products", { params: { query: { sku: "LAMP-OAK-01", full: 1 } } });
    expect(data?.items[0]?.sku).toBe("LAMP-OAK-01");
    const missing = await acme.GET("/products/{id}", { params: { path: { id: "bm8=" } } });
    expect(missing.error).toMatchObject({ code: 40401 });
    expect(await read(acme.paginate("/languages"))).toHaveLength(2);
    expect((await acme.batch([{ method: "GET", uri: "/languages" }])).map(({ status }) => status)).toEqual([200]);
  });

  it.each([
    ['{"response":{"sku":"A"}}', { sku: "A" }],
    [' {\n "response" : {"sku":"A"}}', { sku: "A" }],
    ['{"response":{"sku":"A"},"id":"x"}', { response: { sku: "A" }, id: "x" }],
    ['{"response":"text"}', { response: "text" }],
    ['{"id":"x","response":{"sku":"A"}}', { id: "x", response: { sku: "A" } }],
    ["[]", []],
  ])("%s", async (body, expected) => {
    for (const headers of [{ "content-length": String(body.length) }, {}]) {
      use(http.get(`${BASE}/products/x`, () => new HttpResponse(body, { headers })));
      expect((await client().GET("/products/{id}", { params: { path: { id: "x" } } })).data).toEqual(expected);
    }
  });
});

describe("ids in paths", () => {
  it.each(["", ".", "..", undefined, null])("are not %j, which would lead elsewhere", async (id) => {
    const path = { id: id as string };
    await expect(client().DELETE("/products/{id}", { params: { path } })).rejects.toThrow(TypeError);
    expect(asked(/./)).toHaveLength(0);
  });

  it("are encoded", async () => {
    await client().GET("/products/{id}", { params: { path: { id: "a/b?c=d#e" } } });
    expect(asked(/products/)[0]!.url).toBe(`${BASE}/products/a%2Fb%3Fc%3Dd%23e`);
  });
});

describe("follow", () => {
  const follow = async (acme: ShoprenterClient, href: string) => {
    await acme.follow(href);
    return asked(/\/api/).at(-1)!.url;
  };

  it("goes to the shop's own API, whatever host the link has", async () => {
    const acme = client();
    const { data } = await acme.GET("/products", { params: { query: { sku: "LAMP-OAK-01", full: 1 } } });
    const link = data!.items[0]!.manufacturer!;
    expect(link.href).toMatch(/^https:\/\/acme\.api\.myshoprenter\.hu\/manufacturers\//);
    const followed = await acme.follow<{ name: string }>(link);
    expect(followed.data?.name).toBe(mock.shop(SHOP).list("manufacturers")[0]!.name);

    expect(await follow(acme, "https://evil.example.com/api/products?page=0&limit=1")).toBe(
      `${BASE}/products?page=0&limit=1`,
    );
    expect(await follow(acme, "//evil.example.com//products")).toBe(`${BASE}//products`);
    expect(await follow(acme, "/products?sku=A%26B")).toBe(`${BASE}/products?sku=A%26B`);
    expect(await follow(acme, "https://acme.api.myshoprenter.hu/a/../../../languages")).toBe(`${BASE}/languages`);
    expect(asked(/evil/)).toHaveLength(0);
  });

  it("answers as the other calls do, and refuses what is no link", async () => {
    const { data, error, response } = await client().follow("/products/bm8=");
    expect({ data, status: response.status }).toEqual({ data: undefined, status: 404 });
    expect(error).toMatchObject({ code: 40401 });
    await expect(client().follow({ href: null })).rejects.toThrow(TypeError);
    await expect(client().follow("")).rejects.toThrow(TypeError);
  });
});

describe("batch", () => {
  it("splits into 200s, one after another, and tells each status", async () => {
    const requests = Array.from({ length: 450 }, (_, index) => ({
      method: "POST" as const,
      uri: "/customerGroups",
      data: { name: `Group ${index === 7 ? 6 : index}` },
    }));
    const answers = await client().batch(requests);
    expect(answers).toHaveLength(450);
    expect(answers.filter(({ ok }) => !ok)).toEqual([
      {
        method: "POST",
        uri: `${BASE}/customerGroups`,
        status: 409,
        ok: false,
        body: expect.objectContaining({ code: 40901 }),
      },
    ]);
    expect(answers[7]!.ok).toBe(false);
    const sent = await Promise.all(
      asked(/\/batch$/).map((request) => request.json() as Promise<{ data: { requests: unknown[] } }>),
    );
    expect(sent.map(({ data }) => data.requests.length)).toEqual([200, 200, 50]);
    expect(mock.shop(SHOP).list("customerGroups")).toHaveLength(451);
  });

  it("sends links of any host to the shop's own API", async () => {
    const answers = await client().batch([{ method: "GET", uri: "https://acme.api.myshoprenter.hu/products?limit=1" }]);
    expect(answers).toMatchObject([
      { uri: `${BASE}/products?limit=1`, status: 200, body: { items: [expect.anything()] } },
    ]);
  });

  it.each(["200", 200])("reads a single answer without its array, and a status of %j", async (statusCode) => {
    use(
      http.post(`${BASE}/batch`, () =>
        HttpResponse.json({ requests: { request: { response: { header: { statusCode }, body: { id: "x" } } } } }),
      ),
    );
    expect(await client().batch([{ method: "GET", uri: "/languages" }])).toMatchObject([
      { status: 200, ok: true, body: { id: "x" } },
    ]);
  });

  it("sends nothing for nothing", async () => {
    expect(await client().batch([])).toEqual([]);
    expect(asked(/./)).toHaveLength(0);
  });

  it("keeps what was done when a later batch fails", async () => {
    let batches = 0;
    use(
      http.post(`${BASE}/batch`, () =>
        ++batches === 1 ? undefined : HttpResponse.json({ message: "Maintenance" }, { status: 500 }),
      ),
    );
    const requests = Array.from({ length: 201 }, () => ({ method: "GET" as const, uri: "/languages" }));
    const error = await client()
      .batch(requests)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BatchError);
    expect((error as BatchError).answers).toHaveLength(200);
    expect((error as BatchError).cause).toMatchObject({ name: "ApiError", status: 500 });
  });

  it("throws the cause itself when the first fails", async () => {
    use(http.post(`${BASE}/batch`, () => HttpResponse.json({ requests: {} })));
    await expect(client().batch([{ method: "GET", uri: "/languages" }])).rejects.toMatchObject({
      name: "ApiError",
      message: expect.stringMatching(/0 answers to 1/),
    });
  });
});
