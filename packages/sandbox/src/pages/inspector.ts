import { html } from "hono/html";
import { FAULTS, type Fault, type Faults } from "../faults.ts";
import type { SandboxPlatform } from "../platforms/platform.ts";
import type { Traffic } from "../traffic.ts";
import { type Html, layout } from "./layout.ts";

/** Only the log is drawn again, so that the keyboard stays where it is. */
export const inspectorScript = `
const log = document.getElementById("log"), hold = document.getElementById("hold");
setInterval(async () => {
  if (hold.checked || document.hidden) return;
  const answer = await fetch("/inspector/log").catch(() => undefined);
  if (answer?.ok) log.innerHTML = await answer.text();
}, 1500);
`;

const LABELS: Record<Fault, string> = {
  deny: "Merchant denies",
  unauthorized: "Answer 401",
  limited: "Answer 429",
  slow: "Answer after 5 s",
};

interface Input {
  platforms: readonly SandboxPlatform[];
  traffic: Traffic;
  faults: Faults;
}

export function inspectorPage({ platforms, traffic, faults }: Input): Html {
  return layout({
    title: "Inspector",
    script: inspectorScript,
    body: html`<section><h2>Faults</h2><div class="pair">
${platforms.map(
  (platform) => html`<form method="post" action="/inspector/faults"><fieldset><legend>${platform.name}</legend>
<input type="hidden" name="platform" value="${platform.id}"><div class="row">
${FAULTS.filter((fault) => fault !== "deny" || platform.consent).map(
  (fault) =>
    html`<button name="fault" value="${fault}" aria-pressed="${String(faults[platform.id].has(fault))}">${LABELS[fault]}</button>`,
)}
${platform.expire ? html`<button name="fault" value="expire">Expire tokens now</button>` : ""}
<button name="fault" value="revoke">Revoke everything</button>
<button name="fault" value="reset">Reset the platform</button>
</div></fieldset></form>`,
)}</div></section>
<label><input type="checkbox" id="hold"> Hold the list still</label>
<div id="log">${logFragment({ platforms, traffic })}</div>
<noscript><p>Without scripts, load the page again to see later requests.</p></noscript>`,
  });
}

export function logFragment({ platforms, traffic }: Pick<Input, "platforms" | "traffic">): Html {
  return html`${platforms.map(({ id, name }) => {
    const entries = traffic.latest(id);
    if (entries.length === 0) return html`<section><h2>${name}</h2><p class="dim">No request yet.</p></section>`;
    return html`<section><h2>${name}</h2><div class="scroll" tabindex="0" role="region" aria-label="Requests to ${name}"><table>
<thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Credential</th><th scope="col">Status</th><th scope="col">Took</th></tr></thead>
<tbody>${entries.map(
      (entry) => html`<tr><td>${new Date(entry.at).toISOString().slice(11, 23)}</td>
<td><code>${entry.method} ${entry.address}</code>${entry.rules.map((rule) => html`<br><span class="bad">${rule}</span>`)}</td>
<td>${entry.credential ?? "none"}</td>
<td class="${entry.status >= 400 || entry.status === 0 ? "bad" : "good"}">${entry.status === 0 ? "cut off" : entry.status}</td>
<td>${Math.round(entry.took)} ms</td></tr>`,
    )}</tbody></table></div></section>`;
  })}`;
}
