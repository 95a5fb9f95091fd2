import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, type ShoporamaClient } from "../src/index.ts";
import { mockShoporama } from "../src/testing.ts";
import { app, connect, count, SHOP, useShoporama } from "./setup.ts";

const { mock, server } = useShoporama();
const requests = count(server, "/REST/");
const PRODUCTS = "https://www.shoporama.dk/REST/product";

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("paginate", () => {
  let api: ShoporamaClient;
  const shop = () => mock.state.shops[0]!.records;
  const fill = (length: number) => {
    const [first] = shop().product;
    shop().product = Array.from({ length }, (_, index) => ({
      ...first!,
      product_id: 1000 + index,
      name: `Lampe ${index}`,
    }));
  };
  const searches = () => requests.requests.map(({ url }) => new URL(url).search);
  /** What the list gives, newest first, for products numbered so. */
  const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

  beforeEach(async () => {
    const shoporama = app();
    await connect(shoporama, mock);
    api = shoporama.client(SHOP);
    requests.requests.splice(0);
  });

  it("gives every product, in pages of 100 by default, and asks no further than the total", async () => {
    fill(250);
    const ids = (await all(api.paginate("/product"))).map(({ product_id }) => product_id);
    expect(ids).toEqual(down(1249, 1000));
    expect(searches()).toEqual(["?limit=100&offset=0", "?limit=100&offset=100", "?limit=100&offset=200"]);
  });

  it("ends at a full last page without a further call", async () => {
    fill(200);
    expect(await all(api.paginate("/product"))).toHaveLength(200);
    expect(requests.requests).toHaveLength(2);
  });

  it("goes on after a short page where the server lowers the limit", async () => {
    fill(250);
    const lower = mockShoporama({ maxPage: 40 });
    Object.assign(lower.state, mock.state);
    server.use(...lower.handlers);
    expect((await all(api.paginate("/product"))).map(({ product_id }) => product_id)).toEqual(down(1249, 1000));
    expect(requests.requests).toHaveLength(7);
  });

  it("takes the caller's limit, offset and filters", async () => {
    fill(30);
    const query = { limit: 10, offset: 5, search: "lampe", supplier_id: 7001 };
    expect((await all(api.paginate("/product", { params: { query } }))).map(({ product_id }) => product_id)).toEqual(
      down(1024, 1000),
    );
    expect(searches()[2]).toBe("?search=lampe&supplier_id=7001&limit=10&offset=25");
  });

  it.each([
    ["/category", 2],
    ["/supplier", 2],
    ["/page", 1],
    ["/shipping", 1],
    ["/order", 7],
    ["/landing-page", 1],
    ["/brand", 1],
    ["/stock", 12],
    ["/redirect", 0],
  ] as const)("reads %s in its own shape, with one call", async (path, length) => {
    expect(await all(api.paginate(path))).toHaveLength(length);
    expect(requests.requests).toHaveLength(1);
  });

  it("reads the lists of unpublished shape when they are bare", async () => {
    const bare = mockShoporama({ lists: "bare" });
    Object.assign(bare.state, mock.state);
    server.use(...bare.handlers);
    expect((await api.GET("/brand")).data).toEqual(shop().brand);
    expect(await all(api.paginate("/brand"))).toEqual(shop().brand);
    expect(await all(api.paginate("/stock"))).toEqual(shop().stock);
  });

  it("ends with a bare list as long as a page, whose offset is not minded", async () => {
    shop().supplier = Array.from({ length: 100 }, (_, index) => ({ supplier_id: index + 1, name: `S${index}` }));
    expect(await all(api.paginate("/supplier"))).toHaveLength(100);
    expect(requests.requests).toHaveLength(3);
  });

  it("gives a product once that moves to the next page because others came", async () => {
    fill(30);
    const ids: unknown[] = [];
    for await (const { product_id } of api.paginate("/product", { params: { query: { limit: 10 } } })) {
      ids.push(product_id);
      if (ids.length === 5) await api.POST("/product", { body: { name: "Ny" } });
    }
    expect(ids).toEqual(down(1029, 1000));
  });

  it("misses no product when others are deleted meanwhile", async () => {
    fill(40);
    const ids: unknown[] = [];
    for await (const { product_id } of api.paginate("/product", { params: { query: { limit: 10 } } })) {
      ids.push(product_id);
      if (ids.length === 5)
        for (const id of [1039, 1038, 1037]) await api.DELETE("/product/{id}", { params: { path: { id } } });
    }
    expect(ids.toSorted()).toEqual(down(1039, 1000).toSorted());
  });

  it("ends when everything is deleted meanwhile", async () => {
    fill(40);
    let given = 0;
    for await (const _ of api.paginate("/product", { params: { query: { limit: 10 } } })) {
      given++;
      shop().product = [];
    }
    expect(given).toBe(10);
    expect(requests.requests.length).toBeLessThan(5);
  });

  it("asks for no page that nobody reads", async () => {
    fill(250);
    for await (const _ of api.paginate("/product")) break;
    expect(requests.requests).toHaveLength(1);
  });

  it("throws an ApiError with the platform's words, in the middle too", async () => {
    fill(250);
    mock.state.shops[0]!.keys[0]!.usage.calls = 998;
    const given: unknown[] = [];
    const reading = (async () => {
      for await (const { product_id } of api.paginate("/product")) given.push(product_id);
    })();
    const error = await reading.catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: "ApiError",
      status: 429,
      message: "shoporama answered 429: 429 Too Many Requests",
      error: "429 Too Many Requests",
    });
    expect(given).toHaveLength(200);
  });

  it.each([
    ["an object without a list", { error: "Try later" }, "shoporama answered 200: Try later"],
    ["two lists", { products: [], more: [] }, "shoporama answered 200: no reason given"],
    ["null", null, "shoporama answered 200: no reason given"],
  ])("throws an ApiError for %s, and the next try succeeds", async (_, body, message) => {
    server.use(http.get(PRODUCTS, () => HttpResponse.json(body), { once: true }));
    await expect(all(api.paginate("/product"))).rejects.toMatchObject({ name: "ApiError", status: 200, message });
    expect(await all(api.paginate("/product"))).toHaveLength(12);
  });

  it("lets the engine's own errors pass", async () => {
    mock.state.shops[0]!.keys[0]!.revoked = true;
    await expect(all(api.paginate("/product"))).rejects.toMatchObject({ name: "ApiError", status: 401 });
    await expect(all(api.paginate("/product"))).rejects.toMatchObject({
      name: "ShopAuthError",
      code: "reauthorization_required",
    });
  });

  it("ends with the caller's signal", async () => {
    await expect(all(api.paginate("/product", { signal: AbortSignal.abort() }))).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});
