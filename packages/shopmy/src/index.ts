import {
  type CommonOptions,
  createShopAuth,
  readOptions,
  readScopes,
  type ShopAuth,
  ShopAuthError,
} from "@shopauth/core";
import { type ShopMyClient, shopmyClient } from "./client.ts";
import { readKey } from "./key.ts";
import { type ShopMyCredential, type ShopMyTarget, shopmyPlatform } from "./platform.ts";
import { SCOPES, type ShopMyScope } from "./scopes.ts";

export {
  type AdoptInput,
  ApiError,
  allowUncoordinated,
  allowVolatile,
  type BeginInput,
  type CallbackResult,
  type CommonOptions,
  type Connection,
  type Entry,
  type ErrorCode,
  type ErrorText,
  type Events,
  fromKeyValue,
  isApiError,
  isShopAuthError,
  type JsonValue,
  type KeyValue,
  type Lock,
  memoryStore,
  type PlatformMessage,
  type RecoveryReport,
  redactUrl,
  type SetOptions,
  type ShopAuth,
  ShopAuthError,
  type Store,
  sandbox,
  type Unsaved,
} from "@shopauth/core";
export * from "./brand.ts";
export * from "./client.ts";
export { readError } from "./errors.ts";
export type { ShopMyCredential, ShopMyTarget } from "./platform.ts";
export type { components, operations, paths } from "./schema.ts";
export { SCOPES as SHOPMY_SCOPES, type ShopMyScope } from "./scopes.ts";

export interface ShopMyOptions extends CommonOptions {
  /** Of the app, as registered with ShopMy. */
  readonly developerId: string;
  /** The app's key; sent only to api.shopmy.us. */
  readonly developerKey: string;
  /** Default: the three read scopes. The creator chooses among them, and ShopMy does not tell which. */
  readonly scopes?: readonly ShopMyScope[];
  /** Name of the code in the exchange's body; sources disagree, the default is the guide's. */
  readonly exchangeField?: "authorizationCode" | "shopmy_code";
}

/** The flows, connections and clients of one ShopMy developer id. */
export type ShopMy = ShopAuth<ShopMyTarget, ShopMyClient, ShopMyCredential>;

/**
 * Connects ShopMy creators.
 * @throws ShopAuthError `invalid_options`
 */
export function createShopMy(options: ShopMyOptions): ShopMy {
  const given = readOptions(options, ["developerId", "developerKey", "scopes?", "exchangeField?"]);
  const { developerId, exchangeField = "authorizationCode" } = given;
  if (exchangeField !== "authorizationCode" && exchangeField !== "shopmy_code") {
    throw new ShopAuthError("invalid_options", "exchangeField is authorizationCode or shopmy_code");
  }
  const developerKey = readKey(given.developerKey);
  const scopes = readScopes(given.scopes ?? ["read_links", "read_collections", "read_profile"], SCOPES);
  return createShopAuth(shopmyPlatform({ developerId, developerKey, scopes, exchangeField }), given, shopmyClient);
}
