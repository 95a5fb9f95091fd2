import { delay, HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createSpec, type Watch } from "../src/index.ts";
import { document } from "./document.ts";

const spec = createSpec(document);
const lamps = "https://api.example.com/v1/lamps";
const server = setupServer(
  http.post(lamps, async ({ request }) => {
    const lamp = (await request.json()) as { id: number; name: string };
    await delay(20);
    return HttpResponse.json({ ...lamp, id: 9 }, { status: 201 });
  }),
  http.get(`${lamps}/count`, () => HttpResponse.json(3)),
  http.get(`${lamps}/:id`, () => HttpResponse.error()),
  http.delete(`${lamps}/:id`, () => {
    throw new Error("handler fault");
  }),
  http.get("https://other.example.org/", () => HttpResponse.text("hello")),
);
let watch: Watch;
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => watch.stop());
afterAll(() => server.close());

const post = (body: unknown) =>
  fetch(lamps, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

test("traffic that fits leaves no problem and names the operation", async () => {
  watch = spec.watch(server);
  const answer = await post({ id: 1, name: "Oak" });
  expect(await answer.json()).toEqual({ id: 9, name: "Oak" });
  await watch.settled();
  expect(watch.problems).toEqual([]);
  expect([...watch.called]).toEqual(["addLamp"]);
});

test("requests and answers are validated, also those a handler has read", async () => {
  watch = spec.watch(server);
  await Promise.all([post({ id: 1 }), fetch(`${lamps}/count?unit=kg`)]);
  await watch.settled();
  expect(watch.problems.toSorted()).toEqual([
    `addLamp (POST /v1/lamps) request body: (whole) must have required property 'name' ["name"]`,
    `addLamp (POST /v1/lamps) response 201 body: (whole) must have required property 'name' ["name"]`,
    "countLamps (GET /v1/lamps/count) request query parameter unit is not declared",
    "countLamps (GET /v1/lamps/count) response 200 body: content type application/json is not declared; declared: text/plain",
  ]);
});

test("settled waits for a request that has only begun", async () => {
  watch = spec.watch(server);
  const answer = post({ id: 1, name: 2 });
  while (watch.called.size === 0) await Promise.all([watch.settled(), delay(1)]);
  expect(watch.problems).toHaveLength(2);
  await answer;
});

test("an address outside the spec is a problem, unless it is ignored", async () => {
  watch = spec.watch(server);
  await fetch("https://other.example.org/");
  await watch.settled();
  expect(watch.problems).toEqual(["GET https://other.example.org/ is not an operation of the spec"]);
  watch.stop();
  watch = spec.watch(server, { ignore: ({ url }) => url.startsWith("https://other.") });
  await fetch("https://other.example.org/");
  await watch.settled();
  expect(watch.problems).toEqual([]);
});

test("a request without a handler, and a handler that throws, are problems", async () => {
  watch = spec.watch(server);
  await expect(fetch("https://login.example.com/token", { method: "POST" })).rejects.toThrow();
  await fetch(`${lamps}/4`, { method: "DELETE" }).catch(() => undefined);
  await watch.settled();
  expect(watch.problems).toEqual([
    "POST https://login.example.com/token has no handler",
    "DELETE https://api.example.com/v1/lamps/4: the handler threw Error: handler fault",
  ]);
});

test("a network error does not hold settled up", async () => {
  watch = spec.watch(server);
  await expect(fetch(`${lamps}/4`)).rejects.toThrow();
  await watch.settled();
  expect(watch.problems).toEqual([]);
});

test("after stop nothing is added", async () => {
  watch = spec.watch(server);
  watch.stop();
  await post({});
  await watch.settled();
  expect(watch.problems).toEqual([]);
  expect(watch.called.size).toBe(0);
});
