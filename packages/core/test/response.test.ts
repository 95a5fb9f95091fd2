import { describe, expect, it } from "vitest";
import { Deadline } from "../src/deadline.ts";
import { createLimit } from "../src/response.ts";
import { codeOf, listen } from "./fixture.ts";

const LIMIT = 100;
const limit = createLimit({ platform: "test", bytes: LIMIT });

function counted(response: Response) {
  let cleared = 0;
  return { response: limit(response, { clear: () => void cleared++ }), cleared: () => cleared > 0 };
}

/** A body in two parts. */
const parts = (first: string, second: string, headers: Record<string, string> = {}) => {
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(first));
      controller.enqueue(encoder.encode(second));
      controller.close();
    },
  });
  return new Response(body, { headers: { "content-type": "application/json", ...headers } });
};

const readers: [string, (response: Response) => Promise<unknown>, unknown][] = [
  ["text", (response) => response.text(), '{"a":"é"}'],
  ["json", (response) => response.json(), { a: "é" }],
  ["arrayBuffer", async (response) => (await response.arrayBuffer()).byteLength, 10],
  ["bytes", async (response) => (await response.bytes()).length, 10],
  ["blob", async (response) => (await response.blob()).type, "application/json"],
  ["body", (response) => new Response(response.body).text(), '{"a":"é"}'],
  ["a clone", async (response) => [await response.clone().text(), await response.text()].join(), '{"a":"é"},{"a":"é"}'],
];

describe("a limited response", () => {
  it.each(readers)("gives its %s, and its end clears the deadline", async (_, read, expected) => {
    const { response, cleared } = counted(parts('{"a":', '"é"}'));
    expect(response).toBeInstanceOf(Response);
    expect(cleared()).toBe(false);
    expect(await read(response)).toEqual(expected);
    expect([cleared(), response.bodyUsed]).toEqual([true, true]);
  });

  it.each(readers)("fails its %s beyond the limit", async (_, read) => {
    for (const make of [() => parts("x".repeat(60), "x".repeat(60)), () => new Response("x".repeat(101))]) {
      const { response, cleared } = counted(make());
      expect(await codeOf(read(response))).toBe("response_too_large");
      expect(cleared()).toBe(true);
    }
  });

  it("is read exactly to the limit", async () => {
    expect(await counted(parts("x".repeat(60), "x".repeat(40))).response.text()).toHaveLength(LIMIT);
  });

  it("gives a form", async () => {
    const form = await counted(new Response(new URLSearchParams({ a: "1" }))).response.formData();
    expect(form.get("a")).toBe("1");
  });

  it("is read once", async () => {
    const { response } = counted(parts("1", "2"));
    expect(await response.json()).toBe(12);
    for (const read of ["text", "json", "arrayBuffer", "blob"] as const)
      await expect(response[read]()).rejects.toThrow(TypeError);
    expect(() => response.clone()).toThrow(TypeError);
    const other = counted(parts("1", "2")).response;
    other.body!.getReader();
    await expect(other.text()).rejects.toThrow(TypeError);
  });

  it("keeps one body, which is read by whoever asks first", async () => {
    const { response, cleared } = counted(parts("1", "2"));
    expect(response.body).toBe(response.body);
    expect(response.bodyUsed).toBe(false);
    expect(await response.text()).toBe("12");
    const other = counted(parts("1", "2"));
    await other.response.body!.cancel();
    expect([cleared(), other.cleared()]).toEqual([true, true]);
  });

  it("refuses at once what says that it is too large", async () => {
    expect(await codeOf((async () => counted(parts("1", "2", { "content-length": "101" })))())).toBe(
      "response_too_large",
    );
  });

  it("counts every part, so that a body of single bytes ends soon", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array([32])) });
    let pulled = 0;
    const { response } = counted(
      new Response(body.pipeThrough(new TransformStream({ transform: (part, to) => (pulled++, to.enqueue(part)) }))),
    );
    expect(await codeOf(response.text())).toBe("response_too_large");
    expect(pulled).toBeLessThan(20);
  });

  it("puts many small parts together as they were", async () => {
    const generous = createLimit({ platform: "test", bytes: 1_000_000 });
    const text = Array.from({ length: 5_000 }, (_, index) => `${index},`);
    const body = new ReadableStream({
      start: (to) => (text.forEach((each) => to.enqueue(new TextEncoder().encode(each))), to.close()),
    });
    expect(await generous(new Response(body), { clear() {} }).text()).toBe(text.join(""));
  });

  it("is one of ours where it is a look-alike", async () => {
    const alike = { status: 200, statusText: "", headers: new Headers(), body: new Response("x".repeat(101)).body };
    expect(await codeOf(counted(alike as Response).response.text())).toBe("response_too_large");
  });
});

describe("a deadline", () => {
  it.each([
    ["headers", false],
    ["body", true],
  ])("ends an answer whose %s do not come", async (_, head) => {
    const server = await listen((_, response) => void (head && response.writeHead(200).write("{")));
    try {
      const call = async () => {
        const deadline = new Deadline(150, null, () => new Error("over"));
        return limit(await fetch(server.origin, { signal: deadline.signal }), deadline).text();
      };
      await expect(call()).rejects.toThrow("over");
    } finally {
      await server.close();
    }
  });

  it("ends with the caller's signal, before and during the body", async () => {
    const server = await listen((_, response) => void response.writeHead(200).write("{"));
    try {
      const caller = new AbortController();
      const deadline = new Deadline(60_000, caller.signal, () => new Error("over"));
      const response = limit(await fetch(server.origin, { signal: deadline.signal }), deadline);
      const text = response.text();
      caller.abort(new Error("enough"));
      await expect(text).rejects.toThrow("enough");
      expect(new Deadline(60_000, caller.signal, () => new Error("over")).signal.reason).toEqual(new Error("enough"));
    } finally {
      await server.close();
    }
  });
});
