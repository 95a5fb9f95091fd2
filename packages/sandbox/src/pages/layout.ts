import { html, raw } from "hono/html";
import { style } from "./style.ts";

export type Html = ReturnType<typeof html>;

/** A whole page; what is put into `html` templates is escaped. */
export function layout(input: { title: string; body: Html; narrow?: boolean; script?: string }): Html {
  const { title, body, narrow = false, script } = input;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ShopAuth sandbox</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><strong>ShopAuth sandbox</strong><nav aria-label="Sandbox"><a href="/">Start</a> · <a href="/inspector">Inspector</a></nav></header>
<main id="main"${raw(narrow ? ' class="narrow"' : "")}>
<h1>${title}</h1>
${body}
</main>
${script === undefined ? "" : html`<script>${raw(script)}</script>`}
</body>
</html>`;
}
