import { describe, expect, test } from "vitest";
import { ApiError, type StoreHippoClient } from "../src/index.ts";
import { codeOf, connect, counting, createApp, intercepting, STORE, useMock } from "./setup.ts";

const mock = useMock();
const LIST = `https://${STORE}.storehippo.com/api/1.1/entity/ms.brands`;

/** A client on a store with this many brands. */
async function storeWith(count: number) {
  const traffic = counting();
  const app = createApp({ fetch: traffic.fetch });
  await connect(app, mock);
  const brands = Array.from({ length: count }, (_, index) => ({
    _id: (index + 1).toString(16).padStart(24, "0"),
    name: `Brand ${index + 1}`,
  }));
  mock.state.stores[STORE]!.records["ms.brands"] = brands;
  traffic.requests.length = 0;
  return {
    api: app.client(STORE),
    brands,
    asked: () => traffic.requests.map(({ url }) => new URL(url).searchParams.toString()),
  };
}

/** A client whose list answers are made by hand. */
async function storeThat(answer: (query: URLSearchParams) => unknown, status = 200) {
  const seam = intercepting(LIST);
  const app = createApp({ fetch: seam.fetch });
  await connect(app, mock);
  let asked = 0;
  seam.answer = ({ url }) => {
    if (++asked > 30) throw new Error("the paging does not end");
    return Response.json(answer(new URL(url).searchParams), { status });
  };
  return { api: app.client(STORE), asked: () => asked };
}

async function all(
  api: StoreHippoClient,
  query: Parameters<ReturnType<StoreHippoClient["entity"]>["paginate"]>[0] = {},
): Promise<string[]> {
  const ids: string[] = [];
  for await (const { _id } of api.paginate("/entity/ms.brands", { params: { query } })) ids.push(_id);
  return ids;
}
const record = (number: number) => ({ _id: number.toString(16).padStart(24, "0") });

describe("pages", () => {
  test.each([0, 1, 99, 100, 101, 200, 250])("%d records, each once, in order", async (count) => {
    const { api, brands, asked } = await storeWith(count);
    expect(await all(api)).toEqual(brands.map(({ _id }) => _id));
    expect(asked()).toHaveLength(Math.max(1, Math.ceil(count / 100)));
    expect(asked()[0]).toBe("limit=100&start=0");
  });

  test("keep the caller's query", async () => {
    const { api, asked } = await storeWith(7);
    expect(
      await all(api, {
        limit: 2,
        start: 3,
        sort: "name",
        filters: [{ field: "name", operator: "regex", value: "Brand" }],
      }),
    ).toHaveLength(4);
    expect(asked().map((query) => new URLSearchParams(query).get("start"))).toEqual(["3", "5"]);
    for (const query of asked()) {
      expect(new URLSearchParams(query).get("limit")).toBe("2");
      expect(JSON.parse(new URLSearchParams(query).get("filters")!)).toEqual([
        { field: "name", operator: "regex", value: "Brand" },
      ]);
    }
  });

  test("are asked for one at a time: leaving the loop asks for no further", async () => {
    const { api, asked } = await storeWith(250);
    for await (const _ of api.paginate("/entity/ms.brands")) break;
    expect(asked()).toHaveLength(1);
  });

  test("of any entity", async () => {
    const { api } = await storeWith(0);
    const names: unknown[] = [];
    for await (const { name } of api.paginate("/entity/{entity}", {
      params: { path: { entity: "pincode" }, query: { limit: 1 } },
    }))
      names.push(name);
    expect(names).toEqual(["411001", "411002"]);
  });

  test("by since_id, to the empty page", async () => {
    const { api, brands, asked } = await storeWith(5);
    expect(await all(api, { since_id: "0", limit: 2 })).toEqual(brands.map(({ _id }) => _id));
    expect(asked().map((query) => new URLSearchParams(query).get("since_id"))).toEqual([
      "0",
      brands[1]!._id,
      brands[3]!._id,
      brands[4]!._id,
    ]);
    expect(asked().some((query) => query.includes("start"))).toBe(false);
  });
});

describe("a list that changes meanwhile", () => {
  test("records that move back are not repeated", async () => {
    const { api } = await storeWith(6);
    const { records } = mock.state.stores[STORE]!;
    const ids: string[] = [];
    for await (const { _id } of api.paginate("/entity/ms.brands", { params: { query: { limit: 2 } } })) {
      ids.push(_id);
      if (ids.length === 2) records["ms.brands"].unshift({ _id: "f".repeat(24), name: "Early" });
    }
    expect(ids).toEqual([1, 2, 3, 4, 5, 6].map((number) => record(number)._id));
  });

  test("by since_id nothing is missed when records are removed", async () => {
    const { api } = await storeWith(6);
    const { records } = mock.state.stores[STORE]!;
    const ids: string[] = [];
    for await (const { _id } of api.paginate("/entity/ms.brands", { params: { query: { limit: 2, since_id: "0" } } })) {
      ids.push(_id);
      if (ids.length === 2) records["ms.brands"].splice(0, 2);
    }
    expect(ids).toHaveLength(6);
  });

  test("a list that shrinks ends", async () => {
    const { api } = await storeWith(6);
    const { records } = mock.state.stores[STORE]!;
    const ids: string[] = [];
    for await (const { _id } of api.paginate("/entity/ms.brands", { params: { query: { limit: 2 } } })) {
      ids.push(_id);
      records["ms.brands"].length = Math.min(records["ms.brands"].length, 3);
    }
    expect(ids).toEqual([1, 2, 3].map((number) => record(number)._id));
  });
});

describe("a server that does not keep its word", () => {
  test("start is ignored: the repeated page ends it", async () => {
    const { api, asked } = await storeThat(() => ({ data: [record(1), record(2)], paging: { total: 1000 } }));
    expect(await all(api, { limit: 2 })).toHaveLength(2);
    expect(asked()).toBe(2);
  });

  test("a lower limit than asked for, without a total: the first short page ends it", async () => {
    const { api } = await storeThat(() => ({ data: [record(1), record(2)] }));
    expect(await all(api)).toHaveLength(2);
  });

  test("a lower limit than asked for, with a total: all pages come", async () => {
    const { api, asked } = await storeThat((query) => {
      const start = Number(query.get("start"));
      return {
        data: Array.from({ length: Math.min(20, 50 - start) }, (_, index) => record(start + index + 1)),
        paging: { limit: 20, start, total: 50 },
      };
    });
    expect(await all(api, { limit: 500 })).toHaveLength(50);
    expect(asked()).toBe(3);
  });

  test("records without _id, and start ignored", async () => {
    const { api, asked } = await storeThat(() => ({ data: [{ name: "a" }, { name: "b" }] }));
    expect(await all(api, { limit: 2 })).toHaveLength(4);
    expect(asked()).toBe(2);
  });

  test("an object keyed by _id in place of the list", async () => {
    const { api } = await storeThat(() => ({
      data: { [record(1)._id]: record(1), [record(2)._id]: record(2) },
      paging: { total: 2 },
    }));
    expect(await all(api)).toEqual([record(1)._id, record(2)._id]);
  });

  test("406 in place of an empty page, by since_id", async () => {
    let page = 0;
    const seam = intercepting(LIST);
    const app = createApp({ fetch: seam.fetch });
    await connect(app, mock);
    seam.answer = () =>
      page++ === 0 ? Response.json({ data: [record(1)] }) : Response.json("no more", { status: 406 });
    expect(await all(app.client(STORE), { since_id: "0" })).toEqual([record(1)._id]);
  });

  test.each<[string, unknown, number]>([
    ["a failure with 200", { error: "broken" }, 200],
    ["a refusal", [{ name: "required", message: "Required field" }], 406],
    ["no list", { data: "Updated successfully" }, 200],
    ["nothing", {}, 200],
  ])("%s is an ApiError", async (_, body, status) => {
    const { api } = await storeThat(() => body, status);
    const error = await all(api).catch((each: unknown) => each);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status });
  });
});

test("what the engine throws passes through", async () => {
  const api = createApp().client("acme");
  expect(await codeOf(all(api))).toBe("not_connected");
});

test("a signal ends it", async () => {
  const { api, asked } = await storeWith(250);
  const controller = new AbortController();
  const ids: string[] = [];
  const run = async () => {
    for await (const { _id } of api.paginate("/entity/ms.brands", { signal: controller.signal })) {
      ids.push(_id);
      if (ids.length === 100) controller.abort();
    }
  };
  await expect(run()).rejects.toMatchObject({ name: "AbortError" });
  expect(ids).toHaveLength(100);
  expect(asked().length).toBeLessThanOrEqual(2);
});
