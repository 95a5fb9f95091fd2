import { createShopMy } from "@shopauth/shopmy";
import { createShoporama } from "@shopauth/shoporama";
import { createShoprenter } from "@shopauth/shoprenter";
import {
  allowVolatile,
  type CommonOptions,
  createStoreHippo,
  isShopAuthError,
  memoryStore,
  type Store,
  sandbox,
} from "@shopauth/storehippo";

/** What the suite needs to know of the sandbox it runs against; plain data, as it crosses into other runtimes. */
export interface SuiteInput {
  readonly origin: string;
  readonly storehippo: { clientId: string; clientSecret: string; store: string; redirectUri: string };
  readonly shopmy: { developerId: string; developerKey: string; user: string; redirectUri: string };
  readonly shoprenter: { clientId: string; clientSecret: string; shop: string; redirectUri: string };
  readonly shoporama: { appName: string; shop: string; redirectUri: string };
}

/** The columns of the table, in order. */
export const PARTS = ["flows", "signed installs", "calls", "renewal", "sealing"] as const;
export type Part = (typeof PARTS)[number];
/** What went wrong in a part; empty: nothing. */
export type SuiteResult = Record<Part, string>;

const SECRET = "a-secret-for-every-runtime-32-characters";

function same(got: unknown, wanted: unknown, what: string): void {
  const [left, right] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: got ${left}, wanted ${right}`);
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (isShopAuthError(error)) return error.code;
    throw error;
  }
  return "no error";
}

/** Uses only what every runtime has: no module of Node, no test runner. */
export async function suite(input: SuiteInput): Promise<SuiteResult> {
  const { origin } = input;
  const common = (redirectUri: string, store: Store = memoryStore()): CommonOptions => ({
    redirectUri,
    secrets: [SECRET],
    store,
    [sandbox]: origin,
    [allowVolatile]: true,
  });
  const post = (url: string, form: Record<string, string>) =>
    fetch(url, { method: "POST", body: new URLSearchParams(form), redirect: "manual" });
  const location = (response: Response, what: string): string => {
    const found = response.headers.get("location");
    if (found === null) throw new Error(`${what}: status ${response.status} without a location`);
    return found;
  };

  /** A flow as a browser sees it; then its callback again, and from a browser without the cookie. */
  const flow = async <Target>(
    app: {
      begin(request: Request, input: Target & { owner: string; returnTo: string }): Promise<Response>;
      callback(
        request: Request,
        input: { owner: string },
      ): Promise<{ connection: { account: string }; response: Response }>;
    },
    target: Target,
    answer: Record<string, string>,
  ): Promise<string> => {
    const request = new Request("http://127.0.0.1:3000/connect", { method: "POST" });
    const begun = await app.begin(request, { ...target, owner: "ann", returnTo: "/settings" });
    const cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0]!;
    const back = location(await post(location(begun, "begin"), answer), "consent");
    same(await codeOf(() => app.callback(new Request(back), { owner: "ann" })), "state_missing", "no cookie");
    // Runtimes may refuse to let a page set Cookie on a Request; a server's has it.
    const callback = () => withCookie(back, cookie);
    same(await codeOf(() => app.callback(callback(), { owner: "eve" })), "owner_mismatch", "another owner");
    const { connection, response } = await app.callback(callback(), { owner: "ann" });
    same([response.status, response.headers.get("location")], [303, "/settings"], "callback");
    const again = await app.callback(callback(), { owner: "ann" });
    same(again.connection.account, connection.account, "reload");
    return connection.account;
  };
  const withCookie = (url: string, cookie: string): Request => {
    const request = new Request(url, { headers: { cookie } });
    if (request.headers.get("cookie") === cookie) return request;
    return { url, method: "GET", headers: new Headers({ cookie }) } as Request;
  };

  const store = memoryStore();
  const storehippo = createStoreHippo({ ...pick(input.storehippo), ...common(input.storehippo.redirectUri, store) });
  const shoprenterOptions = { clientId: input.shoprenter.clientId, clientSecret: input.shoprenter.clientSecret };
  const admin = `${origin}/${input.shoprenter.shop}.myshoprenter.hu/admin`;

  const parts: Record<Part, () => Promise<void>> = {
    async flows() {
      same(
        await flow(storehippo, { store: input.storehippo.store }, { answer: "approve" }),
        input.storehippo.store,
        "StoreHippo",
      );
      const { developerId, developerKey, user } = input.shopmy;
      const shopmy = createShopMy({ developerId, developerKey, ...common(input.shopmy.redirectUri) });
      same(
        await flow(shopmy, { account: "creator-7" }, { answer: "connect", user, scope: "read_links" }),
        "creator-7",
        "ShopMy",
      );
      const { data: links } = await shopmy.client("creator-7", { owner: "ann" }).GET("/Links");
      same(Array.isArray(links), true, "ShopMy's links");
      const shoporama = createShoporama({ appName: input.shoporama.appName, ...common(input.shoporama.redirectUri) });
      const answer = { answer: "approve", shop: input.shoporama.shop, level: "all" };
      same(await flow(shoporama, {}, answer), input.shoporama.shop, "Shoporama");
    },
    async "signed installs"() {
      const shoprenter = createShoprenter({ ...shoprenterOptions, ...common(input.shoprenter.redirectUri) });
      const back = location(await post(admin, { do: "install" }), "install");
      const forged = back.replace(/shopname=[^&]+/, "shopname=another");
      same(await codeOf(() => shoprenter.callback(new Request(forged))), "signature_mismatch", "forged");
      const { connection } = await shoprenter.callback(new Request(back));
      same([connection.account, connection.status], [input.shoprenter.shop, "unclaimed"], "install");
      const call = () => shoprenter.client(connection.account).GET("/products", { params: { query: { limit: 1 } } });
      same(await codeOf(call), "owner_required", "unclaimed");
      await shoprenter.claim(connection.account, "ann");
      same((await call()).response.status, 200, "claimed");
    },
    async calls() {
      const api = storehippo.client(input.storehippo.store, { owner: "ann" });
      const { data, response } = await api.GET("/entity/ms.products", { params: { query: { limit: 2 } } });
      same([response.status, data?.data.length], [200, 2], "GET");
      let count = 0;
      for await (const product of api.paginate("/entity/ms.products")) if (product._id) count++;
      same(count > 2, true, "paginate");
      const added = await api.POST("/entity/ms.products", { body: { name: "Desk lamp", price: "12.50" } });
      same(added.response.ok, true, "POST");
      same(
        (await api.GET("/entity/{entity}/{id}", { params: { path: { entity: "ms.products", id: "none" } } })).response
          .status,
        404,
        "404",
      );
      same(
        await codeOf(() => storehippo.client("never-connected").GET("/entity/ms.products")),
        "not_connected",
        "unknown",
      );
      const eve = storehippo.client(input.storehippo.store, { owner: "eve" });
      same(await codeOf(() => eve.GET("/entity/ms.products")), "owner_mismatch", "another owner");
    },
    async renewal() {
      let renewals = 0;
      const shoprenter = createShoprenter({
        ...shoprenterOptions,
        ...common(input.shoprenter.redirectUri),
        on: { renewed: () => renewals++ },
      });
      await shoprenter.adopt({ account: input.shoprenter.shop, owner: "ann" });
      const api = shoprenter.client(input.shoprenter.shop, { owner: "ann" });
      const call = async () => (await api.GET("/products", { params: { query: { limit: 1 } } })).response.status;
      same(await call(), 200, "first");
      same(renewals, 1, "first token");
      await post(`${origin}/inspector/faults`, { platform: "shoprenter", fault: "expire" });
      // The platform is called at most three times a second, so that more would only wait.
      same(await Promise.all([call(), call()]), [200, 200], "after the token ended");
      same(renewals, 2, "one renewal for two calls");
    },
    async sealing() {
      const records: string[] = [];
      for await (const key of store.list("")) records.push((await store.get(key))!.value);
      same(records.length > 0, true, "records");
      const later = "another-secret-of-more-than-32-characters";
      const open = (secrets: [string, ...string[]]) =>
        createStoreHippo({ ...pick(input.storehippo), ...common(input.storehippo.redirectUri, store), secrets });
      const account = input.storehippo.store;
      same(
        await codeOf(() => open([later]).client(account).GET("/entity/ms.products")),
        "unreadable",
        "another secret",
      );
      const rotated = open([later, SECRET]);
      same((await rotated.client(account).GET("/entity/ms.products")).response.status, 200, "rotated");
      same((await rotated.reseal()).unreadable, 0, "resealed");
      same(
        (await open([later]).client(account).GET("/entity/ms.products")).response.status,
        200,
        "the old secret dropped",
      );
    },
  };

  const result = {} as SuiteResult;
  for (const part of PARTS) {
    try {
      await parts[part]();
      result[part] = "";
    } catch (error) {
      result[part] = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }
  return result;
}

function pick({ clientId, clientSecret }: SuiteInput["storehippo"]) {
  return { clientId, clientSecret, scopes: ["read_products", "write_products"] as const };
}
