import { type CommonOptions, createShopAuth, readOptions, type ShopAuth } from "@shopauth/core";
import { type ShoporamaClient, shoporamaClient } from "./client.ts";
import { type ShoporamaCredential, type ShoporamaTarget, shoporamaPlatform } from "./platform.ts";

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
export * from "./client.ts";
export { readError } from "./errors.ts";
export type { ShoporamaCredential, ShoporamaTarget } from "./platform.ts";
export type { components, operations, paths } from "./schema.ts";
export * from "./storefront.ts";

export interface ShoporamaOptions extends CommonOptions {
  /** The app's name as the merchant sees it; Shoporama registers no apps. */
  readonly appName: string;
}

/** The flows, connections and clients of one app name on Shoporama. */
export type Shoporama = ShopAuth<ShoporamaTarget, ShoporamaClient, ShoporamaCredential>;

/**
 * Connects Shoporama webshops.
 * @throws ShopAuthError `invalid_options`
 */
export function createShoporama(options: ShoporamaOptions): Shoporama {
  const given = readOptions(options, ["appName"]);
  return createShopAuth(shoporamaPlatform({ appName: given.appName }), given, shoporamaClient);
}
