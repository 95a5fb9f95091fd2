import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { type Sandbox, startSandbox } from "@shopauth/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readMarkdown } from "../../../scripts/readme-blocks.ts";
import { definitions } from "../src/definitions.ts";
import { suiteInput, writeSuite } from "../src/runtimes.ts";
import { type Installed, installOnDemand, notHere, root, run } from "../src/runtimes-install.ts";
import { installProject, PACKAGES, pack } from "../src/runtimes-pack.ts";
import { BUNDLER, bundledSize } from "../src/runtimes-size.ts";
import { PARTS, type SuiteResult } from "../src/runtimes-suite.ts";

const folder = mkdtempSync(join(tmpdir(), "shopauth-tarballs-"));
const project = join(folder, "app");
let tarballs: string[];
let sandbox: Sandbox;
/** Why there is no project to test. */
let missing: string | undefined;

/** Skips what needs tools that cannot be had here. */
const needs = (tools: Installed | { reason: string }) =>
  beforeEach((context) => context.skip("reason" in tools, "reason" in tools ? tools.reason : undefined));

beforeAll(async () => {
  sandbox = await startSandbox({
    port: 0,
    redirectUris: {
      storehippo: ["https://app.example/callback/storehippo", "http://127.0.0.1:3000/callback/storehippo"],
    },
  });
  tarballs = await pack(join(folder, "packed"));
  // An empty cache, as on the machine of somebody who installs them for the first time.
  const install = installProject(project, tarballs, ["--cache", join(folder, "cache"), "--no-fetch-retries"]);
  await install.catch((error) => {
    missing = notHere(error);
    if (missing === undefined) throw error;
  });
}, 180_000);
beforeEach((context) => context.skip(missing !== undefined, missing));
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

it("installs all of them together, each once and from its tarball", () => {
  expect(readdirSync(join(project, "node_modules/@shopauth")).sort()).toEqual([...PACKAGES].sort());
  const { packages } = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as {
    packages: Record<string, { resolved?: string; hasInstallScript?: boolean }>;
  };
  const own = Object.entries(packages).filter(([path]) => path.includes("node_modules/@shopauth/"));
  expect(own).toHaveLength(PACKAGES.length);
  for (const [, { resolved }] of own) expect(resolved).toMatch(/^file:/);
  for (const name of ["shopauth", "sandbox", "shopauth-sandbox"])
    expect(existsSync(join(project, "node_modules/.bin", name))).toBe(true);
});

it("passes the suite of all runtimes in this one", async () => {
  writeSuite(project);
  const env = { ...process.env, SUITE: JSON.stringify(suiteInput(sandbox)) };
  const { stdout } = await run(process.execPath, ["main.js"], { cwd: project, env });
  const line = stdout.split("\n").find((each) => each.startsWith("RESULT "))!;
  const { result } = JSON.parse(line.slice(7)) as { result: SuiteResult };
  expect(result).toEqual(Object.fromEntries(PARTS.map((part) => [part, ""])));
});

it("runs the README's first example as it is printed", async () => {
  sandbox.mocks.storehippo.reset();
  const { app, stores } = sandbox.mocks.storehippo.state;
  const example = readMarkdown("README.md").blocks.find(({ language }) => language === "ts")!;
  writeFileSync(join(project, "example.ts"), example.text);
  // The example speaks to the platform itself; here that is the sandbox. The shop is the one it names.
  expect(Object.keys(stores)).toContain("acme");
  writeFileSync(
    join(project, "play.js"),
    `const real = globalThis.fetch;
globalThis.fetch = (url, init) => real(String(url).replace("https://", ${JSON.stringify(`${sandbox.origin}/`)}), init);
const { connect, callback, titles } = await import("./example.ts");
const begun = await connect(new Request("https://app.example/connect", { method: "POST" }), "user-7");
const consent = await fetch(begun.headers.get("location"), { method: "POST", body: new URLSearchParams({ answer: "approve" }), redirect: "manual" });
const headers = { cookie: begun.headers.get("set-cookie").split(";")[0] };
const refused = await callback(new Request(consent.headers.get("location"), { headers }), "another user");
const done = await callback(new Request(consent.headers.get("location"), { headers }), "user-7");
console.log(JSON.stringify({
  cookie: begun.headers.get("set-cookie").split("=")[0],
  refused: refused.status,
  done: [done.status, done.headers.get("location")],
  titles: await titles("user-7"),
}));`,
  );
  const env = {
    ...process.env,
    STOREHIPPO_CLIENT_ID: app.clientId,
    STOREHIPPO_CLIENT_SECRET: app.clientSecret,
    SHOPAUTH_SECRET: "a-secret-for-this-test-of-32-characters",
    NODE_OPTIONS: "--disable-warning=ExperimentalWarning",
  };
  const { stdout } = await run(process.execPath, ["play.js"], { cwd: project, env });
  const { titles, ...rest } = JSON.parse(stdout) as { titles: string[] };
  expect(rest).toEqual({
    cookie: expect.stringMatching(/^__Host-shopauth-storehippo-/),
    refused: 403,
    done: [303, "/settings"],
  });
  expect(titles).toHaveLength(stores.acme!.records["ms.products"].length);
});

it("runs both commands from the packed sandbox", async () => {
  const bin = (name: string) => join(project, "node_modules/.bin", name);
  const help = await run(process.execPath, [bin("shopauth"), "--help"], { cwd: project });
  expect(help.stdout).toContain("Exit codes: 0 done");
  const sandboxHelp = await run(process.execPath, [bin("sandbox"), "--help"], { cwd: project });
  expect(sandboxHelp.stdout).toContain("--redirect-uri");
});

it("has source maps that lead to sources that are there", () => {
  const maps = PACKAGES.flatMap((name) => globSync(join(project, `node_modules/@shopauth/${name}/dist/*.js.map`)));
  expect(maps.length).toBeGreaterThan(PACKAGES.length);
  for (const name of ["core", "shopmy", "storehippo", "shoprenter", "shoporama", "sandbox"])
    expect(PACKAGES).toContain(name);
  for (const map of maps) {
    const { sources } = JSON.parse(readFileSync(map, "utf8")) as { sources: string[] };
    expect(sources.filter((source) => !existsSync(join(dirname(map), source)))).toEqual([]);
  }
});

it("has declaration maps that lead to sources that are there", () => {
  for (const name of PACKAGES) {
    const installed = join(project, "node_modules/@shopauth", name);
    const { exports } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as {
      exports: Record<string, string | { types: string }>;
    };
    const exported = Object.values(exports).flatMap((to) => (typeof to === "string" ? [] : join(installed, to.types)));
    const all = globSync(join(installed, "dist/**/*.d.ts"));
    expect(exported.length).toBeGreaterThan(0);
    expect(exported.filter((declarations) => !all.includes(declarations))).toEqual([]);
    for (const declarations of all) {
      const named = /^\/\/# sourceMappingURL=(.+)$/m.exec(readFileSync(declarations, "utf8"))?.[1] ?? "no map";
      expect(`${basename(declarations)} ${named}`).toBe(`${basename(declarations)} ${basename(declarations)}.map`);
      const { sources } = JSON.parse(readFileSync(`${declarations}.map`, "utf8")) as { sources: string[] };
      const source = declarations.replace(join(installed, "dist"), join(installed, "src")).replace(/\.d\.ts$/, ".ts");
      expect(sources.map((each) => join(dirname(declarations), each))).toEqual([source]);
      expect(existsSync(source), source).toBe(true);
    }
    // None is left without its declarations.
    expect(globSync(join(installed, "dist/**/*.d.ts.map"))).toHaveLength(all.length);
  }
});

describe("bundled for browsers", async () => {
  const tools = await installOnDemand("worker", BUNDLER);
  needs(tools);
  /** Bytes after minifying and brotli of a program that uses the package's create function, openapi-fetch included. */
  const budgets = [
    ["core", "createShopAuth", 18_500],
    ["shopmy", "createShopMy", 23_400],
    ["storehippo", "createStoreHippo", 24_800],
    ["shoprenter", "createShoprenter", 25_500],
    ["shoporama", "createShoporama", 23_400],
  ] as const;
  it.each(budgets)("%s is as small as promised, and what is not used goes", async (name, create, budget) => {
    if ("reason" in tools) throw new Error(tools.reason);
    const size = (code: string) => bundledSize(tools, code, project);
    const whole = await size(`import { ${create} } from "@shopauth/${name}"; console.log(${create});`);
    expect(whole.brotli).toBeLessThan(budget);
    expect(whole.brotli).toBeGreaterThan(budget / 2);
    expect((await size(`import "@shopauth/${name}";`)).minified).toBe(0);
    const one = await size(`import { redactUrl } from "@shopauth/${name}"; console.log(redactUrl);`);
    expect(one.brotli).toBeLessThan(1_000);
  });
});

const COMPILERS = { "5.9": "5.9.3", 6: "6.0.3", 7: "7.0.2" };
const compilerFolder = (version: string) => `ts${version.replace(".", "")}`;
const compilers = () =>
  installOnDemand(
    "typescript",
    Object.entries(COMPILERS).map(([name, version]) => `${compilerFolder(name)}@npm:typescript@${version}`),
  );

describe("goes from a name to its source in an editor", async () => {
  const tools = await compilers();
  needs(tools);
  /** A text of the program, where an editor goes from there, and how that line begins. */
  const ways = [
    ["createStoreHippo({", "storehippo/src/index.ts", "export function createStoreHippo("],
    ["sqliteStore(", "core/src/stores/sqlite.ts", "export function sqliteStore("],
    ["client(", "core/src/shop-auth.ts", "client("],
    ["name)", "storehippo/src/schema.ts", "name?: string;"],
    ["memoryStore,", "core/src/stores/memory.ts", "export function memoryStore("],
    ["storeContract,", "core/src/testing/store-contract.ts", "export function storeContract("],
    ["createShopMy,", "shopmy/src/index.ts", "export function createShopMy("],
    ["mockShopMy,", "shopmy/src/testing.ts", "export function mockShopMy("],
    ["createShoprenter,", "shoprenter/src/index.ts", "export function createShoprenter("],
    ["createShoporama,", "shoporama/src/index.ts", "export function createShoporama("],
    ["startSandbox,", "sandbox/src/sandbox.ts", "export async function startSandbox("],
    ["loadSpec,", "contract/src/spec.ts", "export async function loadSpec("],
  ] as const;
  const program = `
import { loadSpec } from "@shopauth/contract";
import { memoryStore } from "@shopauth/core";
import { sqliteStore } from "@shopauth/core/sqlite";
import { storeContract } from "@shopauth/core/testing";
import { startSandbox } from "@shopauth/sandbox";
import { createShopMy } from "@shopauth/shopmy";
import { mockShopMy } from "@shopauth/shopmy/testing";
import { createShoporama } from "@shopauth/shoporama";
import { createShoprenter } from "@shopauth/shoprenter";
import { createStoreHippo } from "@shopauth/storehippo";

const storehippo = createStoreHippo({
  clientId: "id",
  clientSecret: "secret",
  scopes: ["read_products"],
  secrets: ["x".repeat(32)],
  redirectUri: "https://app.example/callback",
  store: sqliteStore("shops.db"),
});
const { data } = await storehippo.client("acme").GET("/entity/ms.products");
export const names = data?.data?.map((product) => product.name);
export const all = [
  memoryStore,
  storeContract,
  createShopMy,
  mockShopMy,
  createShoprenter,
  createShoporama,
  startSandbox,
  loadSpec,
];
`;
  it.each(Object.keys(COMPILERS))("TypeScript %s", async (version) => {
    if ("reason" in tools) throw new Error(tools.reason);
    const editor = join(project, `editor-${version}`);
    mkdirSync(editor);
    const compilerOptions = { target: "ES2022", lib: ["ES2023"], module: "nodenext", strict: true, types: [] };
    writeFileSync(join(editor, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }));
    writeFileSync(join(editor, "app.ts"), program);
    const compiler = join(tools.folder, "node_modules", compilerFolder(version));
    const marks = ways.map(([mark]) => mark);
    const found = await definitions(compiler, join(editor, "app.ts"), marks);
    const installed = realpathSync(join(project, "node_modules/@shopauth"));
    const expected = ways.map(([, file, beginning]) => [join(installed, file), beginning]);
    const text = (index: number) => found[index]!.text.trim().slice(0, ways[index]![2].length);
    expect(found.map(({ file }, index) => [realpathSync(file), text(index)])).toEqual(expected);
  });
});

describe("type-checks strictly in a project without the DOM and with its libraries checked", async () => {
  const tools = await compilers();
  needs(tools);
  const program = `
import { memoryStore, type Platform } from "@shopauth/core";
import { fileStore } from "@shopauth/core/file";
import { postgresStore } from "@shopauth/core/postgres";
import { redisStore } from "@shopauth/core/redis";
import { sqliteStore } from "@shopauth/core/sqlite";
import { storeContract } from "@shopauth/core/testing";
import { createShopMy } from "@shopauth/shopmy";
import { redisStore as shopmyRedis } from "@shopauth/shopmy/redis";
import { createShoporama } from "@shopauth/shoporama";
import { fileStore as shoporamaFile } from "@shopauth/shoporama/file";
import { createShoprenter } from "@shopauth/shoprenter";
import { postgresStore as shoprenterPostgres } from "@shopauth/shoprenter/postgres";
import { createStoreHippo } from "@shopauth/storehippo";
import { sqliteStore as storehippoSqlite } from "@shopauth/storehippo/sqlite";

export const stores = [memoryStore, fileStore, postgresStore, redisStore, sqliteStore, storeContract];
export const same = [shopmyRedis, shoporamaFile, shoprenterPostgres, storehippoSqlite];
export type Any = Platform<object, object>;
const common = { secrets: ["x".repeat(32)], redirectUri: "https://app.example/callback" } as const;
const shopmy = createShopMy({ developerId: "id", developerKey: "key", ...common });
const storehippo = createStoreHippo({ clientId: "id", clientSecret: "secret", scopes: ["read_products"], ...common });
const shoprenter = createShoprenter({ clientId: "id", clientSecret: "a secret of some length", ...common });
const shoporama = createShoporama({ appName: "App", ...common });
export async function names() {
  const { data } = await storehippo.client("acme").GET("/entity/ms.products", { params: { query: { limit: 5 } } });
  const texts: (string | undefined)[] = (data?.data ?? []).map((product) => product.name);
  // @ts-expect-error there is no such path
  await shopmy.client("me").GET("/Nothing");
  // @ts-expect-error a page size is a number
  await shoprenter.client("acme").GET("/products", { params: { query: { limit: "5" } } });
  for await (const product of shoporama.client("1").paginate("/product")) texts.push(String(product.product_id));
  return texts;
}
`;
  const cases = Object.keys(COMPILERS).flatMap((version) =>
    (["nodenext", "bundler"] as const).map((resolution) => [version, resolution] as const),
  );
  it.each(cases)("TypeScript %s, %s", async (version, resolution) => {
    if ("reason" in tools) throw new Error(tools.reason);
    const name = `consumer-${version}-${resolution}`;
    writeFileSync(join(project, `${name}.ts`), program);
    const compilerOptions = {
      target: "ES2022",
      lib: ["ES2023"],
      module: resolution === "nodenext" ? "nodenext" : "esnext",
      moduleResolution: resolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      types: ["node"],
      typeRoots: [join(root, "node_modules/@types")],
      noEmit: true,
    };
    const config = join(project, `${name}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions, files: [`${name}.ts`] }));
    const compiler = join(tools.folder, `node_modules/${compilerFolder(version)}/bin/tsc`);
    const said = await run(process.execPath, [compiler, "-p", config]).then(
      () => "",
      (error: Error) => error.message,
    );
    expect(said).toBe("");
  });
});
