import { html } from "hono/html";
import { type Html, layout } from "./layout.ts";

export interface AdminInput {
  readonly shop: string;
  readonly appId: string;
  readonly clientId: string;
  readonly installed: boolean;
  /** Whether this is the app's own page of the admin. */
  readonly inApp: boolean;
  /** The page itself, for its forms. */
  readonly action: string;
  readonly addresses: { readonly install: string; readonly entry: string; readonly uninstall: string };
  /** What came of the last button. */
  readonly said?: string;
}

/** A shop's admin, with what a merchant does to an app there. */
export function adminPage(input: AdminInput): Html {
  const { shop, appId, clientId, installed, inApp, action, addresses, said } = input;
  return layout({
    title: inApp ? `App ${appId} in ${shop}` : `Admin of ${shop}`,
    narrow: true,
    body: html`${said === undefined ? "" : html`<p role="status"><strong>${said}</strong></p>`}
<section><h2>${clientId}</h2>
<p>${installed ? html`<span class="good">Installed</span>` : "Not installed"} · app ${appId}</p>
<form method="post" action="${action}" class="row">
${
  installed
    ? html`<button name="do" value="open" class="main">Open app</button><button name="do" value="uninstall">Uninstall app</button><button name="do" value="install">Install again</button>`
    : html`<button name="do" value="install" class="main">Install app</button>`
}</form></section>
<section><h2>Where the buttons lead</h2><table>
<tr><th scope="row">Install app</th><td><code>${addresses.install}</code><br><span class="dim">your browser, signed, with <code>app_url</code></span></td></tr>
<tr><th scope="row">Open app</th><td><code>${addresses.entry}</code><br><span class="dim">your browser, signed</span></td></tr>
<tr><th scope="row">Uninstall app</th><td><code>${addresses.uninstall}</code><br><span class="dim">a signed request of the platform itself</span></td></tr>
</table></section>
<p>${inApp ? html`<a href="/${shop}.myshoprenter.hu/admin">Back to the admin</a>` : html`<a href="/${shop}.myshoprenter.hu/admin/app/${appId}">Page of the app</a>`}</p>`,
  });
}
