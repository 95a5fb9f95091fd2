import type { ShopMyMock } from "@shopauth/shopmy/testing";
import type { ShoporamaMock } from "@shopauth/shoporama/testing";
import type { ShoprenterMock } from "@shopauth/shoprenter/testing";
import type { StoreHippoMock } from "@shopauth/storehippo/testing";
import { PLATFORMS, type PlatformId } from "./platforms/platform.ts";
import { type ShopMyPlatform, shopmy } from "./platforms/shopmy.ts";
import { type ShoporamaPlatform, shoporama } from "./platforms/shoporama.ts";
import { type ShoprenterPlatform, shoprenter } from "./platforms/shoprenter.ts";
import { type StoreHippoPlatform, storehippo } from "./platforms/storehippo.ts";
import type { SandboxOptions } from "./sandbox.ts";

/** The packages' own mocks, by platform. */
export interface Mocks {
  readonly shopmy: ShopMyMock;
  readonly storehippo: StoreHippoMock;
  readonly shoprenter: ShoprenterMock;
  readonly shoporama: ShoporamaMock;
}

export interface Platforms {
  readonly shopmy: ShopMyPlatform;
  readonly storehippo: StoreHippoPlatform;
  readonly shoprenter: ShoprenterPlatform;
  readonly shoporama: ShoporamaPlatform;
}

/** The app's addresses, checked, with defaults where none are given. */
export interface Registrations {
  readonly redirectUris: Readonly<Record<PlatformId, readonly string[]>>;
  readonly entryUri: string;
  readonly uninstallUri: string;
  /** Seconds that a Shoprenter token lives. */
  readonly tokenLife: number;
}

export function readRegistrations({ redirectUris, shoprenter: own = {} }: SandboxOptions): Registrations {
  const given = isList(redirectUris) ? Object.fromEntries(PLATFORMS.map((id) => [id, redirectUris])) : redirectUris;
  for (const id of Object.keys(given ?? {})) {
    if (!PLATFORMS.includes(id as PlatformId)) throw new Error(`There is no platform ${id}: ${PLATFORMS.join(", ")}`);
  }
  const uris = Object.fromEntries(
    PLATFORMS.map((id) => {
      const all = [...(given?.[id] ?? []), commandUri(id)].map(checked);
      return [id, [...new Set([...all, ...all.map(otherName)])]];
    }),
  ) as Record<PlatformId, string[]>;
  const beside = (path: string) => new URL(path, uris.shoprenter[0]).href;
  return {
    redirectUris: uris,
    entryUri: checked(own.entryUri ?? beside("/open/shoprenter")),
    uninstallUri: checked(own.uninstallUri ?? beside("/uninstall/shoprenter")),
    tokenLife: own.expiresIn ?? 3600,
  };
}

export function createPlatforms(registrations: Registrations, now: () => number): Platforms {
  const { redirectUris, entryUri, uninstallUri, tokenLife } = registrations;
  return {
    shopmy: shopmy({ redirectUris: redirectUris.shopmy, now }),
    storehippo: storehippo({ redirectUris: redirectUris.storehippo, now }),
    shoprenter: shoprenter({ redirectUris: redirectUris.shoprenter, entryUri, uninstallUri, tokenLife, now }),
    shoporama: shoporama({ redirectUris: redirectUris.shoporama, now }),
  };
}

/** Where `shopauth connect` waits; whatever an app registers, the terminal can connect as well. */
const commandUri = (id: PlatformId): string => `http://127.0.0.1:3000/callback/${id}`;

/** The same address by the other name of this machine, so that nobody has to know which one an app goes by. */
function otherName(uri: string): string {
  return uri.replace(/^(https?:\/\/)(localhost|127\.0\.0\.1)(?=[:/?#]|$)/, (_, scheme: string, host: string) =>
    host === "localhost" ? `${scheme}127.0.0.1` : `${scheme}localhost`,
  );
}

const isList = (value: SandboxOptions["redirectUris"]): value is readonly string[] => Array.isArray(value);

function checked(uri: string): string {
  if (!URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol)) throw new Error(`Not an http address: ${uri}`);
  return uri;
}
