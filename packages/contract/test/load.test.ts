import { expect, test } from "vitest";
import { loadSpec } from "../src/index.ts";

test.each(["shopmy", "storehippo", "shoprenter", "shoporama"])(
  "%s: every schema compiles and every body example fits its operation",
  async (id) => {
    const spec = await loadSpec(id);
    expect(spec.operations.length).toBeGreaterThan(10);
    for (const operation of spec.operations) {
      for (const { body, contentType } of spec.examples(operation.operationId)) {
        if (body === undefined) continue;
        const form = contentType !== "application/json";
        const request = new Request("https://any.example.com", {
          method: operation.method,
          headers: { "content-type": contentType! },
          body: form ? new URLSearchParams(body as Record<string, string>).toString() : JSON.stringify(body),
        });
        const problems = await spec.checkRequest({ ...operation, parameters: [] }, request);
        expect(problems, operation.operationId).toEqual([]);
      }
      for (const status of operation.statuses) {
        const code = Number(status.replace("XX", "99").replace("default", "599"));
        const response = new Response(code === 204 ? null : "0", {
          status: code,
          headers: { "content-type": Object.keys(operation.responses[status]!.content ?? {})[0] ?? "text/plain" },
        });
        // A schema that cannot be compiled throws here.
        await expect(spec.checkResponse(operation, response), operation.operationId).resolves.toBeInstanceOf(Array);
      }
    }
  },
);

test("an unknown spec is refused", async () => {
  await expect(loadSpec("nowhere")).rejects.toThrow(/nowhere/);
});
