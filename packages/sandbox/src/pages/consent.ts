import { html, raw } from "hono/html";
import type { Choice, Question } from "../platforms/platform.ts";
import { type Html, layout } from "./layout.ts";

/** The page on which the merchant chooses and decides. */
export function consentPage({ question, action }: { question: Question; action: string }): Html {
  const { title, app, redirect, facts = [], choices, answers } = question;
  return layout({
    title,
    narrow: true,
    body: html`<form method="post" action="${action}" class="card">
<p><strong>${app}</strong> asks for access. Afterwards your browser goes to <code>${redirect.split("?")[0]}</code>.</p>
${facts.length > 0 ? html`<p>It asks to:</p><ul>${facts.map((fact) => html`<li>${fact}</li>`)}</ul>` : ""}
${choices.map(choiceFields)}
<div class="row">${answers.map(
      ({ value, label }, index) =>
        html`<button name="answer" value="${value}"${raw(index === 0 ? ' class="main"' : "")}>${label}</button>`,
    )}</div>
</form>
<p class="dim">This is an emulation on your own machine: no account is touched.</p>`,
  });
}

function choiceFields({ legend, name, kind, options }: Choice): Html {
  return html`<fieldset><legend>${legend}</legend>${options.map(
    ({ value, label, chosen }) =>
      html`<label><input type="${kind === "one" ? "radio" : "checkbox"}" name="${name}" value="${value}"${raw(chosen ? " checked" : "")}> ${label}</label>`,
  )}</fieldset>`;
}

/** The page of an authorization request that breaks a rule: the browser is never sent on. */
export function refusedPage({ platform, rule }: { platform: string; rule: string }): Html {
  return layout({
    title: `${platform} refuses this request`,
    narrow: true,
    body: html`<section><p class="bad" role="alert"><strong>${rule}</strong></p>
<p>The browser is not sent back: an address that has not been checked is no place to go. Compare the request with what the <a href="/">start page</a> lists as registered.</p></section>`,
  });
}

/** Any other page that says what went wrong. */
export function messagePage({ title, text }: { title: string; text: string }): Html {
  return layout({ title, narrow: true, body: html`<section><p>${text}</p></section>` });
}
