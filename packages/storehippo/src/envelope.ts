/** A fetch as the client uses it. */
export type ApiFetch = (request: Request) => Promise<Response>;

const LISTS = /\/entity\/[^/]+(?:\/[^/]+\/(?!_duplicate$)[^/]+)?$/;

/** Sends a body in the form of the versions before 1.1. https://github.com/HippoInnovations/storehippo-nodejs-sdk */
export function wrapBody(body: unknown): string {
  return JSON.stringify({ data: body });
}

/** Brings the list answers of the versions before 1.1 to the form of 1.1, so that middleware and callers see only that. */
export function withEnvelope(fetch: ApiFetch): ApiFetch {
  return async (request) => {
    const response = await fetch(request);
    const path = request.url.split(/[?#]/, 1)[0]!;
    if (request.method !== "GET" || !response.ok || response.status === 204 || !LISTS.test(path)) return response;
    const text = await response.text();
    const headers = new Headers(response.headers);
    headers.delete("content-length");
    headers.delete("content-encoding");
    return new Response(toEnvelope(text), { status: response.status, statusText: response.statusText, headers });
  };
}

function toEnvelope(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return text; // Whoever reads it says what is wrong with it.
  }
  if (Array.isArray(body)) return JSON.stringify({ data: body });
  if (typeof body !== "object" || body === null) return text;
  const { records, start, limit, count, total, ...rest } = body as Record<string, unknown>;
  const data = records ?? rest.data;
  if (!Array.isArray(data) || rest.paging !== undefined) return text;
  const place = Object.entries({ start, limit, count, total }).filter(([, value]) => value !== undefined);
  const paging = Object.fromEntries(place.map(([name, value]) => [name, Number(value)]));
  return JSON.stringify({ ...rest, data, ...(place.length > 0 && { paging }) });
}
