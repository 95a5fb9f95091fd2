import { SCOPES, type ShopMyScope } from "../scopes.ts";
import type { ShopMyState } from "./state.ts";

/** What the creator does on the consent page. */
export interface ShopMyDecision {
  /** `apply`: joins the waitlist, so that there is no code. Default `connect`. */
  readonly answer?: "connect" | "apply" | "deny";
  /** Which of the asked scopes the creator gives; default: all. */
  readonly scopes?: readonly ShopMyScope[];
  /** Id of the creator who is logged in; default: the first. */
  readonly user?: number;
}

export interface Registration {
  readonly developerId: string;
  readonly redirectUris: readonly string[];
}

const NAMES = ["Developer_id", "scopes", "redirect_url"];

/** Where the consent page sends the browser, or which rule the authorization URL breaks. */
export function consent(
  url: URL,
  decision: ShopMyDecision,
  { developerId, redirectUris }: Registration,
  state: ShopMyState,
): { redirect: URL } | { rule: string } {
  const { answer = "connect" } = decision;
  if (`${url.protocol}//${url.host}${url.pathname}` !== "https://shopmy.us/oauth")
    return { rule: "the consent page is https://shopmy.us/oauth" };
  const query = url.searchParams;
  for (const name of NAMES)
    if (query.getAll(name).length !== 1) return { rule: `${name} must be given once, in exactly this spelling` };
  for (const name of query.keys())
    if (!NAMES.includes(name)) return { rule: `${name} is no parameter of the consent page` };
  if (query.get("Developer_id") !== developerId) return { rule: "Developer_id is not registered" };
  const asked = query.get("scopes")!.split(",");
  const unknown = asked.find((scope) => !SCOPES.includes(scope as ShopMyScope));
  if (unknown !== undefined) return { rule: `scopes are joined by commas, and "${unknown}" is none` };
  const target = query.get("redirect_url")!;
  if (
    !redirectUris.some(
      (registered) => target === registered || target.startsWith(registered + (registered.includes("?") ? "&" : "?")),
    )
  ) {
    const registered = redirectUris[0] ?? "";
    const at = [...target].findIndex((char, index) => char !== registered[index]);
    return { rule: `redirect_url differs from the registered one at character ${(at < 0 ? target.length : at) + 1}` };
  }
  const user = state.users.find(({ id }) => id === (decision.user ?? state.users[0]?.id));
  if (!user) return { rule: `there is no creator ${decision.user}` };
  const scopes = decision.scopes ?? (asked as ShopMyScope[]);
  const more = scopes.find((scope) => !asked.includes(scope));
  if (more !== undefined) return { rule: `the creator cannot give ${more}, which was not asked for` };

  const redirect = new URL(target);
  if (answer === "apply") {
    state.waitlist.push(user.id);
    redirect.searchParams.set("shopmy_status", "applied");
  } else if (answer === "connect") {
    const code = `c0de-${crypto.randomUUID()}`;
    state.codes.set(code, { user: user.id, scopes, used: false });
    redirect.searchParams.set("shopmy_code", code);
    redirect.searchParams.set("shopmy_status", "connected");
  }
  return { redirect };
}
