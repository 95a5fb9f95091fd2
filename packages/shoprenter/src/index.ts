import {
  type CommonOptions,
  createShopAuth,
  type DirectOptions,
  readOptions,
  type ShopAuth,
  ShopAuthError,
  shopLabel,
  signedQuery,
} from "@shopauth/core";
import { type ShoprenterClient, shoprenterClient } from "./client.ts";
import { createEntries } from "./entry.ts";
import { createSignedRequests, type SignedRequests } from "./install.ts";
import { type ShoprenterCredential, type ShoprenterTarget, shoprenterPlatform } from "./platform.ts";

export {
  type AdoptInput,
  ApiError,
  allowUncoordinated,
  allowVolatile,
  type BeginInput,
  type CallbackResult,
  type CommonOptions,
  type Connection,
  type DirectOptions,
  type Entry,
  type ErrorCode,
  type ErrorText,
  type Events,
  fromKeyValue,
  isApiError,
  isShopAuthError,
  type JsonValue,
  type JwtHint,
  jwtHint as decodeAccessToken,
  type KeyValue,
  type Lock,
  memoryStore,
  type PlatformMessage,
  type RecoveryReport,
  redactUrl,
  type SetOptions,
  type ShopAuth,
  ShopAuthError,
  type ShopLabel,
  type Store,
  sandbox,
  type Unsaved,
} from "@shopauth/core";
export * from "./client.ts";
export { type InstallRequest, type SignedRequests, verifyPaymentNotification } from "./install.ts";
export type { ShoprenterCredential, ShoprenterTarget } from "./platform.ts";
export type { components, operations, paths } from "./schema.ts";

interface ClientOptions {
  /** Of the app, which serves every shop that installs it, or of one shop's own API client. */
  readonly clientId: string;
  /** Also the key of the signatures on installs; at least 16 characters. */
  readonly clientSecret: string;
  /** The secret before this one, while installs signed with it may still come. */
  readonly previousClientSecret?: string;
  /** The app's number in the Shoprenter admin; after an install the merchant is sent there. */
  readonly appId?: string;
  /** Seconds that a signed request may be old; default 300. */
  readonly maxAge?: number;
  /** Whether the admin shows the app in a frame, as registered: over https the entry's cookie is sent there too. Default `false`. */
  readonly embedded?: boolean;
}

/** An app's registration. */
export type ShoprenterOptions = ClientOptions & CommonOptions & { readonly direct?: never };
/** One shop's own API client. */
export type ShoprenterDirectOptions = ClientOptions & DirectOptions;

/** The installs, connections and clients of one registration on Shoprenter. */
export type Shoprenter = ShopAuth<ShoprenterTarget, ShoprenterClient, ShoprenterCredential> & SignedRequests;
/** The clients of shops whose credentials are at hand. */
export type ShoprenterDirect = Pick<Shoprenter, "client" | "drain">;

/**
 * Connects Shoprenter shops: an app that merchants install, or (`direct: true`) one shop's own API client.
 * `[sandbox]` sends everything to a sandbox on this machine.
 * @throws ShopAuthError `invalid_options`
 */
export function createShoprenter(options: ShoprenterDirectOptions): ShoprenterDirect;
export function createShoprenter(options: ShoprenterOptions): Shoprenter;
export function createShoprenter(options: ShoprenterOptions | ShoprenterDirectOptions): Shoprenter {
  const given = readOptions(options, [
    "clientId",
    "clientSecret",
    "previousClientSecret?",
    "appId?",
    "maxAge?",
    "embedded?",
  ]);
  const { clientId, clientSecret, previousClientSecret, appId, maxAge = 300, embedded = false } = given;
  if (appId !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(appId))
    throw new ShopAuthError("invalid_options", "appId is the app's number in the admin");
  if (typeof embedded !== "boolean") throw new ShopAuthError("invalid_options", "embedded is true or false");
  const proof = signedQuery({
    secrets: previousClientSecret === undefined ? [clientSecret] : [clientSecret, previousClientSecret],
    // The demos' order, then the documentation's.
    messages: [
      ["shopname", "code", "timestamp"],
      ["code", "shopname", "timestamp"],
    ],
    aliases: { shopname: "shopName" },
    maxAge,
  });
  const app = createShopAuth(shoprenterPlatform({ clientId, clientSecret, appId, proof }), given, shoprenterClient);
  const entries = createEntries(app.internals.cookies, embedded);
  return {
    ...app,
    ...createSignedRequests(app.internals, proof, entries, app.connection),
    async callback(request, input) {
      const result = await app.callback(request, input);
      result.response.headers.append("set-cookie", await entries.setCookie(shopLabel(result.connection.account)));
      return result;
    },
  };
}
