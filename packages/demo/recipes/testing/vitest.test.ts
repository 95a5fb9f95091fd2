import { allowVolatile, createStoreHippo } from "@shopauth/storehippo";
import { mockStoreHippo, STOREHIPPO_APP } from "@shopauth/storehippo/testing";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const mock = mockStoreHippo();
const server = setupServer(...mock.handlers);
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
beforeEach(() => mock.reset());
afterAll(() => server.close());

test("the products of a connected store", async () => {
  const storehippo = createStoreHippo({
    ...STOREHIPPO_APP,
    scopes: ["read_products"],
    secrets: ["a secret of 32 characters or more"],
    [allowVolatile]: true,
  });
  const { url, flow } = await storehippo.authorizationUrl({ store: "acme", owner: "user-7" });
  await storehippo.exchange({ query: mock.authorize(url).searchParams, flow, owner: "user-7" });
  const { data } = await storehippo.client("acme", { owner: "user-7" }).GET("/entity/ms.products");
  expect(data?.data.length).toBeGreaterThan(0);
  expect(mock.refusals).toEqual([]);
});
