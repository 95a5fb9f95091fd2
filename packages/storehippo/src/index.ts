import {
  type CommonOptions,
  createShopAuth,
  readOptions,
  readScopes,
  type ShopAuth,
  ShopAuthError,
} from "@shopauth/core";
import { type StoreHippoClient, storehippoClient } from "./client.ts";
import { type StoreHippoCredential, type StoreHippoTarget, storehippoPlatform } from "./platform.ts";
import { SCOPES, type StoreHippoScope } from "./scopes.ts";

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
export type { StoreHippoCredential, StoreHippoTarget } from "./platform.ts";
export type { components, operations, paths } from "./schema.ts";
export { SCOPES as STOREHIPPO_SCOPES, type StoreHippoScope } from "./scopes.ts";

/** The app's OAuth client on StoreHippo. */
export interface StoreHippoOptions extends CommonOptions {
  /** Of the OAuth client that StoreHippo registered for the app. */
  readonly clientId: string;
  /** Sent only to the token endpoint of the store that is connected. */
  readonly clientSecret: string;
  /** What the merchant is asked for; `STOREHIPPO_SCOPES` lists the fourteen. */
  readonly scopes: readonly StoreHippoScope[];
  /** Default `1.1`, whose bodies are bare; `1` and `unversioned` wrap them as `{ data }`. */
  readonly apiVersion?: "1.1" | "1" | "unversioned";
  /** The https origin of a store's custom domain, for API calls only; the token endpoint stays on storehippo.com. */
  readonly apiOrigin?: (store: string) => string | undefined;
}

/** The flows, connections and clients of one StoreHippo client id. */
export type StoreHippo = ShopAuth<StoreHippoTarget, StoreHippoClient, StoreHippoCredential>;

const PATHS = { "1.1": "/api/1.1", "1": "/api/1", unversioned: "/" } as const;

/**
 * Connects StoreHippo stores. Its token is issued once: give it a `store` that survives a restart. `[sandbox]` sends
 * everything to a sandbox on this machine.
 * @throws ShopAuthError `invalid_options`
 */
export function createStoreHippo(options: StoreHippoOptions): StoreHippo {
  const given = readOptions(options, ["clientId", "clientSecret", "scopes?", "apiVersion?", "apiOrigin?"]);
  const { clientId, clientSecret, apiVersion = "1.1", apiOrigin = () => undefined } = given;
  if (!Object.hasOwn(PATHS, apiVersion))
    throw new ShopAuthError("invalid_options", "apiVersion is 1.1, 1 or unversioned");
  if (typeof apiOrigin !== "function")
    throw new ShopAuthError("invalid_options", "apiOrigin is a function from a store's name to an https origin");
  const platform = storehippoPlatform({
    clientId,
    clientSecret,
    scopes: readScopes(given.scopes, SCOPES),
    apiPath: PATHS[apiVersion],
    apiOrigin: (store) => checkedOrigin(apiOrigin(store)),
  });
  return createShopAuth(platform, given, (transport) => storehippoClient(transport, apiVersion));
}

function checkedOrigin(origin: string | undefined): string | undefined {
  if (origin === undefined) return undefined;
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol === "https:" && url.origin === origin) return origin;
  throw new ShopAuthError("invalid_options", "apiOrigin must give an https origin, such as https://www.shop.example");
}
