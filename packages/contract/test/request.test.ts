import { describe, expect, test } from "vitest";
import { createSpec } from "../src/index.ts";
import { document } from "./document.ts";

const spec = createSpec(document);
const lamps = "https://api.example.com/v1/lamps";
const json = { "content-type": "application/json" };

async function problems(url: string, init: RequestInit = {}): Promise<string[]> {
  const request = new Request(url, { headers: { "X-Shop": "4" }, ...init });
  const operation = spec.operationOf(request.method, url);
  if (!operation) throw new Error(`no operation for ${request.method} ${url}`);
  return spec.checkRequest(operation, request);
}

describe("a request that fits", () => {
  test.each([
    `${lamps}?limit=10&ids=1,2,3&tag=oak&tag=brass&on=true&sku=0042&filter[price]=9.5&query=${encodeURIComponent('{"a":1}')}`,
    `${lamps}?tag=oak`,
    lamps,
  ])("%s", async (url) => {
    expect(await problems(url)).toEqual([]);
  });

  test("with a JSON body, charset and recursion included", async () => {
    const body = JSON.stringify({
      id: 1,
      name: "Oak",
      shades: [{ id: 2, name: "Linen" }],
      made: "2026-02-11T09:15:00Z",
    });
    const headers = { "content-type": "application/json; charset=utf-8" };
    expect(await problems(lamps, { method: "POST", headers, body })).toEqual([]);
  });

  test("with a form whose numbers are text", async () => {
    const body = new URLSearchParams({ grant: "code", ttl: "60" });
    expect(await problems("https://login.example.com/token", { method: "POST", body })).toEqual([]);
  });
});

describe("a query or header parameter that breaks the spec", () => {
  test.each([
    ["limit=11", "query parameter limit: (whole) must be <= 10"],
    ["limit=ten", "query parameter limit: (whole) must be integer"],
    ["limit=1&limit=2", "query parameter limit: is given more than once"],
    ["ids=1,b", "query parameter ids: /1 must be integer"],
    ["ids=1&ids=2", "query parameter ids: is repeated, though its values are to be joined"],
    ["tag=oak&tag=tin", "query parameter tag: /1 must be equal to one of the allowed values"],
    ["on=yes", "query parameter on: (whole) must be boolean"],
    ["sku=4a", "query parameter sku: (whole) must match pattern"],
    ["filter[price]=cheap", "query parameter filter: /price must be number"],
    ["filter[colour]=red", "query parameter filter: (whole) must NOT have additional properties"],
    ["query={", "query parameter query: is not JSON text"],
    ["query=%7B%7D", "query parameter query: (whole) must have required property 'a'"],
    ["Limit=1", "query parameter Limit is not declared"],
  ])("%s", async (query, problem) => {
    const found = await problems(`${lamps}?${query}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`request ${problem}`);
  });

  test("a header that is missing, and one of the wrong type", async () => {
    expect(await problems(lamps, { headers: {} })).toEqual(["request header parameter X-Shop is missing"]);
    expect(await problems(lamps, { headers: { "X-Shop": "four" } })).toEqual([
      'request header parameter X-Shop: (whole) must be integer ["integer"]',
    ]);
  });

  test("a path parameter of the wrong type", async () => {
    expect(await problems(`${lamps}/oak`)).toEqual(['request path parameter id: (whole) must be integer ["integer"]']);
    expect(await problems(`${lamps}/12`)).toEqual([]);
  });
});

describe("a body that breaks the spec", () => {
  const post = (body: string | null, headers: Record<string, string> = json) =>
    problems(lamps, { method: "POST", headers, body });

  test("is missing", async () => {
    expect(await post(null)).toEqual(["request body is missing"]);
    expect(await post("")).toEqual(["request body is missing"]);
  });
  test("is not JSON", async () => expect(await post("{")).toEqual(["request body: body is not JSON"]));
  test("has another content type", async () => {
    expect(await post("id=1", { "content-type": "application/x-www-form-urlencoded" })).toEqual([
      "request body: content type application/x-www-form-urlencoded is not declared; declared: application/json",
    ]);
  });
  test("lacks a field, has one too many, has one of the wrong type", async () => {
    expect(await post('{"id":"1","colour":"red"}')).toEqual([
      `request body: (whole) must have required property 'name' ["name"]`,
      'request body: (whole) must NOT have additional properties ["colour"]',
      'request body: /id must be integer ["integer"]',
    ]);
  });
  test("breaks a format, and a schema behind a recursive reference", async () => {
    expect(await post('{"id":1,"name":"a","made":"today","shades":[{"id":1,"name":2}]}')).toEqual([
      'request body: /made must match format "date-time" ["date-time"]',
      'request body: /shades/0/name must be string ["string"]',
    ]);
  });
  test("is sent where none is declared", async () => {
    expect(await problems(`${lamps}/1`, { method: "DELETE", body: "x" })).toEqual([
      "request body is sent, but none is declared",
    ]);
  });
  test("is a form with a missing and a wrong field", async () => {
    const found = await problems("https://login.example.com/token", {
      method: "POST",
      body: new URLSearchParams({ grant: "password" }),
    });
    expect(found).toEqual([
      `request body: (whole) must have required property 'ttl' ["ttl"]`,
      'request body: /grant must be equal to constant ["code"]',
    ]);
  });
});

describe("finding the operation", () => {
  const idOf = (method: string, url: string) => spec.operationOf(method, url)?.operationId;

  test("a literal segment wins over a parameter", () => {
    expect(idOf("GET", `${lamps}/count`)).toBe("countLamps");
    expect(idOf("GET", `${lamps}/7`)).toBe("getLamp");
  });
  test("server variables match any value, or those that are listed", () => {
    expect(idOf("GET", "https://northwind.example.net/api/1/lamps")).toBe("listLamps");
    expect(idOf("GET", "https://northwind.example.net/api/3/lamps")).toBeUndefined();
  });
  test("a path's own servers replace the document's", () => {
    expect(idOf("POST", "https://login.example.com/token")).toBe("getToken");
    expect(idOf("POST", "https://api.example.com/v1/token")).toBeUndefined();
  });
  test.each([
    ["PATCH", lamps],
    ["GET", `${lamps}/`],
    ["GET", "https://api.example.com/lamps"],
    ["GET", "https://api.example.com.evil.test/v1/lamps"],
    ["GET", "http://api.example.com/v1/lamps"],
  ])("%s %s is none", (method, url) => expect(idOf(method, url)).toBeUndefined());
});

describe("examples", () => {
  test("are those of the spec, one a body", () => {
    expect(spec.examples("addLamp").map(({ name, body }) => [name, body])).toEqual([
      ["oak", { id: 1, name: "Oak" }],
      ["brass", { id: 2, name: "Brass" }],
    ]);
    expect(spec.examples("getLamp")).toEqual([{ name: "default", path: { id: 7 }, query: {}, headers: {} }]);
    expect(spec.operations.find(({ operationId }) => operationId === "addLamp")?.requestExample).toEqual({
      id: 1,
      name: "Oak",
    });
  });
  test("of an unknown operation throw", () => expect(() => spec.examples("paint")).toThrow("no operation paint"));
});
