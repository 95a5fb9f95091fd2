import {
  answerObject,
  type Issued,
  own,
  type Platform,
  platformMessage,
  ShopAuthError,
  shopLabel,
  shopUrl,
  stateParam,
  token,
} from "@shopauth/core";
import type { StoreHippoScope } from "./scopes.ts";

/** Which store a flow is to connect. */
export interface StoreHippoTarget {
  /** The store's name: the label before `.storehippo.com`. */
  readonly store: string;
}

/** The store's token; it works until the app is uninstalled. */
export interface StoreHippoCredential {
  readonly accessToken: string;
}

/** StoreHippo: an authorization code on the store's own host, exchanged once for a permanent token. */
export function storehippoPlatform(options: {
  clientId: string;
  clientSecret: string;
  scopes: readonly StoreHippoScope[];
  apiPath: `/${string}`;
  apiOrigin: (store: string) => string | undefined;
}): Platform<StoreHippoTarget, StoreHippoCredential> {
  const { clientId, clientSecret, scopes, apiPath, apiOrigin } = options;
  return {
    id: "storehippo",
    registration: clientId,
    proof: stateParam(),
    replay: "never",
    // Commands and copies are PUTs.
    repeats: ({ method, url }) => method === "PUT" && /\/_(?:duplicate|\/[^/?#]+)(?:[?#]|$)/.test(url),
    account: shopLabel,
    target: ["store"],
    accountOf: (target) => shopLabel(target.store),
    authorize({ target, redirectUri, params }) {
      const url = shopUrl(shopLabel(target.store), ".storehippo.com", "/admin/oauth/authorization");
      const query = { client_id: clientId, scope: scopes.join(","), redirect_uri: redirectUri, ...params };
      url.search = Object.entries(query)
        .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
        .join("&");
      return url;
    },
    async exchange({ query, target, redirectUri, send }): Promise<Issued<StoreHippoCredential>> {
      const code = query.get("code");
      if (!code) {
        // No page says how a refusal looks; RFC 6749, 4.1.2.1 is the likely form.
        const said = platformMessage(Object.fromEntries(query));
        throw new ShopAuthError("callback_denied", "The callback has no code", { said });
      }
      // The host comes from the sealed flow, never from the callback.
      const store = shopLabel(target?.store);
      const secrets = [code, clientSecret];
      const form = {
        client_id: clientId,
        client_secret: clientSecret,
        code,
        redirect_uri: redirectUri,
        grant_type: "authorization_code",
      };
      const answer = answerObject(
        await send({ method: "POST", url: shopUrl(store, ".storehippo.com", "/admin/oauth/token"), form, secrets }),
        secrets,
      );
      return { account: store, credential: { accessToken: token(own(answer, "access_token")) }, scopes };
    },
    sign(headers, { accessToken }) {
      headers.delete("access-key");
      headers.set("authorization", `Bearer ${accessToken}`);
    },
    baseUrl: (store) =>
      `${apiOrigin(store) ?? shopUrl(shopLabel(store), ".storehippo.com", "/").origin}${apiPath}`.replace(/\/$/, ""),
  };
}
