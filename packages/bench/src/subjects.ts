import createClient from "openapi-fetch";
import { peer } from "./peers.ts";
import { type ItemPaths, plainApp, SECRET } from "./platform.ts";

/** One authorised GET whose JSON is read. */
export type Get = () => Promise<unknown>;

export type SubjectName =
  | "bare fetch"
  | "ours untyped"
  | "ours typed"
  | "ours ShopMy"
  | "ours StoreHippo"
  | "openapi-fetch"
  | "openapi-fetch + auth middleware"
  | "@badgateway/oauth2-client"
  | "oauth4webapi";

export interface SubjectInput {
  /** Replaces `fetch`. */
  readonly fetch: typeof globalThis.fetch;
  /** The API's base URL. */
  readonly base: string;
}

type Fetch = typeof globalThis.fetch;
const TOKEN = "token-0123456789abcdef0123456789abcdef";
const PATH = { path: { id: 7 }, query: { fields: "id,name" } };
const url = (base: string) => `${base}/items/7?fields=id,name`;

const openapiFetch = ({ fetch, base }: SubjectInput) => createClient<ItemPaths>({ baseUrl: base, fetch });

async function plain({ fetch, base }: SubjectInput) {
  const app = plainApp(base, { fetch });
  await app.adopt({ account: "acme", credential: { accessToken: TOKEN }, expiresIn: 86_000 });
  return app.client("acme");
}

/** What is measured, by name: this project's own ways to call, and the peers'. */
export const subjects: Record<SubjectName, (input: SubjectInput) => Promise<Get>> = {
  "bare fetch": async ({ fetch, base }) => {
    const target = url(base);
    return async () => (await fetch(target, { headers: { authorization: `Bearer ${TOKEN}` } })).json();
  },
  "ours untyped": async (input) => {
    const { get } = await plain(input);
    const target = url(input.base);
    return async () => (await get(target)).json();
  },
  "ours typed": async (input) => {
    const { api } = await plain(input);
    return async () => (await api.GET("/items/{id}", { params: PATH })).data;
  },
  "openapi-fetch": async (input) => {
    const api = openapiFetch(input);
    return async () => (await api.GET("/items/{id}", { params: PATH })).data;
  },
  "openapi-fetch + auth middleware": async (input) => {
    const api = openapiFetch(input);
    api.use({ onRequest: ({ request }) => request.headers.set("authorization", `Bearer ${TOKEN}`) });
    return async () => (await api.GET("/items/{id}", { params: PATH })).data;
  },
  "@badgateway/oauth2-client": async ({ fetch, base }) => {
    const { OAuth2Client, OAuth2Fetch } = await peer<BadGateway>("@badgateway/oauth2-client");
    // It calls the global `fetch` and no other.
    globalThis.fetch = fetch;
    const client = new OAuth2Client({
      server: base,
      clientId: "client",
      clientSecret: "secret",
      tokenEndpoint: "/token",
    });
    const stored = { accessToken: TOKEN, refreshToken: null, expiresAt: Date.now() + 86_000_000 };
    const api = new OAuth2Fetch({
      client,
      getNewToken: async () => stored,
      getStoredToken: () => stored,
      scheduleRefresh: false,
    });
    const target = url(base);
    return async () => (await api.fetch(target)).json();
  },
  oauth4webapi: async ({ fetch, base }) => {
    const { protectedResourceRequest, customFetch, allowInsecureRequests } = await peer<OAuth4WebApi>("oauth4webapi");
    const target = url(base);
    const options = { [customFetch]: fetch, [allowInsecureRequests]: true };
    return async () =>
      (await protectedResourceRequest(TOKEN, "GET", new URL(target), new Headers(), null, options)).json();
  },
  "ours ShopMy": async ({ fetch }) => {
    const { createShopMy } = await import("@shopauth/shopmy");
    const app = createShopMy({
      developerId: "1",
      developerKey: "developer-key-0123456789",
      secrets: [SECRET],
      redirectUri: "https://app.example/callback",
      fetch,
    });
    await app.adopt({ account: "acme", credential: { accessToken: TOKEN } });
    const client = app.client("acme");
    return async () => (await client.GET("/Collections")).data;
  },
  "ours StoreHippo": async ({ fetch }) => {
    const { createStoreHippo } = await import("@shopauth/storehippo");
    const app = createStoreHippo({
      clientId: "client",
      clientSecret: "client-secret-0123456789",
      scopes: ["read_products"],
      secrets: [SECRET],
      redirectUri: "https://app.example/callback",
      fetch,
    });
    await app.adopt({ account: "acme", credential: { accessToken: TOKEN } });
    const client = app.client("acme");
    return async () =>
      (await client.GET("/entity/{entity}/{id}", { params: { path: { entity: "ms.products", id: "7" } } })).data;
  },
};

interface BadGateway {
  OAuth2Client: new (settings: object) => object;
  OAuth2Fetch: new (options: object) => { fetch: Fetch };
}
interface OAuth4WebApi {
  readonly customFetch: symbol;
  readonly allowInsecureRequests: symbol;
  protectedResourceRequest(
    token: string,
    method: string,
    url: URL,
    headers: Headers,
    body: null,
    options: object,
  ): Promise<Response>;
}
