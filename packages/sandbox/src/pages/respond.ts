import { createHash } from "node:crypto";
import type { Html } from "./layout.ts";
import { style } from "./style.ts";

const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export interface Answer {
  status?: number;
  /** Inline script of the page. */
  script?: string;
  /** Addresses outside the sandbox that a form of the page may lead to: browsers hold redirects against it as well. */
  forms?: readonly string[];
}

/** A page with headers that allow what it brings and nothing else. */
export async function respond(page: Html, answer: Answer = {}): Promise<Response> {
  const { status = 200, script, forms = [] } = answer;
  const origins = new Set(forms.filter((url) => URL.canParse(url)).map((url) => new URL(url).origin));
  const policy = [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    ...(script === undefined ? [] : [`script-src ${hash(script)}`, "connect-src 'self'"]),
    `form-action ${["'self'", ...[...origins].filter((origin) => origin !== "null")].join(" ")}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return new Response(String(await page), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy.join("; "),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      // Forms need their Origin, which `no-referrer` would turn into "null"; the app learns nothing of the page.
      "referrer-policy": "same-origin",
    },
  });
}

/** After a form: the browser goes on with GET. */
export function seeOther(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, "cache-control": "no-store", "referrer-policy": "no-referrer" },
  });
}
