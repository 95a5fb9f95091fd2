import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sqliteStore } from "@shopauth/core/sqlite";
import { afterEach, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { readSettings } from "../src/environment.ts";
import { operationsOf } from "../src/operations.ts";
import { recorded, recordingFetch } from "../src/recording.ts";
import { sandboxCredentials } from "../src/sandbox-credentials.ts";
import { secretFrom } from "../src/secret-file.ts";
import { createShops, PLATFORMS } from "../src/shops.ts";

const folders: string[] = [];
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), "shopauth-page-"));
  folders.push(path);
  return path;
};
afterEach(() => {
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
});

/** `--serve` in a folder of its own; resolves with the address of the page. */
async function serve(cwd: string, env: string) {
  writeFileSync(join(cwd, ".env"), `DEMO_PORT=0\nDEMO_SANDBOX_PORT=0\n${env}`);
  const child = spawn(process.execPath, [join(import.meta.dirname, "../src/demo.ts"), "--serve"], {
    cwd,
    env: { PATH: process.env.PATH ?? "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = once(child, "exit");
  while (!output.includes("Press Ctrl+C") && child.exitCode === null) {
    await Promise.race([once(child.stdout, "data"), ended]);
  }
  return {
    output: () => output,
    origin: /Connect your shop {2}(\S+)/.exec(output)?.[1] ?? "",
    stop: async () => {
      child.kill("SIGTERM");
      return (await ended)[0];
    },
    ended,
  };
}

const connect = (origin: string, platform: string, name: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/connect/${platform}`, {
    method: "POST",
    body: new URLSearchParams({ name }),
    headers: { origin, ...headers },
    redirect: "manual",
  });

it("uses the real platforms whose credentials are in .env, and the sandbox for the others", async () => {
  const cwd = folder();
  const served = await serve(cwd, "STOREHIPPO_CLIENT_ID=real-client\nSTOREHIPPO_CLIENT_SECRET=real-client-secret\n");
  try {
    const page = await (await fetch(served.origin)).text();
    expect(page.match(/class="chip">(live|sandbox)/g)).toEqual(
      ["sandbox", "live", "sandbox", "sandbox"].map((mode) => `class="chip">${mode}`),
    );
    const real = new URL((await connect(served.origin, "storehippo", "acme")).headers.get("location") ?? "");
    expect([real.origin, real.searchParams.get("client_id")]).toEqual(["https://acme.storehippo.com", "real-client"]);
    const emulated = (await connect(served.origin, "shoporama", "")).headers.get("location");
    expect(emulated).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/www\.shoporama\.dk\//);
    expect((await connect(served.origin, "shoporama", "", { origin: "https://elsewhere.example" })).status).toBe(403);
    expect(statSync(join(cwd, "shopauth-demo.db.secret")).mode & 0o777).toBe(0o600);
  } finally {
    expect(await served.stop()).toBe(0);
  }
});

it("asks for the password where others can reach the page, and answers under its own name only", async () => {
  const origin = "https://demo.example.com";
  const secrets: [string] = ["a-secret-for-this-test-of-32-characters"];
  const shops = createShops({ credentials: sandboxCredentials, origin, secrets, store: sqliteStore(":memory:") });
  const app = createApp(shops, { origin, password: "a-long-password" });
  const status = async (path: string, headers: Record<string, string> = {}, method = "GET") =>
    (await app.request(path, { method, headers: { host: "demo.example.com", ...headers } })).status;
  const basic = (password: string) => ({ authorization: `Basic ${btoa(`anyone:${password}`)}` });
  expect(await status("/")).toBe(401);
  expect(await status("/shops", basic("a-long-passwore"))).toBe(401);
  expect(await status("/shops", basic("a-long-password"))).toBe(200);
  expect(await status("/shops", { ...basic("a-long-password"), host: "localhost:4401" })).toBe(421);
  // Shoprenter has no password; what counts there is its signature.
  expect(await status("/uninstall/shoprenter?shopname=lampabolt&hmac=0")).toBe(400);
  const form = { ...basic("a-long-password"), "content-type": "application/x-www-form-urlencoded" };
  expect(await status("/connect/shoporama", { ...form, origin: "https://elsewhere.example" }, "POST")).toBe(403);
  expect(await status("/connect/shoporama", { ...form, "sec-fetch-site": "cross-site" }, "POST")).toBe(403);
  const begun = await app.request("/connect/shoporama", {
    method: "POST",
    headers: { host: "demo.example.com", ...form, origin },
  });
  expect([begun.status, begun.headers.get("set-cookie")]).toEqual([
    303,
    expect.stringMatching(/^__Host-shopauth-shoporama-.*; HttpOnly; SameSite=Lax; Secure$/),
  ]);
});

it("ends with what is wrong, without the values", async () => {
  const served = await serve(folder(), "SHOPMY_DEVELOPER_KEY=my-developer-key\n");
  expect((await served.ended)[0]).toBe(1);
  expect(served.output()).toContain("SHOPMY_DEVELOPER_KEY is set, SHOPMY_DEVELOPER_ID is not");
  expect(served.output()).not.toContain("my-developer-key");
});

it("reads settings: nothing set is the sandbox, and a public address needs https and a password", () => {
  const none = readSettings({ SHOPMY_DEVELOPER_ID: " ", DEMO_PORT: "" });
  expect(none).toMatchObject({ live: [], port: 4401, sandboxPort: 4400, database: "shopauth-demo.db" });
  expect(none.credentials).toEqual(sandboxCredentials);
  expect(readSettings({ SHOPORAMA_APP_NAME: "My app" })).toMatchObject({
    live: ["shoporama"],
    credentials: { shoporama: { appName: "My app" } },
  });
  expect(() => readSettings({ DEMO_ORIGIN: "https://demo.example.com" })).toThrow("DEMO_PASSWORD");
  expect(() => readSettings({ DEMO_ORIGIN: "http://demo.example.com", DEMO_PASSWORD: "a-long-password" })).toThrow(
    "https",
  );
  expect(() => readSettings({ DEMO_PORT: "70000" })).toThrow("Not a port");
});

it("makes the secret once", () => {
  const path = join(folder(), "secret");
  const first = secretFrom(path);
  expect(first.length).toBeGreaterThanOrEqual(43);
  expect(secretFrom(path)).toBe(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("reads every operation that a connection's client has, and none of the flow's", async () => {
  const all = await Promise.all(PLATFORMS.map(operationsOf));
  const counts = Object.fromEntries(PLATFORMS.map((id, index) => [id, all[index]!.length]));
  expect(counts.shopmy).toBe(8);
  for (const id of PLATFORMS) expect(counts[id]).toBeGreaterThanOrEqual(8);
  for (const operation of all.flat()) {
    expect(operation.path).not.toMatch(/oauth|token$/);
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const fields = operation.fields.filter((field) => field.in === "path").map(({ name }) => name);
    expect(fields.sort()).toEqual(inPath);
    if (operation.body) expect(() => JSON.parse(operation.body!.example)).not.toThrow();
  }
  const stock = all[3]!.find(({ id }) => id === "updateProduct");
  expect(stock).toMatchObject({ method: "PUT", path: "/product/{id}", body: { required: true } });
});

it("records requests with their secrets masked, wherever a platform repeats them", async () => {
  const echo = createServer((request, response) => {
    response.setHeader("set-cookie", "session=very-secret-session");
    response.end(JSON.stringify({ you: request.headers.authorization, url: request.url }));
  });
  await new Promise<void>((resolve) => echo.listen(0, "127.0.0.1", resolve));
  const { port } = echo.address() as { port: number };
  const origin = `http://127.0.0.1:${port}`;
  try {
    const { requests, result } = await recorded(async () => {
      const call = await recordingFetch(`${origin}/call`, { headers: { authorization: "Bearer secret-token-1234" } });
      const token = { method: "POST", body: JSON.stringify({ client_secret: "the-client-secret" }) };
      await recordingFetch(`${origin}/lampabolt/app/token`, token);
      return call.text();
    });
    expect(result).toContain("secret-token-1234");
    expect(requests.map(({ method, answer }) => [method, answer?.status])).toEqual([
      ["GET", 200],
      ["POST", 200],
    ]);
    expect(JSON.stringify(requests)).not.toMatch(/secret-token-1234|the-client-secret|very-secret-session/);
    expect(requests[0]!.headers).toContainEqual(["authorization", "Bearer secr••••••••"]);
    expect(requests[0]!.answer!.body).toContain("Bearer secr••••••••");
  } finally {
    echo.close();
  }
  const failed = await recorded(() => recordingFetch(`${origin}/gone`));
  expect(failed.error).toBeInstanceOf(TypeError);
  expect(failed.requests.map(({ answer }) => answer)).toEqual([undefined]);
});
