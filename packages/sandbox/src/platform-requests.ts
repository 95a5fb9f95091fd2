import { setTimeout as delay } from "node:timers/promises";
import { getResponse } from "msw";
import { sandboxPath } from "./address.ts";
import type { Faults } from "./faults.ts";
import { consentPage, refusedPage } from "./pages/consent.ts";
import { respond, seeOther } from "./pages/respond.ts";
import { type Consent, type Question, type Refusal, reasoned, type SandboxPlatform } from "./platforms/platform.ts";
import type { Traffic } from "./traffic.ts";

export interface PlatformRequestsInput {
  readonly platforms: readonly SandboxPlatform[];
  readonly faults: Faults;
  readonly traffic: Traffic;
  readonly now: () => number;
  /** Milliseconds of the fault `slow`. */
  readonly slowness: number;
  /** Ends waits when the server closes. */
  readonly closing: AbortSignal;
}

/** Answers requests that are addressed to a platform; a response of type "error" stands for a cut connection. */
export function createPlatformRequests(input: PlatformRequestsInput): (request: Request) => Promise<Response> {
  const { platforms, faults, traffic, now, slowness, closing } = input;

  const answer = async (platform: SandboxPlatform, request: Request, rules: string[]): Promise<Response> => {
    const url = new URL(request.url);
    const { consent, id, mock } = platform;
    const on = faults[id];
    if (on.has("slow")) await delay(slowness, undefined, { signal: closing }).catch(() => undefined);
    if (closing.aborted) return Response.error();
    if (consent?.isPage(url) && (request.method === "GET" || request.method === "POST")) {
      const decided = await decision(platform, consent, url, request, on.has("deny"));
      if ("location" in decided) return seeOther(decided.location);
      if ("page" in decided) return decided.page;
      rules.push(decided.rule);
      return respond(refusedPage({ platform: platform.name, rule: decided.rule }), { status: 400 });
    }
    const page = await platform.page?.(url, request);
    if (page) return page;
    const isApi = platform.isApi(url);
    if (isApi && on.has("limited")) {
      mock.refusals.push(refusal(request, 429, "the inspector's fault: too many requests"));
      return platform.limited();
    }
    // The platform's own answer to a credential it does not know, whatever its shape.
    const asked = isApi && on.has("unauthorized") ? withUnknownCredential(request) : request;
    const response = await getResponse(mock.handlers, asked);
    if (!response) return unknown(request);
    return browserReady(response);
  };

  const decision = async (
    platform: SandboxPlatform,
    consent: Consent,
    url: URL,
    request: Request,
    deny: boolean,
  ): Promise<{ location: string } | { page: Response } | { rule: string }> => {
    const rule = consent.check(url);
    if (rule !== undefined) {
      platform.mock.refusals.push(refusal(request, 400, rule));
      return { rule };
    }
    const question = consent.question(url);
    if (request.method === "GET" && !deny) {
      const page = consentPage({ question, action: sandboxPath(url) });
      return { page: await respond(page, { forms: [question.redirect] }) };
    }
    const form = deny ? denial(consent, question) : await request.formData().catch(() => undefined);
    if (!form) return { rule: "the decision is not a form" };
    const decided = reasoned(platform.mock, () => consent.decide(url, form));
    return decided.rule === undefined ? { location: decided.value.href } : { rule: decided.rule };
  };

  const refusal = (request: Request, status: number, rule: string): Refusal => ({
    at: now(),
    method: request.method,
    path: new URL(request.url).pathname,
    status,
    rule,
  });

  const browserReady = (response: Response): Response => {
    if (response.type === "error") return response;
    const headers = new Headers(response.headers);
    const location = headers.get("location");
    const target = location !== null && URL.canParse(location) ? new URL(location) : undefined;
    // A redirect to a platform stays in the sandbox.
    if (target && platforms.some((platform) => platform.owns(target.host)))
      headers.set("location", sandboxPath(target));
    // All platforms share this origin, so that what one of them echoes must not run.
    if (headers.get("content-type")?.includes("html")) headers.set("content-security-policy", "default-src 'none'");
    headers.set("x-content-type-options", "nosniff");
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };

  return async (request) => {
    const platform = platforms.find((each) => each.owns(new URL(request.url).host));
    if (!platform) return unknown(request);
    const { refusals } = platform.mock;
    const before = refusals.length;
    const at = now();
    const began = performance.now();
    const rules: string[] = [];
    const response = await answer(platform, request, rules);
    const { pathname } = new URL(request.url);
    // Others may have been refused meanwhile.
    const noted = refusals.slice(before).filter(({ method, path }) => method === request.method && path === pathname);
    traffic.add({
      platform: platform.id,
      request,
      status: response.type === "error" ? 0 : response.status,
      at,
      took: performance.now() - began,
      rules: rules.length > 0 ? rules : noted.map(({ rule }) => rule),
    });
    return response;
  };
}

/** What a merchant who declines leaves in the form. */
function denial(consent: Consent, { choices }: Question): FormData {
  const form = new FormData();
  for (const { name, options } of choices)
    for (const { value, chosen } of options) if (chosen) form.append(name, value);
  form.set("answer", consent.denial);
  return form;
}

function withUnknownCredential(request: Request): Request {
  const headers = new Headers(request.headers);
  for (const name of ["authorization", "x-access-token", "access-key"]) {
    const value = headers.get(name);
    if (value !== null)
      headers.set(name, /^Bearer /i.test(value) ? "Bearer unknown-to-the-platform" : "unknown-to-the-platform");
  }
  return new Request(request, { headers });
}

function unknown(request: Request): Response {
  const { host, pathname } = new URL(request.url);
  const error = `The sandbox emulates no ${request.method} https://${host}${pathname}`;
  return Response.json({ error }, { status: 501, headers: { "cache-control": "no-store" } });
}
