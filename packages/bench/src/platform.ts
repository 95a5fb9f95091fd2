import {
  answerObject,
  type CommonOptions,
  createShopAuth,
  own,
  type Platform,
  shopLabel,
  stateParam,
  type Transport,
  token,
} from "@shopauth/core";
import createClient from "openapi-fetch";

/** A platform with nothing of its own: a code, a bearer token that ends, client credentials to renew it. */
export function plainPlatform(base: string): Platform<{ shop: string }, { accessToken: string }> {
  const tokenUrl = new URL("/token", base);
  return {
    id: "plain",
    registration: "client",
    proof: stateParam(),
    replay: "safe",
    account: shopLabel,
    accountOf: ({ shop }) => shopLabel(shop),
    authorize({ target, redirectUri, params }) {
      const url = new URL(`https://${shopLabel(target.shop)}.shops.example/authorize`);
      url.search = new URLSearchParams({ client_id: "client", redirect_uri: redirectUri, ...params }).toString();
      return url;
    },
    async exchange({ query, target, redirectUri, send }) {
      const form = { grant_type: "authorization_code", code: query.get("code") ?? "", redirect_uri: redirectUri };
      const answer = answerObject(await send({ method: "POST", url: tokenUrl, form }));
      return {
        account: target!.shop,
        credential: { accessToken: token(own(answer, "access_token")) },
        expiresIn: 3600,
      };
    },
    async renew({ old, send }) {
      const answer = answerObject(
        await send({ method: "POST", url: tokenUrl, form: { grant_type: "client_credentials" } }),
      );
      return { account: old.account, credential: { accessToken: token(own(answer, "access_token")) }, expiresIn: 3600 };
    },
    sign: (headers, { accessToken }) => headers.set("authorization", `Bearer ${accessToken}`),
    baseUrl: () => base,
  };
}

export const SECRET = "a secret for measuring, 32 characters or more";

/** What the calls of one account can be made with: the transport alone, and a typed client on it. */
export interface PlainClient {
  readonly get: (url: string, init?: RequestInit) => Promise<Response>;
  readonly api: ReturnType<typeof typed>;
}

const typed = ({ baseUrl, fetch, Request }: Transport) => createClient<ItemPaths>({ baseUrl, fetch, Request });

/** The one operation of the calls that are timed. */
export interface ItemPaths {
  "/items/{id}": {
    parameters: { query?: never; header?: never; path?: never; cookie?: never };
    get: {
      parameters: { query?: { fields?: string }; header?: never; path: { id: number }; cookie?: never };
      requestBody?: never;
      responses: { 200: { headers: Record<string, unknown>; content: { "application/json": { id: number } } } };
    };
  };
}

export function plainApp(base: string, options: Partial<CommonOptions> = {}) {
  return createShopAuth(
    plainPlatform(base),
    { secrets: [SECRET], redirectUri: "https://app.example/callback", ...options },
    (transport): PlainClient => ({
      get: transport.fetch as unknown as PlainClient["get"],
      api: typed(transport),
    }),
  );
}
