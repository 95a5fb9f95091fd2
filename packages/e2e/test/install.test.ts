import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { installOnDemand, notHere, root } from "../src/runtimes-install.ts";
import { freePort } from "../src/services.ts";

const name = "install-test";
const folder = join(root, ".tools", name);
afterEach(() => {
  vi.unstubAllEnvs();
  for (const suffix of ["", "-cache"]) rmSync(folder + suffix, { recursive: true, force: true });
});

/** npm with nothing in its cache asks this registry. */
function install(registry: string) {
  vi.stubEnv("npm_config_registry", registry);
  vi.stubEnv("npm_config_cache", `${folder}-cache`);
  vi.stubEnv("npm_config_fetch_retry_mintimeout", "10");
  return installOnDemand(name, ["openapi-fetch@0.17.0"]);
}

it("tells why nothing can be installed where the registry cannot be reached", async () => {
  const registry = `http://127.0.0.1:${await freePort()}`;
  expect(await install(registry)).toEqual({
    reason: "npm install openapi-fetch@0.17.0: the package registry cannot be reached: ECONNREFUSED",
  });
});

it("fails where the registry answers that it does not have it, or badly", async () => {
  let status = 404;
  const server = createServer((_, response) => response.writeHead(status).end("{}"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await expect(install(registry)).rejects.toThrow("npm error code E404");
    status = 503;
    await expect(install(registry)).rejects.toThrow("npm error code E503");
    status = 200;
    await expect(install(registry)).rejects.toThrow("npm error");
  } finally {
    server.close();
  }
});

it("knows by npm's own code what cannot be had, and takes nothing else for it", () => {
  const said = (code: string) => notHere(new Error(`npm install ended with 1:\nnpm error code ${code}\nnpm error x`));
  for (const code of ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ERR_SOCKET_TIMEOUT"])
    expect(said(code)).toBe(`the package registry cannot be reached: ${code}`);
  expect(said("EBADPLATFORM")).toContain(process.platform);
  for (const code of ["E404", "ETARGET", "EINTEGRITY", "ERESOLVE", "EACCES", "ENOENT", "E401", "CERT_HAS_EXPIRED"])
    expect(said(code)).toBeUndefined();
  expect(notHere(new Error("npm install ended with SIGKILL:"))).toBeUndefined();
  expect(notHere(new Error("a test got ECONNREFUSED"))).toBeUndefined();
});
