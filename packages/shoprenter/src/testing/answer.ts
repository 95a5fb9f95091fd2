/** JSON, or XML where the caller did not ask for JSON. */
export function answer(status: number, body: unknown, json: boolean, headers: Record<string, string> = {}): Response {
  if (body === undefined) return new Response(null, { status, headers });
  return json
    ? new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } })
    : new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<response>${xml(body)}</response>`, {
        status,
        headers: { "content-type": "application/xml; charset=utf-8", ...headers },
      });
}

function xml(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<item>${xml(item)}</item>`).join("");
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => `<${name}>${xml(inner)}</${name}>`)
      .join("");
  }
  return value === null ? "" : String(value).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
