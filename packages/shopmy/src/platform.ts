import {
  answerObject,
  browserBound,
  type Issued,
  own,
  type Platform,
  ShopAuthError,
  type Token,
  token,
} from "@shopauth/core";
import type { ShopMyScope } from "./scopes.ts";

/** Whom a flow is to connect. */
export interface ShopMyTarget {
  /** Your own id of the creator: ShopMy names none. */
  readonly account: string;
}

/** The creator's token, which ShopMy issues once, ever. */
export interface ShopMyCredential {
  readonly accessToken: string;
}

/** ShopMy's Developer API: a developer key for the app, and one token per creator that is issued once, ever. */
export function shopmyPlatform(options: {
  developerId: string;
  developerKey: Token;
  scopes: readonly ShopMyScope[];
  exchangeField: string;
}): Platform<ShopMyTarget, ShopMyCredential> {
  const { developerId, developerKey, scopes, exchangeField } = options;
  const account = (value: unknown): string => {
    if (typeof value === "string" && /^[\x21-\x7e]{1,128}$/.test(value)) return value;
    throw new ShopAuthError("invalid_target", "account is your own id of the creator: 1 to 128 printable characters");
  };
  return {
    id: "shopmy",
    registration: developerId,
    proof: browserBound(),
    replay: "once",
    // A retry may burn the day's quota, and no answer says when it resets.
    retry: { times: 1, unasked: false },
    account,
    target: ["account"],
    accountOf: (target) => account(target.account),
    authorize({ target, redirectUri }) {
      account(target.account);
      const parameters = [
        ["Developer_id", developerId],
        ["scopes", scopes.join(",")],
        ["redirect_url", redirectUri],
      ];
      const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value!).replaceAll("%2C", ",")}`);
      return new URL(`https://shopmy.us/oauth?${query.join("&")}`);
    },
    async exchange({ query, target, send }): Promise<Issued<ShopMyCredential>> {
      const status = query.get("shopmy_status");
      const code = query.get("shopmy_code");
      if (status === "applied")
        throw new ShopAuthError("callback_pending", "The creator has joined ShopMy's waiting list");
      if (status !== "connected") throw new ShopAuthError("callback_denied", "The creator did not connect");
      if (!code) throw new ShopAuthError("callback_incomplete", "The callback has no shopmy_code");
      const secrets = [code, developerKey];
      const answer = answerObject(
        await send({
          method: "POST",
          url: new URL("https://api.shopmy.us/v1/Partners/oauth-exchange-token"),
          headers: { authorization: `Bearer ${developerKey}` },
          json: { [exchangeField]: code },
          secrets,
        }),
        secrets,
      );
      if (own(answer, "success") !== true)
        throw new ShopAuthError("exchange_failed", "ShopMy says that the exchange did not succeed", { status: 200 });
      return { account: account(target?.account), credential: { accessToken: token(own(answer, "accessToken")) } };
    },
    sign(headers, { accessToken }) {
      headers.set("authorization", `Bearer ${developerKey}`);
      headers.set("x-access-token", `Bearer ${accessToken}`);
    },
    baseUrl: () => "https://api.shopmy.us/v1/Partners",
    // A missing scope is a 401 too, told apart by its words only.
    refusal: ({ status, text }) =>
      status !== 401 ? undefined : /missing required scopes/i.test(text) ? "missing_scope" : "rejected",
  };
}
