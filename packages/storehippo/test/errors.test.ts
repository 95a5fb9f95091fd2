import { describe, expect, test } from "vitest";
import { apiError } from "../src/errors.ts";
import { isApiError, readError } from "../src/index.ts";

describe("readError", () => {
  test.each<[string, unknown, { code?: string; message: string }]>([
    ["plain text", "name is required.", { message: "name is required." }],
    ["a key as text", "duplicate_record", { code: "duplicate_record", message: "duplicate_record" }],
    [
      "one failed field",
      [{ name: "required", message: "Required field" }],
      { code: "required", message: "name: Required field" },
    ],
    [
      "several failed fields",
      [{ name: "required", message: "Required field" }, { price: "number" }],
      { code: "required", message: "name: Required field; price: number" },
    ],
    ["error as text", { error: "Unauthorized" }, { message: "Unauthorized" }],
    ["error as an object", { error: { code: "E7", message: "Bad value" } }, { code: "E7", message: "Bad value" }],
    [
      "error as a list",
      { messages: [], error: [{ price: "number", message: "Not a number" }] },
      { code: "number", message: "price: Not a number" },
    ],
    [
      "messages",
      {
        messages: [
          { name: "ms.entity.users.edit", level: "success" },
          { name: "ms.entity.users.denied", level: "error" },
        ],
      },
      { code: "ms.entity.users.denied", message: "ms.entity.users.denied" },
    ],
    ["a page", "<!doctype html><h1>Busy</h1>", { message: "a page instead of an API answer" }],
    ["nothing", undefined, { message: "no reason given" }],
    ["empty text", "", { message: "no reason given" }],
    ["an empty list", [], { message: "no reason given" }],
    ["null", null, { message: "no reason given" }],
    ["an inherited member", Object.create({ error: "inherited" }), { message: "no reason given" }],
    ["very long text", "x".repeat(5000), { message: `${"x".repeat(500)}…` }],
  ])("%s", (_, body, expected) => {
    expect(readError(body)).toEqual(expected);
  });
});

test("ApiError has the status, the platform's key and the body", () => {
  const error = apiError(409, "duplicate_record");
  expect(error).toBeInstanceOf(Error);
  expect(isApiError(error)).toBe(true);
  // Of another copy of the package, which its own marker tells.
  expect(isApiError({ [Symbol.for("shopauth.apiError")]: true })).toBe(true);
  for (const other of [new Error("no"), { name: "ApiError" }, undefined, "ApiError"])
    expect(isApiError(other)).toBe(false);
  expect(error).toMatchObject({
    name: "ApiError",
    platform: "storehippo",
    status: 409,
    code: "duplicate_record",
    error: "duplicate_record",
    message: "storehippo answered 409: duplicate_record",
  });
  expect(apiError(500, undefined).code).toBeUndefined();
});
