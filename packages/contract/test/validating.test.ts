import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { canary } from "../../core/test/leak-scan.ts";
import { type Difference, validating } from "../src/index.ts";

const links = "https://api.shopmy.us/v1/Partners/Links";
const catalog = "https://api.shopmy.us/v1/Partners/Catalog/search?search=bowl";
const json = { "content-type": "application/json" };
const list = [{ url: "https://shop.example.com/bowl", title: "Bowl", link: "https://go.shopmy.us/p-1" }];

/** What the server on loopback answers next, and what it was sent. */
let answer: { status: number; body: string; type?: string } = { status: 200, body: "[]" };
const received: { method: string; url: string; body: string }[] = [];
const server = createServer(async (request, response) => {
  let body = "";
  for await (const piece of request) body += piece;
  received.push({ method: request.method!, url: request.url!, body });
  response.writeHead(answer.status, { "content-type": answer.type ?? "application/json" }).end(answer.body);
});
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
afterEach(() => {
  received.length = 0;
  vi.unstubAllGlobals();
});

const inSandbox = (url: string): string => url.replace("https:/", origin);

/** A validating fetch and what it has told; `settled` waits until that is so much. */
function watched(below: typeof fetch = fetch, platform: Parameters<typeof validating>[0] = "shopmy") {
  const told: Difference[] = [];
  const tested = validating(platform, { report: (difference) => told.push(difference), fetch: below });
  const settled = (count: number) => vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(count));
  return { told, fetch: tested, settled };
}

/** Long enough for a comparison to have told something. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300));

const answering =
  (body: unknown, init: ResponseInit = {}): typeof fetch =>
  async () =>
    Response.json(body, init);

test("traffic that fits tells nothing, over https and through a sandbox", async () => {
  answer = { status: 200, body: JSON.stringify(list) };
  const { fetch, told } = watched();
  expect(await (await fetch(inSandbox(links), { redirect: "manual" })).json()).toEqual(list);
  const created = watched(answering({ link: "https://go.shopmy.us/p-1" }));
  await created.fetch(links, { method: "POST", headers: json, body: JSON.stringify({ url: "https://a.example.com" }) });
  await quiet();
  expect([...told, ...created.told]).toEqual([]);
  expect(received).toEqual([{ method: "GET", url: "/api.shopmy.us/v1/Partners/Links", body: "" }]);
});

test("a wrong type in an answer is told with operation, template and place; the caller's body is whole", async () => {
  const body = JSON.stringify({ ...list[0], title: 4711 });
  answer = { status: 200, body };
  const { fetch, told, settled } = watched();
  const sent = JSON.stringify({ url: "https://a.example.com" });
  const response = await fetch(inSandbox(links), { method: "POST", headers: json, body: sent });
  expect(await response.text()).toBe(body);
  expect(response.url).toBe(inSandbox(links));
  await settled(1);
  expect(told).toEqual([
    {
      operation: "createLink",
      method: "POST",
      path: "/Links",
      side: "response",
      status: 200,
      message: expect.stringMatching(/^body: \/title must be string/),
    },
  ]);
  expect(received[0]?.body).toBe(sent);
});

test("a path parameter stays a template", async () => {
  const { fetch, told, settled } = watched(answering({ error: 1 }, { status: 400 }));
  await fetch(`${links.replace("Links", "Collections")}/77`, { method: "PUT", headers: json, body: "[]" });
  await settled(2);
  expect(new Set(told.map(({ operation, path }) => `${operation} ${path}`))).toEqual(
    new Set(["updateCollection /Collections/{id}"]),
  );
  expect(told.map(({ side, status }) => [side, status])).toEqual(
    expect.arrayContaining([
      ["request", undefined],
      ["response", 400],
    ]),
  );
});

test("an undeclared status, and an answer of another media type", async () => {
  const teapot = watched(async () => new Response("short and stout", { status: 418 }));
  expect((await teapot.fetch(links)).status).toBe(418);
  await teapot.settled(1);
  expect(teapot.told).toEqual([
    {
      operation: "listLinks",
      method: "GET",
      path: "/Links",
      side: "response",
      status: 418,
      message: "status 418 is not declared; declared: 200, 401",
    },
  ]);
  const page = watched(async () => new Response("<p>", { headers: { "content-type": "text/html" } }));
  await page.fetch(links);
  await page.settled(1);
  expect(page.told[0]?.message).toBe("body: content type text/html is not declared; declared: application/json");
});

test("a wrong request, whatever fetch is called with, also where the network then fails", async () => {
  const failure = new TypeError("fetch failed");
  const { fetch, told, settled } = watched(async () => {
    throw failure;
  });
  const init = { method: "POST", headers: json, body: '{"title":"Bowl"}' };
  await expect(fetch(links, init)).rejects.toBe(failure);
  await expect(fetch(new URL(links), init)).rejects.toBe(failure);
  await expect(fetch(new Request(links, init))).rejects.toBe(failure);
  await expect(fetch(links, { ...init, body: new TextEncoder().encode(init.body) })).rejects.toBe(failure);
  await settled(4);
  const wanted = { operation: "createLink", method: "POST", path: "/Links", side: "request" };
  expect(told).toEqual(
    Array(4).fill({ ...wanted, message: `body: (whole) must have required property 'url' ["url"]` }),
  );
});

test("a Request's body reaches the platform whole; a stream is not read, only the rest is compared", async () => {
  answer = { status: 200, body: '{"link":"https://go.shopmy.us/p-1"}' };
  const { fetch, told } = watched();
  const body = JSON.stringify({ url: "https://a.example.com" });
  await fetch(new Request(inSandbox(links), { method: "POST", headers: json, body }));
  const stream = new Blob(["not JSON"]).stream();
  const streamed = { method: "POST", headers: json, body: stream, duplex: "half" };
  await fetch(inSandbox(links), streamed as RequestInit);
  await quiet();
  expect(received.map((each) => each.body)).toEqual([body, "not JSON"]);
  expect(told).toEqual([]);
});

test("the same input, init, response object and failure pass through", async () => {
  const response = Response.json(list);
  const below = vi.fn(async () => response);
  const { fetch } = watched(below);
  const init: RequestInit = { redirect: "manual", signal: AbortSignal.timeout(5000) };
  expect(await fetch(links, init)).toBe(response);
  expect(below.mock.calls).toEqual([[links, init]]);
  expect((below.mock.calls as unknown[][])[0]?.[1]).toBe(init);
  await expect(watched().fetch("no url")).rejects.toThrow(TypeError);
});

test("the answer does not wait for the comparison, and a caller that stops reading disturbs nothing", async () => {
  let end = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('[{"title":'));
      end = () => {
        controller.enqueue(new TextEncoder().encode("1}]"));
        controller.close();
      };
    },
  });
  const { fetch, told, settled } = watched(async () => new Response(body, { headers: json }));
  const response = await fetch(links);
  expect(told).toEqual([]);
  // Settles only when every branch has let go.
  response.body?.cancel().catch(() => {});
  end();
  await settled(1);
  expect(told.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^body: \/0\/title must be/));
});

test("an answer that is cut off tells nothing of its body", async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("[{")),
    pull: (controller) => controller.error(new Error("reset")),
  });
  const { fetch, told } = watched(async () => new Response(body, { headers: json }));
  const response = await fetch(links);
  await expect(response.text()).rejects.toThrow("reset");
  await quiet();
  expect(told).toEqual([]);
});

test("an endless answer is let go of", async () => {
  let pulled = 0;
  const cancelled = vi.fn();
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled++;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
    cancel: cancelled,
  });
  const { fetch, told } = watched(async () => new Response(body, { headers: json }));
  const response = await fetch(links);
  response.body?.cancel().catch(() => {});
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce());
  expect(pulled).toBeLessThan(20);
  await quiet();
  expect(told).toEqual([]);
});

test.each<[string, (difference: Difference) => void]>([
  [
    "throws",
    () => {
      throw new Error("mine");
    },
  ],
  ["rejects", (async () => Promise.reject(new Error("mine"))) as () => void],
])("a report that %s disturbs nothing", async (_, report) => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  // No spy: it would handle the rejection.
  let reports = 0;
  const reported = (difference: Difference) => {
    reports++;
    return report(difference);
  };
  const tested = validating("shopmy", { report: reported, fetch: answering([{ url: 1, title: 2 }]) });
  expect(await (await tested(links)).json()).toEqual([{ url: 1, title: 2 }]);
  // The first does not keep the second from being told.
  await vi.waitFor(() => expect(reports).toBeGreaterThan(1));
  await quiet();
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("no value and no foreign name of a body, query or path is in what is told", async () => {
  const secrets = ["value", "key", "query", "path", "type"].map(canary);
  const [value, key, query, path, type] = secrets as [string, string, string, string, string];
  const body = [{ url: { [key]: value }, title: [value], link: value, [key]: value }];
  const { fetch, told, settled } = watched(answering(body));
  await fetch(links);
  await fetch(links, { method: "POST", headers: json, body: JSON.stringify({ url: [value], title: 1, [key]: value }) });
  await fetch(`${links}?${query}=${value}`, { headers: { authorization: `Bearer ${value}` } });
  await fetch(links, { method: "POST", headers: { "content-type": `text/${type}` }, body: value });
  await fetch(`https://api.shopmy.us/v1/Partners/${path}?token=${value}`);
  await settled(8);
  await quiet();
  const text = JSON.stringify(told);
  for (const secret of secrets) expect(text).not.toContain(secret);
  const messages = told.map(({ message }) => message);
  expect(messages).toContain("query parameter (a name outside the spec) is not declared");
  expect(messages).toContainEqual(expect.stringContaining("/url must be string"));
  expect(told).toContainEqual({
    operation: "",
    method: "GET",
    path: "/v1/Partners/{}",
    side: "request",
    message: "unknown operation",
  });
});

test("an unknown operation is told for the platform's hosts only", async () => {
  const shopmy = watched(answering({}));
  await shopmy.fetch("https://api.shopmy.us/v1/Partners/Lynx");
  await shopmy.fetch(links, { method: "DELETE" });
  await shopmy.fetch(inSandbox("https://api.shopmy.us/v1/Partners/Lynx"));
  await shopmy.fetch("https://other.example.com/v1/Partners/Links");
  await shopmy.fetch(`${origin}/callback/shopmy`);
  const shop = watched(answering({}), "storehippo");
  await shop.fetch("https://acme.storehippo.com/blog");
  await shop.fetch("https://lamps.example.com/blog");
  await Promise.all([shopmy.settled(3), shop.settled(1), quiet()]);
  const lines = ({ told }: { told: Difference[] }) => told.map((each) => `${each.method} ${each.path} ${each.message}`);
  expect(lines(shopmy)).toEqual([
    "GET /v1/Partners/Lynx unknown operation",
    "DELETE /v1/Partners/Links unknown operation",
    "GET /v1/Partners/Lynx unknown operation",
  ]);
  expect(lines(shop)).toEqual(["GET /blog unknown operation"]);
});

test("a long list of the same is cut", async () => {
  const { fetch, told, settled } = watched(answering(Array(100).fill({ ...list[0], title: 1 })));
  await fetch(links);
  await settled(21);
  expect(told).toHaveLength(21);
  expect(told.at(-1)?.message).toMatch(/^and [89]\d more$/);
});

test("the global fetch is looked up at each call, also where it has been replaced by this one", async () => {
  const told: Difference[] = [];
  const below = vi.fn(answering(list));
  vi.stubGlobal("fetch", below);
  const tested = validating("shopmy", { report: (difference) => told.push(difference) });
  const later = vi.fn(answering([{ title: 1 }]));
  vi.stubGlobal("fetch", later);
  await tested(links);
  expect([below.mock.calls.length, later.mock.calls.length]).toEqual([0, 1]);
  vi.stubGlobal("fetch", tested);
  expect(await (await fetch(links)).json()).toEqual(list);
  expect(below).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0));
  expect(new Set(told.map(({ operation }) => operation))).toEqual(new Set(["listLinks"]));
});

test("every platform's spec is there; of one that cannot be read, that is told once", async () => {
  for (const [platform, url] of [
    ["shopmy", catalog],
    ["storehippo", "https://acme.storehippo.com/api/1.1/entity/ms.brands"],
    ["shoprenter", "https://acme.api2.myshoprenter.hu/api/orders"],
    ["shoporama", "https://www.shoporama.dk/REST/order"],
  ] as const) {
    const { fetch, told, settled } = watched(answering(7), platform);
    await fetch(url);
    await settled(1);
    expect(told[0], platform).toMatchObject({
      side: "response",
      status: 200,
      operation: expect.stringMatching(/^\w+$/),
    });
  }
  vi.resetModules();
  vi.doMock("../src/spec.ts", async (original) => ({
    ...(await original<object>()),
    loadDocument: () => Promise.reject(new Error("EACCES")),
  }));
  const told: Difference[] = [];
  try {
    const fresh = await import("../src/validating.ts");
    const fetch = fresh.validating("shopmy", { report: (each) => told.push(each), fetch: answering(list) });
    await fetch(links);
    await fetch(links);
    await quiet();
  } finally {
    vi.doUnmock("../src/spec.ts");
  }
  expect(told.map(({ message }) => message)).toEqual(["the spec of the platform cannot be read: nothing is compared"]);
});

test("reports come while a test's timers are fake", async () => {
  const { fetch, told } = watched(answering([{ title: 1 }]));
  const real = setTimeout;
  vi.useFakeTimers();
  try {
    await fetch(links);
    for (let waits = 0; waits < 100 && told.length === 0; waits++) await new Promise((resolve) => real(resolve, 20));
  } finally {
    vi.useRealTimers();
  }
  expect(told.length).toBeGreaterThan(0);
});

test("a platform without a spec, or nobody to tell, is refused at once", () => {
  const report = (): void => {};
  expect(() => validating("storehipo" as never, { report })).toThrow(
    new TypeError("there is no spec storehipo: one of shopmy, shoporama, shoprenter, storehippo"),
  );
  for (const options of [undefined, {}, { report: "console" }])
    expect(() => validating("storehippo", options as never)).toThrow(/^validating needs \{ report \}/);
});
