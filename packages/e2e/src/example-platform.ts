import {
  answerObject,
  type CommonOptions,
  createShopAuth,
  own,
  type Platform,
  readOptions,
  type Send,
  type ShopAuth,
  ShopAuthError,
  shopLabel,
  stateParam,
  type Transport,
  token,
} from "@shopauth/core";

export interface Target {
  readonly shop: string;
}
export interface Credential {
  readonly accessToken: string;
}
export interface Example {
  readonly replay: "safe" | "once" | "never";
  readonly renews?: boolean;
  readonly clientSecret: string;
}

export const HOST = "api.shops.example";

/** A platform that nobody has: what a fifth one needs, and a subject for faults. */
export function examplePlatform({ replay, renews = false, clientSecret }: Example): Platform<Target, Credential> {
  const issue = async (shop: string, grant: Record<string, string>, send: Send) => {
    const secrets = [clientSecret, ...(grant.code ? [grant.code] : [])];
    const form = { client_id: "client", client_secret: clientSecret, ...grant };
    const answer = answerObject(
      await send({ method: "POST", url: new URL(`https://${HOST}/token`), form, secrets }),
      secrets,
    );
    return {
      account: shop,
      credential: { accessToken: token(own(answer, "access_token")) },
      ...(renews && { expiresIn: 3600 }),
    };
  };
  return {
    id: "example",
    registration: "client",
    proof: stateParam(),
    replay,
    account: shopLabel,
    target: ["shop"],
    accountOf: ({ shop }) => shopLabel(shop),
    authorize({ target, redirectUri, params }) {
      const url = new URL(`https://${shopLabel(target.shop)}.shops.example/authorize`);
      url.search = new URLSearchParams({ redirect_uri: redirectUri, ...params }).toString();
      return url;
    },
    exchange({ query, target, send }) {
      const code = query.get("code");
      if (query.has("error") || !code) throw new ShopAuthError("callback_denied", "The merchant refused");
      return issue(shopLabel(target?.shop), { grant_type: "authorization_code", code }, send);
    },
    ...(renews && { renew: ({ old, send }) => issue(old.account, { grant_type: "client_credentials" }, send) }),
    sign: (headers, { accessToken }) => headers.set("x-access-token", accessToken),
    baseUrl: () => `https://${HOST}/v1`,
  };
}

export function exampleApp(example: Example, options: CommonOptions): ShopAuth<Target, Transport, Credential> {
  return createShopAuth(examplePlatform(example), readOptions(options, []), (transport) => transport);
}
