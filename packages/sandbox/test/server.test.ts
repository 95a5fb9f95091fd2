import { request as rawRequest } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Sandbox, startSandbox } from "../src/index.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, redirectUris: ["http://localhost:3000/back"], slowness: 60 });
});
afterAll(() => sandbox.close());

const get = (path: string, init?: RequestInit) => fetch(`${sandbox.origin}${path}`, { redirect: "manual", ...init });

test("the start page lists platforms, credentials, registered addresses and the option to set", async () => {
  const answer = await get("/");
  const text = await answer.text();
  expect(answer.status).toBe(200);
  for (const word of ["ShopMy", "StoreHippo", "Shoprenter", "Shoporama", "http://localhost:3000/back"]) {
    expect(text).toContain(word);
  }
  for (const id of ["shopmy", "storehippo", "shoprenter", "shoporama"]) {
    const listed = /<ul>(.*?)<\/ul>/s.exec(text.slice(text.indexOf(`<h2 id="${id}">`)))![1]!;
    const uris = [...listed.matchAll(/<code>(.*?)<\/code>/g)].map(([, uri]) => uri);
    // The app's own first; by both names of this machine; and where the command line waits.
    expect(uris.slice(0, 4)).toEqual([
      "http://localhost:3000/back",
      `http://127.0.0.1:3000/callback/${id}`,
      "http://127.0.0.1:3000/back",
      `http://localhost:3000/callback/${id}`,
    ]);
  }
  expect(text).toContain(`[sandbox]: &quot;${sandbox.origin}&quot;`.replaceAll("&quot;", '"'));
  expect(text).toContain(sandbox.mocks.storehippo.state.app.clientSecret);
});

test.each(["/", "/inspector", "/lampabolt.myshoprenter.hu/admin", "/www.shoporama.dk/webshop/api"])(
  "%s: nothing from outside, no framing, no caching",
  async (path) => {
    const answer = await get(path);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(answer.status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const text = await answer.text();
    expect(text).toMatch(/^<!doctype html>\s*<html lang="en">/);
    expect(text).toContain("prefers-color-scheme:dark");
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(text).not.toMatch(/\son[a-z]+="|style="/);
  },
);

test("the styles and scripts of a page are the ones its policy allows", async () => {
  const answer = await get("/inspector");
  const policy = answer.headers.get("content-security-policy")!;
  const text = await answer.text();
  for (const tag of ["style", "script"]) {
    const [, inline] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(text)!;
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(inline));
    expect(policy).toContain(`${tag}-src 'sha256-${Buffer.from(digest).toString("base64")}'`);
  }
});

test("a path that names no platform is 404, a platform's path without an emulation 501", async () => {
  expect((await get("/nothing")).status).toBe(404);
  expect((await get("/example.com/x")).status).toBe(501);
  const answer = await get("/api.shopmy.us/v1/Partners/Nothing");
  expect(answer.status).toBe(501);
  expect(await answer.json()).toEqual({
    error: "The sandbox emulates no GET https://api.shopmy.us/v1/Partners/Nothing",
  });
});

test("only a loopback name is answered, so that a rebound DNS name gets nothing", async () => {
  const { port } = new URL(sandbox.origin);
  const statusFor = (host: string) =>
    new Promise<number>((resolve, reject) => {
      rawRequest({ host: "127.0.0.1", port, path: "/", headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });
  expect(await statusFor(`evil.example:${port}`)).toBe(421);
  expect(await statusFor(`localhost:${port}`)).toBe(200);
});

test("a form of another site is refused", async () => {
  const init = { method: "POST", body: new URLSearchParams({ platform: "shopmy", fault: "slow" }) };
  expect((await get("/inspector/faults", { ...init, headers: { origin: "https://evil.example" } })).status).toBe(403);
  expect(sandbox.faults.shopmy.size).toBe(0);
});

test("a port that is taken is an error", async () => {
  await expect(startSandbox({ port: Number(new URL(sandbox.origin).port) })).rejects.toThrow(/EADDRINUSE/);
});

test("what is registered is checked", async () => {
  await expect(startSandbox({ port: 0, redirectUris: ["localhost:3000/x"] })).rejects.toThrow(/Not an http address/);
  await expect(startSandbox({ port: 0, redirectUris: { shopify: [] } as never })).rejects.toThrow(
    /no platform shopify/,
  );
});

test("close frees the port at once, open connections or not", async () => {
  const other = await startSandbox({ port: 0 });
  await fetch(other.origin);
  await other.close();
  await expect(fetch(other.origin)).rejects.toThrow();
});
