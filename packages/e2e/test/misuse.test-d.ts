import {
  allowVolatile,
  type Connection,
  createShopAuth,
  type Issued,
  memoryStore,
  type Platform,
  type Proof,
  ShopAuthError,
  type ShopLabel,
  type Store,
  sandbox,
  shopLabel,
  shopUrl,
  signedQuery,
  stateParam,
  type Token,
  type Unsaved,
} from "@shopauth/core";
import { createShopMy } from "@shopauth/shopmy";
import { createShoporama } from "@shopauth/shoporama";
import { createShoprenter, type InstallRequest } from "@shopauth/shoprenter";
import { createStoreHippo } from "@shopauth/storehippo";
import { describe, it } from "vitest";

/** What must not compile. Nothing here runs: an error that is missing is an unused directive, which the compiler reports. */
const common = { secrets: ["x".repeat(32)], redirectUri: "https://app.example/callback" } as const;
const hippo = { ...common, clientId: "id", clientSecret: "secret" } as const;
declare const storehippo: ReturnType<typeof createStoreHippo>;
declare const shopmy: ReturnType<typeof createShopMy>;
const own = { clientId: "c", clientSecret: "s" };
declare const shoprenter: ReturnType<typeof createShoprenter>;
declare const shoporama: ReturnType<typeof createShoporama>;
declare const request: Request;
declare const connection: Connection;
declare const error: ShopAuthError;
declare const install: InstallRequest;
declare const platform: Platform<{ shop: string }, { accessToken: string }>;
declare const text: string;

describe("a raw string is not what was verified", () => {
  // @ts-expect-error
  it("as a host", () => shopUrl(text, ".shops.example", "/"));
  // @ts-expect-error
  it("as a literal", () => shopUrl("acme", ".shops.example", "/"));
  // @ts-expect-error
  it("with a suffix that joins the label", () => shopUrl(shopLabel("acme"), "shops.example", "/"));
  // @ts-expect-error
  it("with a path that joins the host", () => shopUrl(shopLabel("acme"), ".shops.example", ".evil.example"));
  // @ts-expect-error
  it("as a label", (): ShopLabel => text);
  // @ts-expect-error
  it("as a label in a template", (): ShopLabel => `${shopLabel("acme")}`);
  // @ts-expect-error
  it("as a label in lower case", (): ShopLabel => shopLabel("acme").toLowerCase());
  // @ts-expect-error
  it("as a token", (): Token => text);
  // @ts-expect-error
  it("as a label where it is a token", (token: Token): ShopLabel => token);
  // @ts-expect-error
  it("as an install", (): InstallRequest => ({ shop: text, code: "", timestamp: 0, unsigned: {} }));
  // @ts-expect-error
  it("as what was signed", (): ShopLabel => install.unsigned.shopname);
  // @ts-expect-error
  it("as a parameter that is surely there", (): string => install.unsigned.app_url);
  // @ts-expect-error
  it("as a signed parameter", () => install.signed);
  // @ts-expect-error
  it("as a proof", (): Awaited<ReturnType<Proof["verify"]>> => ({ shop: text }));
});

describe("an unsafe option is no plain configuration", () => {
  // @ts-expect-error
  it("sandbox by name", () => createStoreHippo({ ...hippo, scopes: ["read_orders"], sandbox: "http://127.0.0.1:1" }));
  it("allowVolatile by name", () =>
    // @ts-expect-error
    createShopMy({ ...common, developerId: "a", developerKey: "b", allowVolatile: true }));
  // @ts-expect-error
  it("allowVolatile by text", () => createShoporama({ ...common, appName: "a", [allowVolatile]: "true" }));
  // @ts-expect-error
  it("sandbox by port", () => createShoporama({ ...common, appName: "a", [sandbox]: 4400 }));
  // @ts-expect-error
  it("insecure by name", () => createShoporama({ ...common, appName: "a", insecure: true }));
  // @ts-expect-error
  it("rejectUnauthorized", () => createShoporama({ ...common, appName: "a", rejectUnauthorized: false }));
  it("a symbol of one's own", () =>
    // @ts-expect-error
    createShoporama({ ...common, appName: "a", [Symbol("sandbox") as typeof sandbox]: 1 }));
});

describe("options must be whole", () => {
  // @ts-expect-error
  it("no secrets", () => createShoporama({ redirectUri: "https://app.example/", appName: "a" }));
  // @ts-expect-error
  it("empty secrets", () => createShoporama({ ...common, secrets: [], appName: "a" }));
  // @ts-expect-error
  it("a secret that is no list", () => createShoporama({ ...common, secrets: text, appName: "a" }));
  // @ts-expect-error
  it("a secret that may be absent", () => createShoporama({ ...common, secrets: [process.env.SECRET], appName: "a" }));
  // @ts-expect-error
  it("no redirect URI", () => createShoporama({ secrets: common.secrets, appName: "a" }));
  it("a redirect URI made of a request", () =>
    // @ts-expect-error
    createShoporama({ ...common, redirectUri: (from: Request) => from.url, appName: "a" }));
  // @ts-expect-error
  it("no client secret", () => createStoreHippo({ ...common, clientId: "id", scopes: ["read_orders"] }));
  // @ts-expect-error
  it("no scopes", () => createStoreHippo(hippo));
  // @ts-expect-error
  it("an unknown scope", () => createStoreHippo({ ...hippo, scopes: ["read_everything"] }));
  it("another platform's scope", () =>
    // @ts-expect-error
    createShopMy({ ...common, developerId: "a", developerKey: "b", scopes: ["read_orders"] }));
  it("a store without compare-and-set", () =>
    createShoporama({
      ...common,
      appName: "a",
      // @ts-expect-error
      store: { durability: "durable", get: async () => undefined, list: async function* () {} },
    }));
  // @ts-expect-error
  it("a Map as a store", () => createShoporama({ ...common, appName: "a", store: new Map<string, string>() }));
  // @ts-expect-error
  it("a durability that nobody knows", (): Store => ({ ...memoryStore(), durability: "mostly" }));
  // @ts-expect-error
  it("a write without a version", () => memoryStore().set("key", "value", {}));
  // @ts-expect-error
  it("an event that there is not", () => createShoporama({ ...common, appName: "a", on: { tokenIssued: () => {} } }));
  // @ts-expect-error
  it("direct with what needs a flow", () => createShoporama({ appName: "a", direct: true }));
});

describe("a flow needs its parts", () => {
  // @ts-expect-error
  it("begin without an owner", () => storehippo.begin(request, { store: "acme" }));
  // @ts-expect-error
  it("begin without a store", () => storehippo.begin(request, { owner: "ann" }));
  // @ts-expect-error
  it("begin with another platform's target", () => storehippo.begin(request, { account: "acme", owner: "ann" }));
  it("begin with an owner that may be absent", (user: { id?: string }) =>
    // @ts-expect-error
    shopmy.begin(request, { account: "a", owner: user.id }));
  it("begin with a state of one's own", () =>
    // @ts-expect-error
    storehippo.begin(request, { store: "acme", owner: "ann", state: "static" }));
  it("begin with a redirect URI of its own", () =>
    // @ts-expect-error
    storehippo.begin(request, { store: "acme", owner: "ann", redirectUri: text }));
  it("begin with a URL to return to", () =>
    // @ts-expect-error
    storehippo.begin(request, { store: "acme", owner: "ann", returnTo: new URL("https://evil.example") }));
  // @ts-expect-error
  it("begin with what is no JSON", () => storehippo.begin(request, { store: "acme", owner: "ann", meta: () => "x" }));
  // @ts-expect-error
  it("callback with a URL", () => storehippo.callback(request.url, { owner: "ann" }));
  // @ts-expect-error
  it("exchange with parsed parameters", () => storehippo.exchange({ query: { code: ["a", "b"] }, owner: "ann" }));
  // @ts-expect-error
  it("claim for nobody", () => shoprenter.claim("acme"));
  // @ts-expect-error
  it("claim of an install instead of an account", () => shoprenter.claim(install, "ann"));
  // @ts-expect-error
  it("uninstall by name", () => shoprenter.uninstall("acme"));
});

describe("a connection is no credential and no client", () => {
  // @ts-expect-error
  it("has no credential", () => connection.credential);
  // @ts-expect-error
  it("has no token for a template", () => `Bearer ${connection.accessToken}`);
  // @ts-expect-error
  it("makes no calls", () => connection.GET("/order"));
  // @ts-expect-error
  it("does not name a client", () => shoporama.client(connection));
  // @ts-expect-error
  it("may have no owner yet", (): string => connection.owner);
  // @ts-expect-error
  it("cannot be made active", () => (connection.status = "active"));
  // @ts-expect-error
  it("has no other status", () => connection.status === "claimed");
  // @ts-expect-error
  it("may not be there", async (): Promise<Connection> => shoporama.connection("7"));
  // @ts-expect-error
  it("checks no owner by position", () => shoporama.client("7", "ann"));
  // @ts-expect-error
  it("checks no owner that is absent", () => shoporama.client("7", {}));
  // @ts-expect-error
  it("checks no owner that may be absent", (user: { id?: string }) => shoporama.client("7", { owner: user.id }));
  // @ts-expect-error
  it("lists for no owner that is absent", () => shoporama.connections({}));
  // @ts-expect-error
  it("lists for no owner that may be absent", (user: { id?: string }) => shoporama.connections({ owner: user.id }));
  // @ts-expect-error
  it("begins no flow without a store", () => createShoprenter({ ...own, direct: true }).callback);
  // @ts-expect-error
  it("takes no store that is not used", () => createShoprenter({ ...own, direct: true, store: memoryStore() }));
  // @ts-expect-error
  it("shows no internals", () => storehippo.internals);
});

describe("credentials go in by their form, and do not come out", () => {
  // @ts-expect-error
  it("a raw string", () => storehippo.adopt({ account: "acme", credential: text }));
  // @ts-expect-error
  it("another field", () => storehippo.adopt({ account: "acme", credential: { token: text } }));
  it("a number of seconds as text", () =>
    // @ts-expect-error
    storehippo.adopt({ account: "acme", credential: { accessToken: text }, expiresIn: "3600" }));
  // @ts-expect-error
  it("something that looks unsaved", () => storehippo.adopt({ unsaved: { account: "acme" } }));
  // @ts-expect-error
  it("what is unsaved has nothing to read", (unsaved: Unsaved) => unsaved.issued);
  it("an event brings none", () =>
    // @ts-expect-error
    createShoporama({ ...common, appName: "a", on: { connected: ({ credential }) => credential } }));
});

describe("errors are told apart by their codes", () => {
  // @ts-expect-error
  it("one that is unknown", (caught: unknown) => caught.code);
  // @ts-expect-error
  it("a code that there is not", () => error.code === "not_authorised");
  // @ts-expect-error
  it("a code that cannot be made", () => new ShopAuthError("oops", "message"));
  // @ts-expect-error
  it("no response body", () => error.body);
  // @ts-expect-error
  it("no request", () => error.request);
});

describe("a platform's definition is whole", () => {
  const client = () => ({});
  // @ts-expect-error
  it("without a proof", () => createShopAuth({ ...platform, proof: undefined }, common, client));
  it("without saying whether an exchange may be sent again", () =>
    // @ts-expect-error
    createShopAuth({ ...platform, replay: undefined }, common, client));
  // @ts-expect-error
  it("with another answer to that", () => createShopAuth({ ...platform, replay: "always" }, common, client));
  it("with a lifetime in text", (): Issued<{ accessToken: string }> => ({
    account: "a",
    credential: { accessToken: "" },
    // @ts-expect-error
    expiresIn: "3600",
  }));
  // @ts-expect-error
  it("with a signature of nothing", () => signedQuery({ secrets: [text] }));
  // @ts-expect-error
  it("with a state of one's own", () => stateParam({ state: "static" }));
});

describe("calls are the platform's own", () => {
  // @ts-expect-error
  it("a path that there is not", () => shoporama.client("7").GET("/nothing"));
  // @ts-expect-error
  it("an absolute URL", () => shoporama.client("7").GET("https://evil.example/"));
  // @ts-expect-error
  it("a method that there is not", () => shopmy.client("a").DELETE("/Links"));
  // @ts-expect-error
  it("a path parameter that is missing", () => storehippo.client("acme").GET("/entity/{entity}"));
});
