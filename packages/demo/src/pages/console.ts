import { type Connection, isShopAuthError } from "@shopauth/core";
import { html } from "hono/html";
import { type CallResult, fieldName, type Typed } from "../console-call.ts";
import type { Field, Operation } from "../operations.ts";
import { ABOUT } from "../platforms.ts";
import type { Recorded } from "../recording.ts";
import type { PlatformId } from "../shops.ts";
import { type Html, marked } from "./layout.ts";
import { pathOf } from "./shops.ts";

export interface ConsoleInput {
  readonly connection: Connection;
  readonly operations: readonly Operation[];
  readonly operation: Operation;
  readonly typed?: Typed;
  readonly result?: CallResult;
  /** A field that cannot be sent. */
  readonly wrong?: { readonly field: string; readonly message: string };
}

/** Pick an operation of the spec, fill it, and see what goes over the wire. */
export function consolePage(input: ConsoleInput): Html {
  const { connection, operations, operation } = input;
  const { name, mark } = ABOUT[connection.platform as PlatformId];
  const groups = new Map<string, Operation[]>();
  for (const one of operations) groups.set(one.tag, [...(groups.get(one.tag) ?? []), one]);
  return html`<p class="crumbs"><a href="/shops">Your shops</a> / ${connection.account}</p>
<div class="title ${connection.platform}"><span class="mark" aria-hidden="true">${mark}</span><h1>Call ${name}</h1><span class="dim">as ${connection.account}</span></div>
<div class="console">
<nav class="operations" aria-label="Operations">
<label for="find">Find one of ${operations.length} operations</label><input id="find" type="search" autocomplete="off" spellcheck="false">
<div id="groups">${[...groups].map(
    ([
      tag,
      each,
    ]) => html`<details ${tag === operation.tag ? "open" : ""}><summary>${tag} <span class="dim">${each.length}</span></summary>
<ul>${each.map(
      (one) =>
        html`<li><a href="${pathOf(connection)}?operation=${encodeURIComponent(one.id)}" ${one.id === operation.id ? html`aria-current="true"` : ""}><span class="verb ${one.method.toLowerCase()}">${one.method}</span> <span>${one.path}<span class="about">${one.summary}</span></span></a></li>`,
    )}</ul></details>`,
  )}</div></nav>
<div>${form(input)}${input.result ? outcome(input.result) : ""}</div>
</div>`;
}

function form({ connection, operation, typed = {}, wrong }: ConsoleInput): Html {
  const { method, path, summary, fields, body } = operation;
  return html`<section class="panel" aria-labelledby="operation"><h2 id="operation"><span class="verb ${method.toLowerCase()}">${method}</span> <code>${path}</code></h2>
<p>${summary}</p>
${wrong ? html`<p class="notice bad" role="alert">${wrong.message}</p>` : ""}
<form method="post" action="${pathOf(connection)}/${encodeURIComponent(operation.id)}" class="call">
${fields.length > 0 ? html`<div class="fields">${fields.map((field) => control(field, typed[fieldName(field)], wrong?.field))}</div>` : ""}
${
  body
    ? html`<div><label for="body">Body <span class="dim">JSON${body.required ? ", needed" : ""}</span></label>
<textarea id="body" name="body" rows="${Math.min(16, (typed.body ?? body.example).split("\n").length + 1)}" spellcheck="false" ${wrong?.field === "body" ? html`aria-invalid="true"` : ""}>
${typed.body ?? body.example}</textarea></div>`
    : ""
}
<div><button class="main">Send ${method}</button></div></form></section>`;
}

function control(field: Field, typed: string | undefined, wrong: string | undefined): Html {
  const { name, required, kind, choices, example, about } = field;
  const id = fieldName(field);
  const needed = required || field.in === "path";
  const value = typed ?? (needed ? example : "");
  const options = choices ?? (kind === "boolean" ? ["true", "false"] : undefined);
  const attributes = html`id="${id}" name="${id}" ${needed ? "required" : ""} ${about === undefined ? "" : html`aria-describedby="${id}-about"`} ${wrong === id ? html`aria-invalid="true"` : ""}`;
  return html`<div><label for="${id}">${name} <span class="dim">${field.in}${needed ? ", needed" : ""}</span></label>
${
  options
    ? html`<select ${attributes}>${needed ? "" : html`<option value=""></option>`}${options.map((each) => html`<option ${each === value ? "selected" : ""}>${each}</option>`)}</select>`
    : html`<input ${attributes} value="${value}" placeholder="${needed ? "" : example}" ${kind === "number" ? html`inputmode="numeric"` : ""} autocomplete="off" spellcheck="false">`
}
${about === undefined ? "" : html`<p class="hint" id="${id}-about">${marked(about)}</p>`}</div>`;
}

function outcome({ requests, error, code }: CallResult): Html {
  return html`<section class="panel" id="result" aria-labelledby="happened"><h2 id="happened" tabindex="-1">What happened</h2>
${error === undefined ? "" : failure(error)}
${requests.length === 0 ? html`<p>No request was sent.</p>` : html`<ol class="wire">${requests.map((request) => exchange(request))}</ol>`}
<h3>The same in code</h3><pre tabindex="0" aria-label="Code"><code>${code}</code></pre></section>`;
}

function failure(error: unknown): Html {
  if (!isShopAuthError(error)) {
    return html`<p class="notice bad" role="alert">${error instanceof Error ? error.message : "The call failed"}</p>`;
  }
  return html`<div class="notice bad" role="alert"><p><b>${error.message}.</b> ${error.hint}</p><p class="dim">Code <code>${error.code}</code></p></div>`;
}

function exchange({ method, url, headers, body, answer, took }: Recorded): Html {
  const ok = answer !== undefined && answer.status < 400;
  return html`<li><div class="row"><span class="status ${ok ? "good" : "bad"}">${answer?.status ?? "no answer"}</span>
<b>${method} ${new URL(url).pathname}</b><span class="dim">${Math.round(took)} ms</span></div>
<h3>Request</h3><pre tabindex="0" aria-label="Request"><code>${method} ${url}
${headers.map(([name, value]) => `${name}: ${value}\n`)}${body === undefined ? "" : `\n${body}`}</code></pre>
${
  answer === undefined
    ? ""
    : html`<h3>Response</h3><pre tabindex="0" aria-label="Response"><code>${answer.status}
${answer.headers.map(([name, value]) => `${name}: ${value}\n`)}${`\n${answer.body}`}${answer.cut === undefined ? "" : `\n… cut, ${answer.cut} characters in all`}</code></pre>`
}</li>`;
}
