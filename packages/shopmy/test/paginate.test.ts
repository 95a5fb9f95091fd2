import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, createShopMyBrand, type ShopMyClient } from "../src/index.ts";
import { mockShopMy, SHOPMY_BRAND_KEY } from "../src/testing.ts";
import { ACCOUNT, app, connect, count, useShopMy } from "./setup.ts";

const { mock, server } = useShopMy();
const searches = count(server, "/Catalog/search");
const reports = count(server, "/OrderReport");
const brand = createShopMyBrand({ developerKey: SHOPMY_BRAND_KEY });
const domain = "harborandpine.example.com";

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Rows as the report has them. */
function fill(rows: number): void {
  const { row, source } = mock.state.orders[0]!;
  mock.state.orders = Array.from({ length: rows }, (_, index) => {
    const date = `2026-03-01 ${String(Math.floor((rows - index) / 60)).padStart(2, "0")}:${String((rows - index) % 60).padStart(2, "0")}:00`;
    return { source, row: { ...row, "Order ID": index, "Transaction Date": date } };
  });
}

describe("paginate of the Developer API", () => {
  let api: ShopMyClient;
  beforeEach(async () => {
    const shopmy = app();
    await connect(shopmy, mock);
    api = shopmy.client(ACCOUNT);
    mock.state.catalog = Array.from({ length: 120 }, (_, index) => ({ title: `Bowl ${index}`, retailers: [] }));
  });

  it("gives links and collections, which come whole, bare or in an envelope", async () => {
    const bare = [await all(api.paginate("/Links")), await all(api.paginate("/Collections"))];
    expect(bare).toEqual([mock.state.users[0]!.links, mock.state.users[0]!.collections]);
    const enveloped = mockShopMy({ lists: "enveloped" });
    Object.assign(enveloped.state, mock.state);
    server.use(...enveloped.handlers);
    expect((await api.GET("/Links")).data).toHaveProperty("links");
    expect([await all(api.paginate("/Links")), await all(api.paginate("/Collections"))]).toEqual(bare);
  });

  it("gives every product, in the largest pages by default", async () => {
    const products = await all(api.paginate("/Catalog/search", { params: { query: { search: "bowl" } } }));
    expect(products.map(({ title }) => title)).toEqual(mock.state.catalog.map(({ title }) => title));
    expect(searches.requests.map(({ url }) => new URL(url).search)).toEqual([
      "?search=bowl&page=0&limit=50",
      "?search=bowl&page=1&limit=50",
      "?search=bowl&page=2&limit=50",
    ]);
  });

  it("takes the caller's limit and page", async () => {
    const query = { search: "bowl", limit: 40, page: 1 };
    expect(await all(api.paginate("/Catalog/search", { params: { query } }))).toHaveLength(80);
    expect(searches.requests).toHaveLength(3); // The last page is full; only the empty one after it tells.
  });

  it("asks for no page that nobody reads", async () => {
    for await (const { title } of api.paginate("/Catalog/search", { params: { query: { search: "bowl" } } })) {
      expect(title).toBe("Bowl 0");
      break;
    }
    expect(searches.requests).toHaveLength(1);
  });

  it("ends although the page is not minded", async () => {
    const same = mock.state.catalog.slice(0, 50);
    server.use(http.get("https://api.shopmy.us/v1/Partners/Catalog/search", () => HttpResponse.json(same)));
    expect(await all(api.paginate("/Catalog/search", { params: { query: { search: "bowl" } } }))).toHaveLength(50);
    expect(searches.requests).toHaveLength(3);
  });

  it("throws an ApiError with the platform's words", async () => {
    const error = await all(api.paginate("/Catalog/search")).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      status: 400,
      message: "shopmy answered 400: Provide exactly one of search or url.",
    });
  });

  it.each([
    ["an object without a list", { success: false, error: "Try later" }, "shopmy answered 200: Try later"],
    ["two lists", { links: [], more: [] }, "shopmy answered 200: no reason given"],
    ["null", null, "shopmy answered 200: no reason given"],
  ])("throws an ApiError for %s, and the next try succeeds", async (_, body, message) => {
    server.use(http.get("https://api.shopmy.us/v1/Partners/Links", () => HttpResponse.json(body), { once: true }));
    await expect(all(api.paginate("/Links"))).rejects.toMatchObject({ name: "ApiError", status: 200, message });
    expect(await all(api.paginate("/Links"))).toHaveLength(2);
  });

  it("lets the engine's own errors pass", async () => {
    mock.state.users[0]!.token!.scopes = ["read_profile"];
    await expect(all(api.paginate("/Links"))).rejects.toMatchObject({ name: "ShopAuthError", code: "missing_scope" });
  });

  it("ends with the caller's signal", async () => {
    await expect(all(api.paginate("/Links", { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});

describe("paginate of the order report", () => {
  it("gives every row; each page is one of the day's calls", async () => {
    fill(1100);
    const rows = await all(brand.paginate("/OrderReport", { body: { domain } }));
    expect(rows.map((row) => row["Order ID"])).toEqual(Array.from({ length: 1100 }, (_, index) => index));
    expect(await Promise.all(reports.requests.map((request) => request.json()))).toEqual(
      [0, 1, 2].map((page) => ({ domain, limit: 500, page })),
    );
    expect(mock.state.report.calls).toBe(3);
  });

  it("stops at a short page without a further call", async () => {
    fill(499);
    expect(await all(brand.paginate("/OrderReport", { body: { domain } }))).toHaveLength(499);
    expect(mock.state.report.calls).toBe(1);
  });

  it("gives a row that moves to the next page once", async () => {
    fill(30);
    const ids: unknown[] = [];
    for await (const row of brand.paginate("/OrderReport", { body: { domain, limit: 10 } })) {
      ids.push(row["Order ID"]);
      if (ids.length === 5) {
        const { row: newest, source } = mock.state.orders[0]!;
        mock.state.orders.push({
          source,
          row: { ...newest, "Order ID": "later", "Transaction Date": "2026-03-02 00:00:00" },
        });
      }
    }
    expect(ids).toEqual(Array.from({ length: 30 }, (_, index) => index));
  });

  it("keeps equal rows of one page, which a report by SKU can have", async () => {
    fill(2);
    for (const { row } of mock.state.orders)
      Object.assign(row, { SKU: "A,A", "Order ID": 1, "Transaction Date": "2026-03-01 00:00:00" });
    expect(await all(brand.paginate("/OrderReport", { body: { domain, reportBySKU: true } }))).toHaveLength(4);
  });

  it("throws an ApiError in the middle when the day's calls are used up", async () => {
    fill(30);
    mock.state.report = { day: new Date().toISOString().slice(0, 10), calls: 198 };
    const ids: unknown[] = [];
    const reading = (async () => {
      for await (const row of brand.paginate("/OrderReport", { body: { domain, limit: 10 } }))
        ids.push(row["Order ID"]);
    })();
    await expect(reading).rejects.toMatchObject({ name: "ApiError", status: 429 });
    expect(ids).toHaveLength(20);
  });
});
