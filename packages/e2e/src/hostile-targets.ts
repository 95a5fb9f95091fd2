import { createHmac } from "node:crypto";
import { allowVolatile, type CommonOptions, memoryStore, sandbox } from "@shopauth/core";
import type { Canaries } from "../../core/test/leaks.ts";
import { exampleApp, HOST } from "./example-platform.ts";

/** A platform as the hostile server plays it. */
export interface Target {
  readonly name: string;
  /** Which requests are the token endpoint's. */
  readonly tokenPath: string;
  /** The hosts that may be spoken to. */
  readonly hosts: readonly string[];
  readonly bodies: { readonly token: string; readonly api: string };
  /** Milliseconds within which a token request must have come to its end. */
  readonly deadline: number;
  /** Runs a flow, or a renewal, against the platform at `origin`. */
  connect(origin: string): Promise<"issued">;
  /** Makes one API call with a credential that is held; answers its status. */
  call(origin: string, signal?: AbortSignal): Promise<number>;
}

const redirectUri = "https://app.example/callback";
const DEADLINE = 10_000;
/** A wait of 2 s and a second request. */
const ONCE = 2 * DEADLINE + 2_000;

function common(origin: string): CommonOptions {
  return {
    secrets: ["a secret of the app that seals, 32 characters"],
    store: memoryStore(),
    redirectUri,
    [sandbox]: origin,
    [allowVolatile]: true,
  };
}

interface App<Input> {
  authorizationUrl(input: Input): Promise<{ url: URL; flow: string }>;
  exchange(input: { query: URLSearchParams; flow: string; owner: string }): Promise<unknown>;
}
async function flow<Input>(
  app: App<Input>,
  input: Input,
  answer: (sent: URL) => Record<string, string>,
): Promise<"issued"> {
  const { url, flow } = await app.authorizationUrl(input);
  await app.exchange({ query: new URLSearchParams(answer(url)), flow, owner: "ann" });
  return "issued";
}
const state = (url: URL) => url.searchParams.get("state")!;
const query = (url: URL) => new URL(url.searchParams.get("redirect_url")!).searchParams;

interface Client {
  GET(path: string, init?: object): Promise<{ response: Response }>;
}
/** One call of a typed client. Its body is read by the client itself. */
async function get(client: unknown, path: string, signal: AbortSignal | undefined): Promise<number> {
  const { response } = await (client as Client).GET(path, signal ? { signal } : {});
  return response.status;
}

/** Each kind of replay, a renewal, and the four platforms. */
export async function targets(canaries: Canaries): Promise<Target[]> {
  const clientSecret = canaries.make("secret");
  const accessToken = canaries.make("token");
  const code = canaries.make("code");
  const held = { accessToken: canaries.make("held") };
  const owner = "ann";

  const example = (name: string, replay: "safe" | "once" | "never", renews: boolean, deadline: number): Target => {
    const app = (origin: string) => exampleApp({ replay, renews, clientSecret }, common(origin));
    return {
      name,
      tokenPath: "/token$",
      hosts: [HOST],
      bodies: {
        token: JSON.stringify({ access_token: accessToken, token_type: "bearer", expires_in: 3600 }),
        api: '{"orders":[1,2,3]}',
      },
      deadline,
      async connect(origin) {
        const one = app(origin);
        if (!renews) return flow(one, { shop: "acme", owner }, (url) => ({ code, state: state(url) }));
        await one.adopt({ account: "acme", owner });
        await (await one.client("acme").fetch(new Request(`https://${HOST}/v1/orders`))).text();
        return "issued";
      },
      async call(origin, signal) {
        const one = app(origin);
        await one.adopt({ account: "acme", owner, credential: held });
        const request = new Request(`https://${HOST}/v1/orders`, signal ? { signal } : {});
        const response = await one.client("acme", { owner }).fetch(request);
        await response.text();
        return response.status;
      },
    };
  };

  const [{ createShopMy }, { createStoreHippo }, { createShoprenter }, { createShoporama }] = await Promise.all([
    import("@shopauth/shopmy"),
    import("@shopauth/storehippo"),
    import("@shopauth/shoprenter"),
    import("@shopauth/shoporama"),
  ]);
  const developerKey = canaries.make("key");
  const shopmy = (origin: string) => createShopMy({ developerId: "app", developerKey, ...common(origin) });
  const storehippo = (origin: string) =>
    createStoreHippo({ clientId: "app", clientSecret, scopes: ["read_orders"], ...common(origin) });
  const shoprenter = (origin: string) => createShoprenter({ clientId: "app", clientSecret, ...common(origin) });
  const shoporama = (origin: string) => createShoporama({ appName: "app", ...common(origin) });

  return [
    example("safe", "safe", false, DEADLINE),
    example("once", "once", false, ONCE),
    example("never", "never", false, DEADLINE),
    example("renewal", "safe", true, DEADLINE),
    {
      name: "shopmy",
      tokenPath: "oauth-exchange-token$",
      hosts: ["api.shopmy.us"],
      bodies: { token: JSON.stringify({ success: true, accessToken }), api: "[]" },
      deadline: ONCE,
      connect: (origin) =>
        flow(shopmy(origin), { account: "creator", owner }, (url) => ({
          shopmy_status: "connected",
          shopmy_code: code,
          ...Object.fromEntries(query(url)),
        })),
      async call(origin, signal) {
        const app = shopmy(origin);
        await app.adopt({ account: "creator", owner, credential: held });
        return get(app.client("creator"), "/Links", signal);
      },
    },
    {
      name: "storehippo",
      tokenPath: "/admin/oauth/token$",
      hosts: ["acme.storehippo.com"],
      bodies: { token: JSON.stringify({ access_token: accessToken }), api: "[]" },
      deadline: DEADLINE,
      connect: (origin) => flow(storehippo(origin), { store: "acme", owner }, (url) => ({ code, state: state(url) })),
      async call(origin, signal) {
        const app = storehippo(origin);
        await app.adopt({ account: "acme", owner, credential: held });
        return get(app.client("acme"), "/entity/ms.orders", signal);
      },
    },
    {
      name: "shoprenter",
      tokenPath: "/app/token$",
      hosts: ["oauth.app.shoprenter.net", "acme.api2.myshoprenter.hu"],
      bodies: {
        token: JSON.stringify({ access_token: accessToken, token_type: "Bearer", expires_in: 3600 }),
        api: '{"items":[]}',
      },
      deadline: DEADLINE,
      async connect(origin) {
        const timestamp = String(Math.floor(Date.now() / 1000));
        const text = `shopname=acme&code=install-1&timestamp=${timestamp}`;
        const hmac = createHmac("sha256", clientSecret).update(text).digest("hex");
        await shoprenter(origin).exchange({ query: `${text}&hmac=${hmac}` });
        return "issued";
      },
      async call(origin, signal) {
        const app = shoprenter(origin);
        await app.adopt({ account: "acme", owner, credential: held });
        return get(app.client("acme"), "/orders", signal);
      },
    },
    {
      name: "shoporama",
      tokenPath: "/REST/product\\?limit=1$",
      hosts: ["www.shoporama.dk"],
      bodies: { token: '{"products":[{"url":"https://www.lamps.example/lamp"}]}', api: '{"orders":[]}' },
      deadline: DEADLINE,
      connect: (origin) =>
        flow(shoporama(origin), { owner }, (url) => ({
          token: accessToken,
          webshop_id: "7",
          shop_url: "www.lamps.example",
          state: state(url),
        })),
      async call(origin, signal) {
        const app = shoporama(origin);
        await app.adopt({ account: "7", owner, credential: held });
        return get(app.client("7"), "/order", signal);
      },
    },
  ];
}
