import {
  answerObject,
  type Issued,
  own,
  type Platform,
  type Send,
  ShopAuthError,
  stateParam,
  token,
} from "@shopauth/core";

/** Nothing to choose beforehand: the merchant picks the webshop on Shoporama. */
export type ShoporamaTarget = Record<never, never>;

/** The webshop's API key, which the callback brings. */
export interface ShoporamaCredential {
  readonly accessToken: string;
}

const REST = "https://www.shoporama.dk/REST";
/** What the callback says about the shop. Text from a URL: nothing of it decides anything but the account's name. */
const DETAILS = ["shop_url", "shop_name", "access_level"];

/** Shoporama: the API key itself comes back in the callback. https://www.shoporama.dk/en/oauth-guide */
export function shoporamaPlatform({ appName }: { appName: string }): Platform<ShoporamaTarget, ShoporamaCredential> {
  const account = (value: unknown): string => {
    if (typeof value === "string" && /^[1-9]\d{0,11}$/.test(value)) return value;
    throw new ShopAuthError("invalid_target", "account is the webshop's id: a whole number as text");
  };
  return {
    id: "shoporama",
    registration: appName,
    proof: stateParam(),
    replay: "safe",
    // A refusal without a time to wait means that the day's calls are used up.
    retry: { times: 1, unasked: false },
    account,
    target: [],
    authorize({ redirectUri, params }) {
      const query = { client_id: appName, redirect_uri: redirectUri, ...params };
      const url = new URL("https://www.shoporama.dk/admin/oauth/login");
      url.search = Object.entries(query)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join("&");
      return url;
    },
    async exchange({ query, send }): Promise<Issued<ShoporamaCredential>> {
      const key = query.get("token");
      if (!key) throw new ShopAuthError("callback_denied", "The callback has no token");
      const endpoint = query.get("api_endpoint");
      if (endpoint !== null && endpoint.replace(/\/$/, "") !== REST) {
        throw new ShopAuthError("foreign_origin", "The callback names another API than Shoporama's");
      }
      const accessToken = token(key);
      const webshop = query.get("webshop_id");
      if (webshop === null) throw new ShopAuthError("callback_incomplete", "The callback has no webshop_id");
      const details: Record<string, string> = {};
      for (const name of DETAILS) if (query.has(name)) details[name] = query.get(name)!.slice(0, 256);
      // A number that anyone can write; the host is what the key's own shop shows.
      if (!(await confirm(accessToken, details.shop_url, send))) delete details.shop_url;
      return { account: account(webshop), credential: { accessToken }, details };
    },
    sign(headers, { accessToken }) {
      headers.set("authorization", accessToken);
    },
    baseUrl: () => REST,
    // A key may read what it may not write, so that a refused write says nothing about the key.
    refusal: ({ status, method, details }) => {
      const readOnly = method !== "GET" && !/^(?:write|all)$/.test(details?.access_level ?? "");
      return status === 403 || readOnly ? "missing_scope" : "rejected";
    },
  };
}

/**
 * One call with the key: it must work, and the shop it opens must be the one the callback names.
 * @returns whether the shop could be compared
 */
async function confirm(accessToken: string, shop: string | undefined, send: Send): Promise<boolean> {
  const secrets = [accessToken];
  const url = new URL(`${REST}/product?limit=1`);
  const answer = answerObject(
    await send({ method: "GET", url, headers: { authorization: accessToken }, secrets }),
    secrets,
  );
  const products = own(answer, "products");
  if (!Array.isArray(products))
    throw new ShopAuthError("token_response_invalid", "The key's proof is not a list of products");
  const page = own(products[0], "url");
  if (typeof page !== "string" || !URL.canParse(page)) return false; // A shop without products names no host.
  const host = (text: string) => text.toLowerCase().replace(/^www\./, "");
  if (shop === undefined || host(new URL(page).hostname) !== host(shop)) {
    throw new ShopAuthError("token_response_invalid", "The key opens another shop than the callback names");
  }
  return true;
}
