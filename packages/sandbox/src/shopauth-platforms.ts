import type { CommonOptions, ShopAuth } from "@shopauth/shopmy";
import { createShopMy, SHOPMY_SCOPES, type ShopMyScope } from "@shopauth/shopmy";
import { createShoporama } from "@shopauth/shoporama";
import { createShoprenter } from "@shopauth/shoprenter";
import { createStoreHippo, STOREHIPPO_SCOPES, type StoreHippoScope } from "@shopauth/storehippo";
import type { PlatformId } from "./platforms/platform.ts";
import { UsageError } from "./shopauth-output.ts";

/** What all four clients have: openapi-fetch's methods, without the types of one spec. */
type AnyClient = Readonly<
  Record<string, (path: string, init: object) => Promise<{ data?: unknown; error?: unknown; response: Response }>>
>;
export type AnyPlatform = ShopAuth<Record<string, string>, AnyClient, unknown>;

export interface CommandPlatform {
  /** Environment variables, by the option of the create function that each one is. */
  readonly variables: Readonly<Record<string, string>>;
  /** The sandbox's own registration, for those that are not set. */
  mocks(): Promise<Readonly<Record<string, string>>>;
  /** The target's field that a flow takes the account's name in; absent: the merchant chooses on the platform. */
  readonly target?: string;
  /** The account where none is named. */
  readonly account?: string;
  /** Whether the callback's address has to be registered, so that its port cannot be any. */
  readonly registers: boolean;
  /** Where a merchant installs the app; absent: flows begin here. */
  readonly admin?: (shop: string) => string;
  readonly scopes?: readonly string[];
  readonly defaultScopes?: readonly string[];
  create(credentials: Readonly<Record<string, string>>, scopes: readonly string[], common: CommonOptions): AnyPlatform;
}

/** The platforms as the command knows them. */
export const COMMAND_PLATFORMS: Readonly<Record<PlatformId, CommandPlatform>> = {
  shopmy: {
    variables: { developerId: "SHOPAUTH_SHOPMY_DEVELOPER_ID", developerKey: "SHOPAUTH_SHOPMY_DEVELOPER_KEY" },
    mocks: async () => (await import("@shopauth/shopmy/testing")).SHOPMY_APP,
    target: "account",
    account: "me",
    registers: true,
    scopes: SHOPMY_SCOPES,
    defaultScopes: ["read_links", "read_collections", "read_profile"],
    create: ({ developerId = "", developerKey = "" }, scopes, common) =>
      createShopMy({
        developerId,
        developerKey,
        scopes: scopes as ShopMyScope[],
        ...common,
      }) as unknown as AnyPlatform,
  },
  storehippo: {
    variables: { clientId: "SHOPAUTH_STOREHIPPO_CLIENT_ID", clientSecret: "SHOPAUTH_STOREHIPPO_CLIENT_SECRET" },
    mocks: async () =>
      (await import("@shopauth/storehippo/testing")).STOREHIPPO_APP as unknown as Record<string, string>,
    target: "store",
    registers: true,
    scopes: STOREHIPPO_SCOPES,
    defaultScopes: ["read_orders", "read_products"],
    create: ({ clientId = "", clientSecret = "" }, scopes, common) =>
      createStoreHippo({
        clientId,
        clientSecret,
        scopes: scopes as StoreHippoScope[],
        ...common,
      }) as unknown as AnyPlatform,
  },
  shoprenter: {
    variables: { clientId: "SHOPAUTH_SHOPRENTER_CLIENT_ID", clientSecret: "SHOPAUTH_SHOPRENTER_CLIENT_SECRET" },
    mocks: async () => (await import("@shopauth/shoprenter/testing")).SHOPRENTER_APP,
    target: "shop",
    registers: true,
    admin: (shop) => `https://${shop}.myshoprenter.hu/admin`,
    create: ({ clientId = "", clientSecret = "" }, _scopes, common) =>
      createShoprenter({ clientId, clientSecret, ...common }) as unknown as AnyPlatform,
  },
  shoporama: {
    variables: { appName: "SHOPAUTH_SHOPORAMA_APP_NAME" },
    mocks: async () => (await import("@shopauth/shoporama/testing")).SHOPORAMA_APP,
    registers: false,
    create: ({ appName = "" }, _scopes, common) => createShoporama({ appName, ...common }) as unknown as AnyPlatform,
  },
};

/**
 * The app's registration, from the environment.
 * @returns the names of variables that are not set, where one is missing
 */
export async function readCredentials(
  { variables, mocks }: CommandPlatform,
  environment: NodeJS.ProcessEnv,
  sandbox: boolean,
): Promise<{ credentials: Record<string, string> } | { missing: string[] }> {
  const missing = Object.values(variables).filter((name) => !environment[name]);
  if (missing.length > 0 && !sandbox) return { missing };
  const defaults = missing.length > 0 ? await mocks() : {};
  const entries = Object.entries(variables).map(([option, name]) => [option, environment[name] || defaults[option]!]);
  return { credentials: Object.fromEntries(entries) as Record<string, string> };
}

/** @throws UsageError for a scope that the platform does not know */
export function readCommandScopes({ scopes, defaultScopes }: CommandPlatform, given: readonly string[]): string[] {
  if (given.length > 0 && !scopes) throw new UsageError("This platform has no scopes to choose from");
  for (const scope of given)
    if (!scopes!.includes(scope)) throw new UsageError(`Unknown scope ${scope}: ${scopes!.join(", ")}`);
  return [...(given.length > 0 ? given : (defaultScopes ?? []))];
}
