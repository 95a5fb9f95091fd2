import type { ShoporamaLevel, ShoporamaState } from "./state.ts";

/** What the merchant does on the login page. */
export interface ShoporamaDecision {
  /** Default `approve`. */
  readonly answer?: "approve" | "deny";
  /** Id of the webshop that the merchant picks; default: the first. */
  readonly shop?: number;
  /** Default `all`. */
  readonly level?: ShoporamaLevel;
}

const NAMES = ["client_id", "redirect_uri", "state"];
const PAGE = "https://www.shoporama.dk/admin/oauth/login";

/** Where the login page sends the browser, or which rule the URL breaks. */
export function login(
  url: URL,
  { answer = "approve", shop: id, level = "all" }: ShoporamaDecision,
  state: ShoporamaState,
  now: number,
): { redirect: URL } | { rule: string } {
  if (url.origin + url.pathname !== PAGE) return { rule: `the login page is ${PAGE}` };
  const query = url.searchParams;
  for (const name of NAMES)
    if (query.getAll(name).length !== 1 || query.get(name) === "") return { rule: `${name} must be given once` };
  for (const name of query.keys())
    if (!NAMES.includes(name)) return { rule: `${name} is no parameter of the login page` };
  const target = query.get("redirect_uri")!;
  if (!/^https?:\/\//.test(target) || !URL.canParse(target)) return { rule: "redirect_uri is an absolute http(s) URL" };
  const shop = state.shops.find((each) => each.id === (id ?? state.shops[0]?.id));
  if (!shop) return { rule: `the merchant has no webshop ${id}` };

  const redirect = new URL(target);
  if (answer === "approve") {
    const app = query.get("client_id")!;
    const value = crypto.randomUUID().replaceAll("-", "");
    shop.keys.push({ value, name: `OAuth: ${app}`, level, usage: { day: "", calls: 0 }, revoked: false });
    state.grants.push({ at: now, app, shop: shop.id, level });
    redirect.searchParams.set("token", value);
    redirect.searchParams.set("shop_url", shop.domain);
    redirect.searchParams.set("shop_name", shop.name);
    redirect.searchParams.set("api_endpoint", "https://www.shoporama.dk/REST");
    redirect.searchParams.set("webshop_id", String(shop.id));
    redirect.searchParams.set("access_level", level);
  }
  redirect.searchParams.set("state", query.get("state")!);
  return { redirect };
}
