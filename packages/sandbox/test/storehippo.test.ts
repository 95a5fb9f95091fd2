import { STOREHIPPO_ACCESS_KEY, STOREHIPPO_APP } from "@shopauth/storehippo/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";
import { formsOf, press } from "./form.ts";

const redirect = "http://localhost:3000/callback/storehippo";
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.close());

const store = () => `${sandbox.origin}/northwind-lamps.storehippo.com`;
const consentUrl = (changes: Record<string, string> = {}) => {
  const query = {
    client_id: STOREHIPPO_APP.clientId,
    scope: "read_products,write_orders",
    redirect_uri: redirect,
    state: "n0nce",
  };
  return `${store()}/admin/oauth/authorization?${new URLSearchParams({ ...query, ...changes })}`;
};

test("the page names the store and the scopes; Install brings a code that works once", async () => {
  const url = consentUrl();
  const text = await (await fetch(url)).text();
  expect(text).toContain("northwind-lamps");
  expect(text).toContain("<li>read products</li>");
  expect(formsOf(text)[0]!.buttons.map(({ label }) => label)).toEqual(["Install", "Deny"]);
  expect(sandbox.mocks.storehippo.state.codes).toEqual([]);
  const back = new URL((await press(text, url, "Install")).headers.get("location")!);
  expect(back.searchParams.get("state")).toBe("n0nce");
  const { clientId, clientSecret } = STOREHIPPO_APP;
  const body = () =>
    new URLSearchParams({
      client_id: clientId,
      client_secret: clientSecret,
      code: back.searchParams.get("code")!,
      redirect_uri: redirect,
      grant_type: "authorization_code",
    });
  const answer = await fetch(`${store()}/admin/oauth/token`, { method: "POST", body: body() });
  const { access_token } = (await answer.json()) as { access_token: string };
  const products = await fetch(`${store()}/api/1.1/entity/ms.products?limit=1`, {
    headers: { authorization: `Bearer ${access_token}` },
  });
  expect(products.status).toBe(200);
  expect(((await products.json()) as { data: unknown[] }).data).toHaveLength(1);
  expect((await fetch(`${store()}/admin/oauth/token`, { method: "POST", body: body() })).status).toBe(400);
});

test("Deny brings an error and no code", async () => {
  const url = consentUrl();
  const answer = await press(await (await fetch(url)).text(), url, "Deny");
  const back = new URL(answer.headers.get("location")!);
  expect(back.searchParams.get("error")).toBe("access_denied");
  expect(back.searchParams.has("code")).toBe(false);
});

test.each([
  [{ redirect_uri: `${redirect}/` }, "redirect_uri differs from the registered one at character 42"],
  [{ state: "" }, "state is missing"],
  [{ scope: "read_everything" }, "is not one of the 14"],
])("an authorization URL with %o shows the rule", async (changes, rule) => {
  const answer = await fetch(consentUrl(changes), { redirect: "manual" });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(rule);
});

test("both localhost and 127.0.0.1 are registered by default", async () => {
  const other = await fetch(consentUrl({ redirect_uri: redirect.replace("localhost", "127.0.0.1") }));
  expect(other.status).toBe(200);
});

test("the API answers an access key through the path", async () => {
  const answer = await fetch(`${store()}/api/1.1/entity/ms.products`, {
    headers: { "access-key": STOREHIPPO_ACCESS_KEY },
  });
  expect(answer.status).toBe(200);
});
