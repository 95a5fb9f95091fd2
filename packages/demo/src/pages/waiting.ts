import type { Connection } from "@shopauth/core";
import { html } from "hono/html";
import { ABOUT } from "../platforms.ts";
import type { PlatformId } from "../shops.ts";
import type { Html } from "./layout.ts";

/** Installations that began on the platform and belong to nobody yet. */
export function waiting(connections: readonly Connection[]): Html | "" {
  const unclaimed = connections.filter(({ status }) => status === "unclaimed");
  if (unclaimed.length === 0) return "";
  return html`<section class="notice ask" aria-labelledby="waiting"><h2 id="waiting">Is this your shop?</h2>
<p>Your app was installed there. A signature proves the shop, but not the person: claim it only if it is yours.</p>
${unclaimed.map(
  ({ platform, account }) => html`<form class="row" method="post" action="/claim/${encodeURIComponent(account)}">
<span><b>${account}</b> on ${ABOUT[platform as PlatformId].name}</span><button class="main">Claim ${account}</button></form>`,
)}</section>`;
}
