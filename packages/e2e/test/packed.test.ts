import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Sandbox, startSandbox } from "@shopauth/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notHere } from "../src/runtimes-install.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "shopauth-packed-"));
const project = join(folder, "app");
const { version } = JSON.parse(readFileSync(join(root, "packages/core/package.json"), "utf8")) as { version: string };
const REDIRECT = "http://127.0.0.1:3000/callback/storehippo";

/** What a developer writes on the first afternoon; the merchant's click is the one fetch in the middle. */
const app = (types: boolean) => `
import { createStoreHippo, isShopAuthError, sandbox } from "@shopauth/storehippo";
import { sqliteStore } from "@shopauth/storehippo/sqlite";

const storehippo = createStoreHippo({
  clientId: process.env.CLIENT_ID${types ? "!" : ""},
  clientSecret: process.env.CLIENT_SECRET${types ? "!" : ""},
  redirectUri: "${REDIRECT}",
  scopes: ["read_products"],
  secrets: ["a-secret-for-this-test-of-32-characters"],
  store: sqliteStore("shopauth.db"),
  [sandbox]: process.env.SANDBOX,
});
const store${types ? ": string" : ""} = process.env.STORE${types ? "!" : ""};
const { url, flow } = await storehippo.authorizationUrl({ store, owner: "ann" });
const consent = await fetch(url, { method: "POST", body: new URLSearchParams({ answer: "approve" }), redirect: "manual" });
const { connection } = await storehippo.exchange({ query: new URL(consent.headers.get("location")${types ? "!" : ""}).search, flow, owner: "ann" });
const { data } = await storehippo.client(store, { owner: "ann" }).GET("/entity/ms.products", { params: { query: { limit: 3 } } });
${types ? "const names: (string | undefined)[] = (data?.data ?? []).map((product) => product.name);" : "const names = data.data.map((product) => product.name);"}
const refused = await storehippo.client("never-connected").GET("/entity/ms.products").catch((error${types ? ": unknown" : ""}) => isShopAuthError(error) && error.code);
console.log(JSON.stringify({ account: connection.account, names: names.length, refused }));
`;

describe("the packed packages in an empty project", () => {
  let sandbox: Sandbox;
  let missing: string | undefined;

  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, redirectUris: { storehippo: [REDIRECT] } });
    mkdirSync(project);
    for (const name of ["core", "storehippo"])
      await run("pnpm", ["pack", "--pack-destination", folder], { cwd: join(root, "packages", name) });
    const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
    expect(tarballs).toHaveLength(2);
    writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
    // Both tarballs, as core has to come from here too; from a registry the platform package alone brings it.
    await run(
      "npm",
      [
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--fetch-retries=1",
        ...tarballs.map((name) => join(folder, name)),
      ],
      { cwd: project },
    ).catch((error) => {
      missing = notHere(error);
      if (missing === undefined) throw error;
    });
  }, 120_000);
  beforeEach((context) => context.skip(missing !== undefined, missing));
  afterAll(async () => {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (file: string, cwd = project) => {
    const { credentials, store } = sandboxStore(sandbox);
    const { stdout } = await run(process.execPath, [file], {
      cwd,
      env: { ...process.env, ...credentials, STORE: store, SANDBOX: sandbox.origin },
    });
    return { output: JSON.parse(stdout) as unknown, store };
  };

  it("brings four packages and nothing else", () => {
    const modules = join(project, "node_modules");
    const installed = readdirSync(modules).flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((each) => `${name}/${each}`) : [name],
    );
    expect(installed.filter((name) => !name.startsWith("."))).toEqual([
      "@shopauth/core",
      "@shopauth/storehippo",
      "openapi-fetch",
      "openapi-typescript-helpers",
    ]);
  });

  it("runs in plain JavaScript", async () => {
    writeFileSync(join(project, "app.js"), app(false));
    const { output, store } = await start("app.js");
    expect(output).toEqual({ account: store, names: expect.any(Number), refused: "not_connected" });
  });

  it("runs where a package sees only what it depends on itself", async () => {
    const isolated = join(folder, "isolated");
    mkdirSync(isolated);
    const tarball = (name: string) => `file:${join(folder, `shopauth-${name}-${version}.tgz`)}`;
    const manifest = { private: true, type: "module", dependencies: { "@shopauth/storehippo": tarball("storehippo") } };
    writeFileSync(join(isolated, "package.json"), JSON.stringify(manifest));
    const settings = `nodeLinker: isolated\noverrides:\n  "@shopauth/core": ${JSON.stringify(tarball("core"))}\n`;
    writeFileSync(join(isolated, "pnpm-workspace.yaml"), settings);
    await run("pnpm", ["install", "--ignore-scripts", "--no-frozen-lockfile"], { cwd: isolated });
    expect(readdirSync(join(isolated, "node_modules/@shopauth"))).toEqual(["storehippo"]);
    sandbox.mocks.storehippo.reset();
    writeFileSync(join(isolated, "app.js"), app(false));
    const { output, store } = await start("app.js", isolated);
    expect(output).toEqual({ account: store, names: expect.any(Number), refused: "not_connected" });
  }, 120_000);

  it("type-checks strictly (nodenext, no DOM, libraries checked too) and runs in TypeScript", async () => {
    writeFileSync(join(project, "main.ts"), app(true));
    const options = {
      target: "ES2022",
      lib: ["ES2023"],
      module: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      outDir: "out",
    };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["main.ts"] }));
    await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project]).catch(
      (error: { stdout: string }) => expect.unreachable(error.stdout),
    );
    rmSync(join(project, "shopauth.db"), { force: true });
    sandbox.mocks.storehippo.reset();
    const { output, store } = await start("out/main.js");
    expect(output).toEqual({ account: store, names: expect.any(Number), refused: "not_connected" });
  });

  it("holds what it should: built files, sources, README, licence, and no scripts that run on install", async () => {
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".tgz"))) {
      const { stdout } = await run("tar", ["-tzf", join(folder, name)]);
      const files = stdout.trim().split("\n");
      expect(files).toContain("package/README.md");
      expect(files).toContain("package/LICENSE");
      expect(files).toContain("package/dist/index.js");
      expect(
        files.filter(
          (file) =>
            !/^package\/(?:dist|src)\/|^package\/(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/.test(file),
        ),
      ).toEqual([]);
      const { stdout: manifest } = await run("tar", ["-xzOf", join(folder, name), "package/package.json"]);
      const { scripts = {}, dependencies = {} } = JSON.parse(manifest) as {
        scripts?: Record<string, string>;
        dependencies?: Record<string, string>;
      };
      expect(Object.keys(scripts).filter((script) => /install|prepare/.test(script))).toEqual([]);
      expect(JSON.stringify(dependencies)).not.toMatch(/workspace|catalog/);
    }
  });
});

function sandboxStore(sandbox: Sandbox) {
  const { app, stores } = sandbox.mocks.storehippo.state;
  return { store: Object.keys(stores)[0]!, credentials: { CLIENT_ID: app.clientId, CLIENT_SECRET: app.clientSecret } };
}
