import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { inspect } from "node:util";
import type { Entry, SetOptions, Store } from "@shopauth/core";
import { storeContract } from "@shopauth/core/testing";
import { type Fault, type Sandbox, startSandbox } from "@shopauth/sandbox";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
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

beforeAll(async () => {
  for (const name of names) origins[name] = `http://127.0.0.1:${await freePort()}`;
  const redirectUris = { storehippo: names.map((name) => `${origins[name]}/callback`) };
  sandbox = await startSandbox({ port: 0, redirectUris });
  const { app } = sandbox.mocks.storehippo.state;
  credentials = { STOREHIPPO_CLIENT_ID: app.clientId, STOREHIPPO_CLIENT_SECRET: app.clientSecret };
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

/** Opens the first page, connects the store that its form suggests, and reads the products. */
async function connect(name: (typeof names)[number], app: App = overHttp): Promise<void> {
  const origin = origins[name];
  const page = await app(new Request(`${origin}/`));
  expect([page.status, page.headers.get("content-type")]).toEqual([200, expect.stringMatching(/^text\/html/)]);
  const [, store] = /<form method="post" action="\/connect"><input name="store" value="(\w+)">/.exec(
    await page.text(),
  )!;
  const { stores } = sandbox.mocks.storehippo.state;
  await play({ origin, app, store: store!, products: stores[store!]!.records["ms.products"].length });
}

/** What comes of an API that fails, and then of a dead token: the answers say so, and so does the log. */
async function fail(name: (typeof names)[number], log?: () => string, app: App = overHttp): Promise<void> {
  const faults = sandbox.faults.storehippo;
  const products = async (fault: Fault) => {
    faults.add(fault);
    const response = await app(new Request(`${origins[name]}/products?store=acme`));
    faults.clear();
    return [response.status, await response.text()];
  };
  // The engine asks three times more, which takes seconds: one recipe shows it.
  if (name === "node-http") expect(await products("limited")).toEqual([502, '{"error":"Too many requests"}']);
  expect(await products("unauthorized")).toEqual([502, '{"error":"Unauthorized"}']);
  // A Worker, whose log is not read here, has no memory between requests: it asks the platform each time.
  if (!log) return;
  expect(await products("unauthorized")).toEqual([400, expect.stringMatching(/^reauthorization_required: /)]);
  await until(() => /Unauthorized.*reauthorization_required/s.test(log()), 30_000, "the log");
  expect(log()).not.toContain(sandbox.mocks.storehippo.state.tokens.at(-1)!.token);
}

it.each(["node-http", "express", "fastify", "hono"] as const)("%s", async (name) => {
  const origin = origins[name];
  const cwd = mkdtempSync(join(folder, name));
  const child = start(process.execPath, ["--disable-warning=ExperimentalWarning", join(recipes, `${name}.ts`)], {
    cwd,
    env: { ...process.env, ...environment(name), PORT: new URL(origin).port },
    stdio: ["ignore", "inherit", "pipe"],
  });
  let log = "";
  child.stderr!.on("data", (chunk) => (log += chunk));
  try {
    await until(() => child.exitCode !== null || fetch(origin).then(Boolean, () => false), 60_000, name);
    expect(log).toBe("");
    await connect(name);
    await fail(name, () => log);
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
      "/": await route("."),
      "/connect": await route("connect"),
      "/callback": await route("callback"),
      "/products": await route("products"),
    };
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const app: App = async (request) => {
      const { pathname } = new URL(request.url);
      return routes[pathname as keyof typeof routes][request.method]!(request);
    };
    await connect("next", app);
    await fail("next", () => inspect(logged.mock.calls), app);
  } finally {
    vi.restoreAllMocks();
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
      host: "127.0.0.1",
      port: Number(new URL(origins.worker).port),
      bindings: environment("worker"),
      durableObjects: { RECORDS: { className: "Records", useSQLite: true } },
    });
    await worker.ready;
  });
  afterAll(() => worker.dispose());

  it("runs in miniflare", async () => {
    await connect("worker");
    await fail("worker");
  });

  const open = async () =>
    recordsStore((await worker.getDurableObjectNamespace("RECORDS")).getByName(crypto.randomUUID()));
  for (const { name, run } of storeContract({ open })) it(`its store: ${name}`, run);
});
