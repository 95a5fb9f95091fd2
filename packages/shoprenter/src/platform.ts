import {
  answerObject,
  type Issued,
  jwtHint,
  lifetime,
  own,
  type Platform,
  type Proof,
  type Send,
  ShopAuthError,
  shopLabel,
  shopUrl,
  token,
} from "@shopauth/core";

/** Nothing to begin here: the merchant installs the app in the Shoprenter admin. */
export interface ShoprenterTarget {
  readonly shop: string;
}

/** A shop's access token; it lives about an hour. */
export interface ShoprenterCredential {
  readonly accessToken: string;
}

/** Shoprenter: a signed install, then client credentials for that shop, every hour again. */
export function shoprenterPlatform(options: {
  clientId: string;
  clientSecret: string;
  appId: string | undefined;
  proof: Proof;
}): Platform<ShoprenterTarget, ShoprenterCredential> {
  const { clientId, clientSecret, appId, proof } = options;
  const issue = async (name: string, send: Send): Promise<Issued<ShoprenterCredential>> => {
    const shop = shopLabel(name);
    const url = new URL(`https://oauth.app.shoprenter.net/${shop}/app/token`);
    const json = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
    const secrets = [clientSecret];
    const answer = answerObject(await send({ method: "POST", url, json, secrets }), secrets);
    if (String(own(answer, "token_type")).toLowerCase() !== "bearer") {
      throw new ShopAuthError("token_response_invalid", "The token is not a bearer token");
    }
    const accessToken = token(own(answer, "access_token"));
    const hint = jwtHint(accessToken);
    // A tripwire, not trust: what a token says of itself can only make it less welcome.
    if (hint?.realm !== undefined && hint.realm.toLowerCase() !== shop) {
      throw new ShopAuthError("token_response_invalid", "The token names another shop");
    }
    const given = lifetime(own(answer, "expires_in"));
    const life =
      hint?.expiresAt !== undefined && hint.issuedAt !== undefined
        ? Math.floor((hint.expiresAt - hint.issuedAt) / 1000)
        : given;
    return {
      account: shop,
      credential: { accessToken },
      expiresIn: Math.min(given, lifetime(life)),
      ...(hint?.scopes && { scopes: hint.scopes }),
    };
  };
  return {
    id: "shoprenter",
    registration: clientId,
    proof,
    replay: "safe",
    // Three a second, and something for the jitter of the network.
    pace: { requests: 3, per: 1_100 },
    account: shopLabel,
    // The install's code is not exchanged: the signature proves the shop, the client's credentials bring the token.
    exchange: ({ signed, send }) => issue(signed?.shopname ?? "", send),
    renew: ({ old, send }) => issue(old.account, send),
    sign(headers, { accessToken }) {
      headers.set("authorization", `Bearer ${accessToken}`);
      // Without it the answer is XML.
      headers.set("accept", "application/json");
    },
    baseUrl: (shop) => shopUrl(shopLabel(shop), ".api2.myshoprenter.hu", "/api").href,
    // 40101 is the platform's code for a permission that is lacking; any other 401 may be an expired token.
    refusal: ({ status, text }) => (status !== 401 ? undefined : /\b40101\b/.test(text) ? "missing_scope" : "rejected"),
    landing: (shop) =>
      appId === undefined
        ? undefined
        : shopUrl(shopLabel(shop), ".myshoprenter.hu", `/admin/app/${encodeURIComponent(appId)}`).href,
  };
}
