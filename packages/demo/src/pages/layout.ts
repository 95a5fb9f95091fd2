import { html } from "hono/html";
import { OWNER } from "../owner.ts";

export type Html = ReturnType<typeof html>;

export interface Page {
  readonly title: string;
  readonly body: Html;
  /** Which entry of the navigation this is. */
  readonly at?: "connect" | "shops";
  readonly sandbox?: string | undefined;
  readonly wide?: boolean;
}

/** A whole page; what is put into `html` templates is escaped. */
export function layout({ title, body, at, sandbox, wide = false }: Page): Html {
  const link = (href: string, label: string, here: boolean) =>
    here ? html`<a href="${href}" aria-current="page">${label}</a>` : html`<a href="${href}">${label}</a>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === "Connect your shop" ? title : `${title} · Connect your shop`}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/style.css">
<script src="/page.js" type="module"></script>
</head>
<body class="${wide ? "wide" : ""}">
<a class="skip" href="#main">Skip to content</a>
<header class="top"><div class="inner">
<a class="brand" href="/"><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M9 7 6.5 9.5a3.5 3.5 0 0 0 5 5L13 13m2 4 2.5-2.5a3.5 3.5 0 0 0-5-5L11 11" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" /></svg>ShopAuth</a>
<nav aria-label="Main">${link("/", "Connect", at === "connect")}${link("/shops", "Your shops", at === "shops")}${
    sandbox === undefined ? "" : html`<a href="${sandbox}/inspector">Sandbox inspector</a>`
  }</nav>
</div></header>
<main id="main">
${body}
</main>
<footer><div class="inner">There is no sign-in here: whoever opens this page is <b>${OWNER}</b>.</div></footer>
</body>
</html>`;
}

/** Text with `code` in backticks. */
export function marked(text: string): Html {
  return html`${text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
