import {
  answerObject,
  browserBound,
  type CommonOptions,
  createShopAuth,
  own,
  type Platform,
  type Proof,
  readOptions,
  type Send,
  ShopAuthError,
  sandbox,
  shopLabel,
  signedQuery,
  stateParam,
  token,
} from "@shopauth/core";

/**
 * The four shapes of platform: `once` exchanges once per user and may be asked again once (as ShopMy), `never` must not
 * be asked again (as StoreHippo), `renewing` gives short tokens to whoever has the client's secret (as Shoprenter),
 * `redirected` brings a permanent token in the redirect (as Shoporama), `signed` begins on the platform.
 */
export type Shape = "once" | "never" | "renewing" | "redirected" | "signed";

export interface Target {
  readonly shop: string;
}
export interface Credential {
  readonly accessToken: string;
}

export const SECRETS = ["e2e-secret-one-0123456789-abcdefghi", "e2e-secret-two-0123456789-abcdefghi"] as const;
export const SIGNING = "e2e-signing-secret-0123456789";
export const REDIRECT = "https://app.example/callback";
const HOST = "https://platform.example";

const PROOFS: Record<Shape, () => Proof> = {
  once: () => browserBound(),
  never: () => stateParam(),
  renewing: () => stateParam(),
  redirected: () => browserBound(),
  signed: () => signedQuery({ secrets: [SIGNING], messages: [["shop", "code", "timestamp"]] }),
};

/** A platform of the shape, at the emulated server. */
export function platformOf(shape: Shape, registration = "client"): Platform<Target, Credential> {
  const ask = async (send: Send, path: string, form: Record<string, string>) =>
    answerObject(
      await send({ method: "POST", url: new URL(HOST + path), headers: { "x-process": String(process.pid) }, form }),
    );
  const issue = async (send: Send, shop: string) => {
    const answer = await ask(send, "/token", { shop });
    return {
      account: shop,
      credential: { accessToken: token(own(answer, "access_token")) },
      expiresIn: Number(own(answer, "expires_in")),
    };
  };
  return {
    id: shape,
    registration,
    proof: PROOFS[shape](),
    replay: shape === "once" || shape === "never" ? shape : "safe",
    account: shopLabel,
    target: ["shop"],
    accountOf: ({ shop }) => shopLabel(shop),
    ...(shape !== "signed" && {
      authorize({ target, redirectUri, params }) {
        const url = new URL(`${HOST}/authorize`);
        url.search = new URLSearchParams({
          shop: shopLabel(target.shop),
          redirect_uri: redirectUri,
          ...params,
        }).toString();
        return url;
      },
    }),
    async exchange({ query, target, signed, send }) {
      const shop = shopLabel(target?.shop ?? signed?.shop);
      const code = query.get("code");
      if (!code) throw new ShopAuthError("callback_denied", "Denied");
      if (shape === "renewing" || shape === "signed") return issue(send, shop);
      if (shape === "redirected") {
        const headers = { authorization: `Bearer ${token(code)}` };
        const answer = answerObject(await send({ method: "GET", url: new URL(`${HOST}/v1/${shop}/whoami`), headers }));
        return { account: shopLabel(own(answer, "shop")), credential: { accessToken: token(code) } };
      }
      const answer = await ask(send, "/exchange", { shop, code });
      return { account: shop, credential: { accessToken: token(own(answer, "access_token")) } };
    },
    ...((shape === "renewing" || shape === "signed") && { renew: ({ old, send }) => issue(send, old.account) }),
    sign: (headers, { accessToken }) => headers.set("authorization", `Bearer ${accessToken}`),
    baseUrl: (shop) => `${HOST}/v1/${shop}`,
  };
}

export type App = ReturnType<typeof appOf>;

/** An app on that platform, whose every request goes to the emulated server at `origin`. */
export function appOf(shape: Shape, origin: string, options: Partial<CommonOptions> & { registration?: string } = {}) {
  const { registration, ...rest } = options;
  const common = readOptions(
    { secrets: [SECRETS[0]], redirectUri: REDIRECT, [sandbox]: origin, ...rest } as CommonOptions,
    [],
  );
  return createShopAuth(platformOf(shape, registration), common, (transport) => ({
    get: (path: string) => transport.fetch(new transport.Request(transport.baseUrl + path)),
  }));
}

/** The `code` of any error: the library's, or a name. */
export function codeOf(error: unknown): string {
  return (error as { code?: string } | undefined)?.code ?? String(error).slice(0, 80);
}
