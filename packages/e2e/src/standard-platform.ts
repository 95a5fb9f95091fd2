import {
  answerObject,
  lifetime,
  own,
  type Platform,
  type Send,
  ShopAuthError,
  shopLabel,
  stateParam,
  token,
} from "@shopauth/core";

export interface Target {
  readonly shop: string;
}
export interface Credential {
  readonly accessToken: string;
}
export interface Server {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  /** The API, without a trailing slash. */
  readonly api: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string;
  /** `code`: a merchant connects. `client`: the client's own credentials bring a token. */
  readonly grant: "code" | "client";
}

/** Any server of plain OAuth 2.0 (RFC 6749) as a platform: a further platform is one of these, and nothing in core. */
export function standardPlatform(server: Server): Platform<Target, Credential> {
  const issue = async (account: string, grant: Record<string, string>, send: Send) => {
    const secrets = [server.clientSecret, ...(grant.code === undefined ? [] : [grant.code])];
    const form = { client_id: server.clientId, client_secret: server.clientSecret, ...grant };
    const answer = answerObject(
      await send({ method: "POST", url: new URL(server.tokenEndpoint), form, secrets }),
      secrets,
    );
    if (String(own(answer, "token_type")).toLowerCase() !== "bearer")
      throw new ShopAuthError("token_response_invalid", "The token is not a bearer token");
    return {
      account,
      credential: { accessToken: token(own(answer, "access_token")) },
      expiresIn: lifetime(own(answer, "expires_in")),
    };
  };
  return {
    id: "standard",
    registration: server.clientId,
    proof: stateParam("state", server.issuer),
    replay: "never",
    account: shopLabel,
    target: ["shop"],
    accountOf: ({ shop }) => shopLabel(shop),
    ...(server.grant === "code" && {
      authorize({ redirectUri, params }) {
        const url = new URL(server.authorizationEndpoint);
        const query = {
          response_type: "code",
          client_id: server.clientId,
          scope: server.scope,
          redirect_uri: redirectUri,
        };
        url.search = new URLSearchParams({ ...query, ...params }).toString();
        return url;
      },
    }),
    exchange({ query, target, redirectUri, send }) {
      const code = query.get("code");
      if (query.has("error") || !code) throw new ShopAuthError("callback_denied", "The merchant refused");
      const grant = { grant_type: "authorization_code", code, redirect_uri: redirectUri };
      return issue(shopLabel(target?.shop), grant, send);
    },
    ...(server.grant === "client" && {
      renew: ({ old, send }) => issue(old.account, { grant_type: "client_credentials", scope: server.scope }, send),
    }),
    sign: (headers, { accessToken }) => headers.set("authorization", `Bearer ${accessToken}`),
    baseUrl: () => server.api,
  };
}
