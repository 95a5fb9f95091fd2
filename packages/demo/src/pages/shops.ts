import type { Connection } from "@shopauth/core";
import { html } from "hono/html";
import type { LastCall } from "../call-log.ts";
import { ABOUT, grants } from "../platforms.ts";
import type { PlatformId } from "../shops.ts";
import { ago, span } from "../time.ts";
import type { Html } from "./layout.ts";
import { waiting } from "./waiting.ts";

export interface ShopsInput {
  readonly connections: readonly Connection[];
  readonly lastCall: (connection: Connection) => LastCall | undefined;
  /** The platform's own page, in the sandbox or at the platform. */
  readonly adminUrl: (url: string, platform: PlatformId) => string;
  /** Seconds that a renewable token lives. */
  readonly tokenLife: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The platform that has just been connected. */
  readonly connected?: PlatformId | undefined;
  readonly disconnected?: boolean;
}

/** The dashboard. */
export function shopsPage(input: ShopsInput): Html {
  const { connections, connected, disconnected } = input;
  const claimed = connections.filter(({ status }) => status !== "unclaimed");
  return html`<h1>Your shops</h1>
${connected ? html`<p class="notice good" role="status">${ABOUT[connected].name} is connected.</p>` : ""}
${disconnected ? html`<p class="notice" role="status">The connection is forgotten here.</p>` : ""}
${waiting(connections)}
${
  claimed.length === 0
    ? html`<div class="empty"><p>None yet.</p><p><a class="button main" href="/">Connect a shop</a></p></div>`
    : html`<ul class="shops">${claimed.map((connection) => shop(connection, input))}</ul>`
}`;
}

/** The address of a connection's pages. */
export const pathOf = ({ platform, account }: Connection): string =>
  `/shops/${platform}/${encodeURIComponent(account)}`;

function shop(connection: Connection, input: ShopsInput): Html {
  const { platform, account, owner, status, details, connectedAt } = connection;
  const about = ABOUT[platform as PlatformId];
  const call = input.lastCall(connection);
  const admin = about.admin?.(connection);
  const adminUrl = admin && input.adminUrl(admin.url, platform as PlatformId);
  const id = `${platform}-${account.replace(/\W/g, "_")}`;
  const rejected = status === "rejected";
  return html`<li class="shop ${platform}${rejected ? " broken" : ""}" aria-labelledby="${id}">
<div class="shop-head"><span class="mark" aria-hidden="true">${about.mark}</span>
<div><h2 id="${id}">${account}</h2><p class="dim">${about.name}${details?.shop_name ? html` · ${details.shop_name}` : ""}</p></div>
<span class="status ${rejected ? "bad" : "good"}">${rejected ? "Rejected" : "Active"}</span></div>
${
  rejected
    ? html`<div class="notice bad"><p><b>${about.name} refuses the credential.</b> ${about.rejected}</p>${reconnect(connection, adminUrl, "main")}</div>`
    : ""
}
<dl class="facts wide">
<div><dt>Owner</dt><dd>${owner ?? "nobody"}</dd></div>
<div><dt>May</dt><dd>${allowed(grants(connection))}</dd></div>
<div><dt>Connected</dt><dd>${moment(connectedAt, input.now)}</dd></div>
<div><dt>Credential</dt><dd>${life(connection, input)}</dd></div>
<div><dt>Last call</dt><dd>${
    call
      ? html`<code>${call.method} ${call.path}</code> <span class="${call.status >= 400 || call.status === 0 ? "bad" : "good"}">${call.status === 0 ? "no answer" : call.status}</span> <span class="dim">${Math.round(call.took)} ms, ${moment(call.at, input.now)}</span>`
      : html`<span class="dim">none yet</span>`
  }</dd></div>
</dl>
<div class="row">
<a class="button" href="${pathOf(connection)}">Call its API<span class="sr"> with ${account}</span></a>
${rejected ? "" : reconnect(connection, adminUrl, "plain")}
${admin && platform !== "shoprenter" ? html`<a class="button plain" href="${adminUrl}" rel="noreferrer">${admin.label}<span class="sr"> of ${account}</span></a>` : ""}
<form method="get" action="${pathOf(connection)}/disconnect"><button class="plain danger">Disconnect<span class="sr"> ${account}</span></button></form>
</div></li>`;
}

/** Few are shown, many are folded. */
function allowed(all: readonly string[]): Html {
  const chips = html`${all.map((each) => html`<span class="chip">${each}</span> `)}`;
  return all.length <= 6 ? chips : html`<details><summary>${all.length} scopes</summary>${chips}</details>`;
}

/** The same way as the first time. */
function reconnect({ platform, account }: Connection, adminUrl: string | undefined, look: "main" | "plain"): Html {
  if (platform === "shoprenter") {
    return html`<a class="button ${look}" href="${adminUrl}" rel="noreferrer">Shoprenter admin<span class="sr"> of ${account}</span></a>`;
  }
  return html`<form method="post" action="/connect/${platform}"><input type="hidden" name="name" value="${account}"><button class="${look}">Reconnect<span class="sr"> ${account}</span></button></form>`;
}

function moment(at: number, now: number): Html {
  const date = new Date(at).toISOString();
  return html`<time datetime="${date}" title="${date.slice(0, 19).replace("T", " ")} UTC">${now - at < 1000 ? "just now" : ago(at, now)}</time>`;
}

/** Renewal is tried in the last tenth part or ten minutes of a token's life, with some jitter. */
function life({ platform, account, expiresAt }: Connection, { now, tokenLife }: ShopsInput): Html {
  if (expiresAt === undefined) return html`${ABOUT[platform as PlatformId].credential}`;
  const whole = tokenLife * 1000;
  const left = Math.max(0, expiresAt - now);
  const renewal = Math.max(0, left - Math.min(600_000, whole / 6));
  const said = renewal > 0 ? `renewed in about ${span(renewal)}` : "renewed with the next call";
  return html`<span class="life"><meter min="0" max="${whole}" value="${Math.min(whole, left)}" aria-label="Life left of the token of ${account}">${said}</meter>
<span data-expires="${expiresAt}" data-renews="${expiresAt - Math.min(600_000, whole / 6)}">${said}</span></span>`;
}
