import { type CommonOptions, createShopMy, type ShopMy, sandbox } from "@shopauth/shopmy";
import { createShoporama, type Shoporama } from "@shopauth/shoporama";
import { createShoprenter, type Shoprenter } from "@shopauth/shoprenter";
import { createStoreHippo, type StoreHippo } from "@shopauth/storehippo";
import { recordingFetch } from "./recording.ts";

export const PLATFORMS = ["shopmy", "storehippo", "shoprenter", "shoporama"] as const;
export type PlatformId = (typeof PLATFORMS)[number];

export interface Shops {
  readonly shopmy: ShopMy;
  readonly storehippo: StoreHippo;
  readonly shoprenter: Shoprenter;
  readonly shoporama: Shoporama;
}

/** The app's registrations on the platforms: the sandbox's own, or real ones from the environment. */
export interface Credentials {
  readonly shopmy: { developerId: string; developerKey: string };
  readonly storehippo: { clientId: string; clientSecret: string };
  readonly shoprenter: { clientId: string; clientSecret: string; appId?: string };
  readonly shoporama: { appName: string };
}

export interface ShopsOptions extends Pick<CommonOptions, "secrets" | "store" | "on"> {
  readonly credentials: Credentials;
  /** Of this app, such as http://127.0.0.1:4401. */
  readonly origin: string;
  /** Of the sandbox; absent: the real platforms. */
  readonly sandbox?: string | undefined;
  /** Platforms that are used themselves although there is a sandbox. */
  readonly live?: readonly PlatformId[];
}

/** One registration on each platform, over one store. */
export function createShops(options: ShopsOptions): Shops {
  const { credentials, origin, secrets, store, on, live = [] } = options;
  const common = (id: PlatformId): CommonOptions => ({
    secrets,
    redirectUri: `${origin}/callback/${id}`,
    fetch: recordingFetch,
    [sandbox]: live.includes(id) ? undefined : options.sandbox,
    ...(store && { store }),
    ...(on && { on }),
  });
  return {
    shopmy: createShopMy({
      ...credentials.shopmy,
      ...common("shopmy"),
      scopes: ["read_links", "write_links", "read_collections", "write_collections", "read_profile"],
    }),
    storehippo: createStoreHippo({
      ...credentials.storehippo,
      ...common("storehippo"),
      scopes: ["read_orders", "read_products", "write_products"],
    }),
    shoprenter: createShoprenter({ ...credentials.shoprenter, ...common("shoprenter") }),
    shoporama: createShoporama({ ...credentials.shoporama, ...common("shoporama") }),
  };
}
