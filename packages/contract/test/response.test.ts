import { describe, expect, test } from "vitest";
import { createSpec } from "../src/index.ts";
import { document } from "./document.ts";

const spec = createSpec(document);

async function problems(operationId: string, body: unknown, init: ResponseInit = {}): Promise<string[]> {
  const operation = spec.operations.find((each) => each.operationId === operationId)!;
  const headers = { "content-type": "application/json", "X-Total": "1", ...(init.headers as Record<string, string>) };
  const text = body === null || typeof body === "string" ? body : JSON.stringify(body);
  return spec.checkResponse(operation, new Response(text, { ...init, headers }));
}

describe("an answer that fits", () => {
  test("by its status", async () => expect(await problems("getLamp", { id: 1, name: "Oak" })).toEqual([]));
  test("by a range, with a body no content describes", async () => {
    expect(await problems("listLamps", "<html>", { status: 418, headers: { "content-type": "text/html" } })).toEqual(
      [],
    );
  });
  test("by default", async () => expect(await problems("addLamp", { error: "x" }, { status: 500 })).toEqual([]));
  test("without a body", async () => expect(await problems("deleteLamp", null, { status: 204 })).toEqual([]));
  test("as text", async () => {
    expect(await problems("countLamps", "12", { headers: { "content-type": "text/plain;charset=UTF-8" } })).toEqual([]);
  });
});

describe("an answer that breaks the spec", () => {
  test("by a status that is not declared", async () => {
    expect(await problems("getLamp", {}, { status: 404 })).toEqual([
      "response status 404 is not declared; declared: 200",
    ]);
  });
  test("by a content type that is not declared", async () => {
    expect(await problems("getLamp", "<html>", { headers: { "content-type": "text/html" } })).toEqual([
      "response 200 body: content type text/html is not declared; declared: application/json",
    ]);
  });
  test("by a body that is cut off", async () => {
    expect(await problems("getLamp", '{"id":1,')).toEqual(["response 200 body: body is not JSON"]);
  });
  test("by an empty body", async () => {
    expect(await problems("getLamp", "")).toEqual(["response 200 body is empty, though content is declared"]);
  });
  test("by a field of the wrong type", async () => {
    expect(await problems("listLamps", [{ id: "1", name: "Oak" }])).toEqual([
      'response 200 body: /0/id must be integer ["integer"]',
    ]);
  });
  test("by the default's schema", async () => {
    expect(await problems("addLamp", {}, { status: 500 })).toEqual([
      `response 500 body: (whole) must have required property 'error' ["error"]`,
    ]);
  });
  test("by a header", async () => {
    expect(await problems("listLamps", [], { headers: { "X-Total": "many" } })).toEqual([
      'response 200 header X-Total: (whole) must be integer ["integer"]',
    ]);
    const operation = spec.operationOf("GET", "https://api.example.com/v1/lamps")!;
    expect(await spec.checkResponse(operation, Response.json([]))).toEqual(["response 200 header X-Total is missing"]);
  });
  test("by a body on a success that has none", async () => {
    expect(await problems("getToken", "{}")).toEqual(["response 200 body is sent, but no content is declared"]);
  });
});
