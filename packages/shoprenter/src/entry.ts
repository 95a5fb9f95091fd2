import { type SealedCookies, ShopAuthError, type ShopLabel, shopLabel } from "@shopauth/core";

/** Seconds that a browser is known to come from a shop's admin. */
const AGE = 3_600;

/** Remembers, in the browser, from which shops' admins it came. */
export interface Entries {
  /** The `Set-Cookie` for a shop whose signature came with this browser. */
  setCookie(shop: ShopLabel): Promise<string>;
  /** Whether this browser has the cookie of the shop. */
  has(request: Request, shop: ShopLabel): Promise<boolean>;
  /** @throws ShopAuthError `state_missing`, `invalid_target` */
  entered(request: Request, shop: string): Promise<ShopLabel>;
}

/** @param embedded whether the admin shows the app in a frame */
export function createEntries(cookies: SealedCookies, embedded: boolean): Entries {
  // One for each shop: an agency's browser has the admins of several open.
  const nameOf = (shop: ShopLabel) => `entry-${shop}`;
  const has = async (request: Request, shop: ShopLabel) => (await cookies.get(request, nameOf(shop))) === shop;
  return {
    has,
    setCookie: (shop) => cookies.set(nameOf(shop), shop, { maxAge: AGE, embedded }),
    async entered(request, name) {
      const shop = shopLabel(name);
      if (await has(request, shop)) return shop;
      throw new ShopAuthError("state_missing", "This browser did not come from the shop's admin within the last hour", {
        platform: "shoprenter",
        account: shop,
        hint: "Answer the EntryPoint with enter's setCookie, and let the merchant open the app from the admin. In the admin's frame the cookie needs the option embedded: true.",
      });
    },
  };
}
