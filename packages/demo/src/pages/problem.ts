import { html } from "hono/html";
import { ABOUT } from "../platforms.ts";
import type { Problem } from "../problems.ts";
import type { PlatformId } from "../shops.ts";
import type { Html } from "./layout.ts";

const HEADINGS: Readonly<Record<string, string>> = {
  callback_denied: "Permission was not given",
  callback_pending: "You are on the waiting list",
  state_missing: "This callback belongs to another browser",
  state_mismatch: "This callback belongs to another attempt",
  state_expired: "This attempt is over",
  not_connected: "There is no such connection",
};

export const headingOf = ({ code }: Problem): string => HEADINGS[code] ?? "Not connected";

/** A typed error as a page: its code, its hint and what the platform said. */
export function problemPage(problem: Problem): Html {
  const { code, message, hint, said, platform } = problem;
  const pending = code === "callback_pending";
  const name =
    platform !== undefined && Object.hasOwn(ABOUT, platform) ? ABOUT[platform as PlatformId].name : undefined;
  return html`<div class="narrow"><h1>${headingOf(problem)}</h1>
<div class="notice ${pending ? "ask" : "bad"}" role="${pending ? "status" : "alert"}"><p>${name === undefined ? "" : html`<b>${name}</b>: `}${message}.</p><p>${hint}</p>
${said === undefined ? "" : html`<p>The platform says: “${said}”</p>`}
<p class="dim">Code <code>${code}</code></p></div>
<div class="row"><a class="button main" href="/">${pending ? "Back to the platforms" : "Try again"}</a><a class="button plain" href="/shops">Your shops</a></div></div>`;
}
