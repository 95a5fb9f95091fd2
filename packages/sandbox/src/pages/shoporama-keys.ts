import { html } from "hono/html";
import { mask } from "../mask.ts";
import { type Html, layout } from "./layout.ts";

export interface ShownKey {
  /** What the form sends back; not the key itself. */
  readonly id: string;
  readonly name: string;
  readonly shop: string;
  readonly token: string;
  readonly accessLevel: string;
  /** Milliseconds since the epoch. */
  readonly lastUsed: number | undefined;
  readonly revoked: boolean;
}

/** "Settings → API" of the Shoporama admin. */
export function keysPage({ keys, action, said }: { keys: readonly ShownKey[]; action: string; said?: string }): Html {
  return layout({
    title: "Settings → API",
    body: html`${said === undefined ? "" : html`<p role="status"><strong>${said}</strong></p>`}
<section>${
      keys.length === 0
        ? html`<p class="dim">No key yet. Connect an app, and its key is listed here.</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="API keys"><table><caption>API keys of all webshops</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Webshop</th><th scope="col">Key</th><th scope="col">Access</th><th scope="col">Last use</th><th scope="col">Revoke</th></tr></thead>
<tbody>${keys.map(
            (
              key,
            ) => html`<tr><td>${key.name}</td><td>${key.shop}</td><td><code>${mask(key.token)}</code></td><td>${key.accessLevel}</td>
<td>${key.lastUsed === undefined ? "never" : new Date(key.lastUsed).toISOString().slice(0, 19).replace("T", " ")}</td>
<td>${key.revoked ? "revoked" : html`<form method="post" action="${action}"><button name="key" value="${key.id}" aria-label="Revoke ${key.name} of ${key.shop}">Revoke</button></form>`}</td></tr>`,
          )}</tbody></table></div>`
    }</section>`,
  });
}
