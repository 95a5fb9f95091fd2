import { describe, expect, it } from "vitest";
import { refusedAtGate } from "../src/gate.ts";

const PORT = 4400;
const ask = (headers: Record<string, string>, method = "POST", host = `127.0.0.1:${PORT}`) =>
  refusedAtGate(new Request(`http://${host}/inspector/faults`, { method, headers }), PORT)?.status ?? 200;

describe("the gate", () => {
  it.each([
    "application/x-www-form-urlencoded",
    "APPLICATION/X-WWW-FORM-URLENCODED",
    "text/plain",
    "application/json",
    "",
  ])("lets no other site post %j", (type) => {
    const headers = type === "" ? {} : { "content-type": type };
    expect(ask({ ...headers, origin: "https://evil.example", "sec-fetch-site": "cross-site" })).toBe(403);
    expect(ask({ ...headers, origin: "https://evil.example" })).toBe(403);
    expect(ask({ ...headers, "sec-fetch-site": "same-site" })).toBe(403);
    for (const method of ["PUT", "DELETE"]) expect(ask({ ...headers, origin: "null" }, method)).toBe(403);
  });

  it("lets its own pages, servers and links in", () => {
    expect(ask({ origin: `http://127.0.0.1:${PORT}`, "sec-fetch-site": "same-origin" })).toBe(200);
    expect(ask({ origin: `http://127.0.0.1:${PORT}` })).toBe(200);
    expect(ask({ "content-type": "application/x-www-form-urlencoded" })).toBe(200);
    expect(ask({ "sec-fetch-site": "cross-site" }, "GET")).toBe(200);
  });

  it("answers under its own names only", () => {
    expect(ask({}, "GET", "evil.example:4400")).toBe(421);
    expect(ask({}, "GET", "localhost:4400")).toBe(200);
  });
});
