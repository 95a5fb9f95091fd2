import type { Connection } from "@shopauth/core";
import { html } from "hono/html";
import { ABOUT } from "../platforms.ts";
import { PLATFORMS, type PlatformId } from "../shops.ts";
import type { Html } from "./layout.ts";
import { waiting } from "./waiting.ts";

export interface StartInput {
  readonly connections: readonly Connection[];
  /** Origin of the sandbox for the platforms that run there. */
  readonly sandboxOf: (platform: PlatformId) => string | undefined;
}

export function startPage({ connections, sandboxOf }: StartInput): Html {
  return html`<div class="hero"><h1>Connect your shop</h1>
<p>Four platforms, four ways to give permission. Pick yours: you approve there, and come back here connected.</p></div>
${waiting(connections)}
<ul class="cards">${PLATFORMS.map((id) => card(id, connections, sandboxOf(id)))}</ul>`;
}

function card(id: PlatformId, connections: readonly Connection[], sandbox: string | undefined): Html {
  const { name, mark, begins, proof, credential } = ABOUT[id];
  const count = connections.filter(({ platform, status }) => platform === id && status === "active").length;
  return html`<li class="card ${id}"><div class="card-head"><span class="mark" aria-hidden="true">${mark}</span>
<h2>${name}</h2><span class="chip">${sandbox === undefined ? "live" : "sandbox"}</span></div>
<p>${begins}</p>
<dl class="facts"><dt>Proof</dt><dd>${proof}</dd><dt>Credential</dt><dd>${credential}</dd></dl>
${form(id, sandbox)}
${count > 0 ? html`<p class="count"><a href="/shops">${count} connected</a></p>` : ""}</li>`;
}

function form(id: PlatformId, sandbox: string | undefined): Html {
  const { name } = ABOUT[id];
  switch (id) {
    case "shopmy":
      return html`<form class="connect" method="post" action="/connect/shopmy"><label for="shopmy-name">Your id of the creator</label>
<input id="shopmy-name" name="name" value="creator-7" required maxlength="128" autocomplete="off" spellcheck="false">
<button class="main">Connect ${name}</button></form>`;
    case "storehippo":
      return html`<form class="connect" method="post" action="/connect/storehippo"><label for="storehippo-name">Store name</label>
<input id="storehippo-name" name="name" ${sandbox === undefined ? "" : html`value="northwind-lamps"`} required maxlength="63" autocomplete="off" spellcheck="false" aria-describedby="storehippo-hint">
<p class="hint" id="storehippo-hint">The part before <code>.storehippo.com</code></p>
<button class="main">Connect ${name}</button></form>`;
    case "shoprenter":
      return sandbox === undefined
        ? html`<p class="connect hint">Merchants find your app in their admin, under Apps, and press Install.</p>`
        : html`<div class="connect"><p class="hint">Press “Install app” there.</p><a class="button main" href="${sandbox}/lampabolt.myshoprenter.hu/admin">Open a Shoprenter admin</a></div>`;
    case "shoporama":
      return html`<form class="connect" method="post" action="/connect/shoporama"><p class="hint">You pick the webshop there.</p>
<button class="main">Connect ${name}</button></form>`;
  }
}
