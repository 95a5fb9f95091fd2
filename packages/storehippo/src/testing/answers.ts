import type { MockRefusal } from "./state.ts";

/** A JSON answer that no cache keeps. */
export function answer(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
  });
}

/** Makes the answer of a refusal and writes down why. */
export type Refuse = (status: number, rule: string, body?: unknown) => Response;

export function createRefuse(
  refusals: MockRefusal[],
  now: () => number,
): (request: { method: string; url: string }) => Refuse {
  return ({ method, url }) =>
    (status, rule, body = { error: rule }) => {
      refusals.push({ at: now(), method, path: new URL(url).pathname, status, rule });
      return answer(body, status);
    };
}
