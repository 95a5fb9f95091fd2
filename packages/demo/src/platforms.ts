import type { Connection } from "@shopauth/core";
import type { PlatformId } from "./shops.ts";

/** What the pages say about a platform. */
export interface About {
  readonly name: string;
  /** Two letters for the coloured square. */
  readonly mark: string;
  readonly proof: string;
  readonly credential: string;
  readonly begins: string;
  /** Path of the call that the console opens with: a list. */
  readonly firstCall: string;
  /** What disconnecting does not do. */
  readonly leaves: string;
  /** What to do when the platform refuses the credential. */
  readonly rejected: string;
  /** A page of the platform's own admin for a connection. */
  readonly admin?: (connection: Connection) => { readonly label: string; readonly url: string };
}

export const ABOUT: Readonly<Record<PlatformId, About>> = {
  shopmy: {
    name: "ShopMy",
    firstCall: "/Collections",
    mark: "SM",
    proof: "browser cookie",
    credential: "Permanent, issued once per creator",
    begins: "A creator picks what your app may do, and comes back.",
    leaves:
      "ShopMy issues a creator's token once, ever. If you disconnect, connecting the same creator again may need ShopMy's help.",
    rejected:
      "The creator has taken the access back. Connect again; ShopMy may refuse, as it issues one token per creator: then ask its support.",
  },
  storehippo: {
    name: "StoreHippo",
    firstCall: "/entity/ms.products",
    mark: "SH",
    proof: "state",
    credential: "Permanent until uninstalled",
    begins: "The merchant installs your app on the store's own address.",
    leaves: "The token stays valid at StoreHippo until the merchant uninstalls the app in the store's admin.",
    rejected: "The merchant has uninstalled the app. Connect the store again to get another token.",
  },
  shoprenter: {
    name: "Shoprenter",
    firstCall: "/products",
    mark: "SR",
    proof: "HMAC signature",
    credential: "One hour, renewed by itself",
    begins: "The merchant installs your app in the shop's admin; you claim the shop here.",
    leaves: "The app stays installed in the shop's admin until the merchant uninstalls it there.",
    rejected: "The merchant has uninstalled the app. It has to be installed again in the shop's admin.",
    admin: ({ account }) => ({ label: "Shoprenter admin", url: `https://${account}.myshoprenter.hu/admin` }),
  },
  shoporama: {
    name: "Shoporama",
    firstCall: "/product",
    mark: "SO",
    proof: "state",
    credential: "Permanent key",
    begins: "The merchant picks a webshop and one of three access levels.",
    leaves: "The key stays in Shoporama under Settings → API, with the prefix “OAuth:”, until it is revoked there.",
    rejected: "The key was revoked under Settings → API. Connect the webshop again to get another one.",
    admin: () => ({ label: "Settings → API", url: "https://www.shoporama.dk/webshop/api" }),
  },
};

const LEVELS: Readonly<Record<string, string>> = { read: "read only", write: "read and write", all: "full access" };

/** What a connection may do, in one line each. */
export function grants({ platform, scopes, details }: Connection): readonly string[] {
  const level = details?.access_level;
  if (level !== undefined) return [LEVELS[level] ?? level];
  if (scopes) return scopes;
  return [platform === "shopmy" ? "what the creator allowed" : "what the merchant allowed"];
}
