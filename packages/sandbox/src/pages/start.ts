import { html } from "hono/html";
import type { SandboxPlatform } from "../platforms/platform.ts";
import { type Html, layout } from "./layout.ts";

/** What there is and how an app is pointed at it. */
export function startPage({ origin, platforms }: { origin: string; platforms: readonly SandboxPlatform[] }): Html {
  return layout({
    title: "Four shop platforms on this machine",
    body: html`<section><h2>Point an app at it</h2>
<p>Give the create function of a platform package the origin of this server. Everything that would go to <code>https://platform.example/path</code> goes to <code>${origin}/platform.example/path</code> instead.</p>
<pre><code>import { createShopMy, sandbox } from "@shopauth/shopmy";

const shopmy = createShopMy({
  …,
  [sandbox]: "${origin}",
});</code></pre>
<p>Addresses on <code>127.0.0.1</code> and on <code>localhost</code> are registered by both names. The <a href="/inspector">inspector</a> shows each request and why it was refused.</p></section>
${platforms.map(platformCard)}`,
  });
}

function platformCard({ id, name, credentials, redirectUris, begin, links }: SandboxPlatform): Html {
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
<p>${begin}</p>
<table><caption>Credentials of the demonstration app</caption>
${credentials.map(({ name, value }) => html`<tr><th scope="row">${name}</th><td><code>${value}</code></td></tr>`)}
</table>
<p>Registered addresses:</p>
<ul>${redirectUris.map((uri) => html`<li><code>${uri}</code></li>`)}</ul>
${
  links.length > 0
    ? html`<p>Pages:</p><ul>${links.map(({ label, path }) => html`<li><a href="${path}">${label}</a></li>`)}</ul>`
    : ""
}</section>`;
}
