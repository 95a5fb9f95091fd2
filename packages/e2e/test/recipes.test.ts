import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { Entry, SetOptions, Store } from "@shopauth/core";
import { storeContract } from "@shopauth/core/testing";
import { type Sandbox, startSandbox } from "@shopauth/sandbox";
import { afterAll, beforeAll, describe, it } from "vitest";
import { start, stop, until } from "../src/processes.ts";
import { installOnDemand, root } from "../src/runtimes-install.ts";
import { type App, overHttp, play } from "../src/runtimes-play.ts";
import { freePort } from "../src/services.ts";

const recipes = join(root, "packages/demo/recipes");
const folder = mkdtempSync(join(tmpdir(), "shopauth-recipes-"));
const names = ["node-http", "express", "fastify", "hono", "next", "worker"] as const;
const origins = {} as Record<(typeof names)[number], string>;
let sandbox: Sandbox;
let credentials: { STOREHIPPO_CLIENT_ID: string; STOREHIPPO_CLIENT_SECRET: string };
let store: string;
let products: number;

beforeAll(async () => {
  for (const name of names) origins[name] = `http://localhost:${await freePort()}`;
  const redirectUris = { storehippo: names.map((name) => `${origins[name]}/callback`) };
  sandbox = await startSandbox({ port: 0, redirectUris });
  const { app, stores } = sandbox.mocks.storehippo.state;
  credentials = { STOREHIPPO_CLIENT_ID: app.clientId, STOREHIPPO_CLIENT_SECRET: app.clientSecret };
  store = Object.keys(stores)[0]!;
  products = stores[store]!.records["ms.products"]!.length;
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

const environment = (name: (typeof names)[number]) => ({
  ...credentials,
  REDIRECT_URI: `${origins[name]}/callback`,
  SHOPAUTH_SECRET: "a-secret-for-this-test-of-32-characters",
  SHOPAUTH_SANDBOX: sandbox.origin,
});

const connect = (name: (typeof names)[number], app: App = overHttp) =>
  play({ origin: origins[name], app, store, products });

it.each(["node-http", "express", "fastify", "hono"] as const)("%s", async (name) => {
  const origin = origins[name];
  const cwd = mkdtempSync(join(folder, name));
  const child = start(process.execPath, ["--disable-warning=ExperimentalWarning", join(recipes, `${name}.ts`)], {
    cwd,
    env: { ...process.env, ...environment(name), PORT: new URL(origin).port },
    stdio: ["ignore", "inherit", "inherit"],
  });
  try {
    await until(() => fetch(origin).then(Boolean, () => false), 20_000, name);
    await connect(name);
  } finally {
    await stop(child);
  }
});

// The handlers are called as Next.js calls them, with Requests; `npm run e2e -- next` runs them in Next.js itself.
it("Next.js route handlers", async () => {
  Object.assign(process.env, environment("next"));
  const cwd = process.cwd();
  // The recipe keeps its database in the working folder.
  process.chdir(mkdtempSync(join(folder, "next")));
  try {
    const route = (path: string) =>
      import(join(recipes, `nextjs/app/${path}/route.ts`)) as Promise<Record<string, App>>;
    const routes = {
      "/connect": await route("connect"),
      "/callback": await route("callback"),
      "/products": await route("products"),
    };
    await connect("next", async (request) => {
      const { pathname } = new URL(request.url);
      return routes[pathname as keyof typeof routes][request.method]!(request);
    });
  } finally {
    process.chdir(cwd);
  }
});

interface Records {
  get(key: string): Promise<Entry | undefined>;
  set(key: string, value: string | undefined, options: SetOptions): Promise<boolean>;
  keys(prefix: string): Promise<string[]>;
}

/** As the recipe's own `recordsStore`, whose file only a Worker can import. */
const recordsStore = (records: Records): Store => ({
  durability: "durable",
  get: (key) => records.get(key),
  set: (key, value, options) => records.set(key, value, options),
  async *list(prefix) {
    yield* await records.keys(prefix);
  },
});

describe("Cloudflare Worker", async () => {
  const tools = await installOnDemand("worker", ["miniflare@4.20260730.0", "esbuild@0.28.2"]);
  if ("reason" in tools) {
    it("runs in miniflare", (context) => context.skip(tools.reason));
    return;
  }
  let worker: {
    ready: Promise<URL>;
    dispose(): Promise<void>;
    getDurableObjectNamespace(name: string): Promise<{ getByName(name: string): Records }>;
  };
  beforeAll(async () => {
    const esbuild = await tools.load<{ build(options: object): Promise<{ outputFiles: { text: string }[] }> }>(
      "esbuild",
    );
    const { outputFiles } = await esbuild.build({
      entryPoints: [join(recipes, "worker/worker.ts")],
      write: false,
      bundle: true,
      format: "esm",
      platform: "browser",
      external: ["cloudflare:workers"],
    });
    const { Miniflare } = await tools.load<{ Miniflare: new (options: object) => typeof worker }>("miniflare");
    worker = new Miniflare({
      modules: [{ type: "ESModule", path: "worker.js", contents: outputFiles[0]!.text }],
      compatibilityDate: "2026-07-01",
      cf: false,
      host: "localhost",
      port: Number(new URL(origins.worker).port),
      bindings: environment("worker"),
      durableObjects: { RECORDS: { className: "Records", useSQLite: true } },
    });
    await worker.ready;
  });
  afterAll(() => worker.dispose());

  it("runs in miniflare", () => connect("worker"));

  const open = async () =>
    recordsStore((await worker.getDurableObjectNamespace("RECORDS")).getByName(crypto.randomUUID()));
  for (const { name, run } of storeContract({ open })) it(`its store: ${name}`, run);
});
