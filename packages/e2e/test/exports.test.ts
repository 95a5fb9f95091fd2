import * as core from "@shopauth/core";
import * as shopmy from "@shopauth/shopmy";
import * as shoporama from "@shopauth/shoporama";
import * as shoprenter from "@shopauth/shoprenter";
import * as storehippo from "@shopauth/storehippo";
import { expect, it } from "vitest";

const ours = new Set<unknown>(Object.values(core));
const fromCore = (module: object) =>
  Object.entries(module)
    .filter(([, value]) => ours.has(value))
    .map(([name]) => name)
    .sort();

it("the platform packages bring the same of core: what an app needs, and none of the engine's parts", () => {
  const names = fromCore(shopmy);
  expect(names).toEqual([
    "ApiError",
    "ShopAuthError",
    "allowUncoordinated",
    "allowVolatile",
    "fromKeyValue",
    "isApiError",
    "isShopAuthError",
    "memoryStore",
    "redactUrl",
    "sandbox",
  ]);
  expect(fromCore(storehippo)).toEqual(names);
  expect(fromCore(shoporama)).toEqual(names);
  expect(fromCore(shoprenter)).toEqual([...names, "decodeAccessToken"].sort());
});

it.each(["shopmy", "storehippo", "shoprenter", "shoporama"])("@shopauth/%s brings core's stores", async (platform) => {
  for (const store of ["file", "sqlite", "postgres", "redis"]) {
    const stores = (await import(/* @vite-ignore */ `@shopauth/core/${store}`)) as object;
    expect(Object.keys(stores)).toEqual([`${store}Store`]);
    expect({ ...(await import(/* @vite-ignore */ `@shopauth/${platform}/${store}`)) }).toEqual({ ...stores });
  }
});
