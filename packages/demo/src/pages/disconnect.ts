import type { Connection } from "@shopauth/core";
import { html } from "hono/html";
import { ABOUT } from "../platforms.ts";
import type { PlatformId } from "../shops.ts";
import type { Html } from "./layout.ts";
import { pathOf } from "./shops.ts";

/** Says what disconnecting does and what it leaves, before it is done. */
export function disconnectPage(connection: Connection): Html {
  const { platform, account } = connection;
  const { name, leaves } = ABOUT[platform as PlatformId];
  return html`<div class="narrow"><h1>Disconnect ${account}?</h1>
<p>The credential for <b>${account}</b> on ${name} is forgotten here, and no further call is made with it.</p>
<p class="notice">${leaves}</p>
<div class="row"><form method="post" action="${pathOf(connection)}/disconnect"><button class="main danger">Yes, disconnect</button></form>
<a class="button plain" href="/shops">Keep it</a></div></div>`;
}
