import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { MerchantBrowser } from "@shopauth/demo/browser";
import { PLATFORMS, type PlatformId, type Sandbox, startSandbox } from "@shopauth/sandbox";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { until } from "../src/processes.ts";
import { root } from "../src/runtimes-install.ts";
import { freePort } from "../src/services.ts";

const command = join(root, "packages/sandbox/dist/shopauth.js");
const folder = mkdtempSync(join(tmpdir(), "shopauth-cli-"));
let data: string;
let sandbox: Sandbox;
let redirect: (platform: PlatformId) => string;

beforeAll(async () => {
  const port = await freePort();
  redirect = (platform) => `http://127.0.0.1:${port}/callback/${platform}`;
  const redirectUris = Object.fromEntries(PLATFORMS.map((id) => [id, [redirect(id)]]));
  sandbox = await startSandbox({ port: 0, redirectUris, slowness: 2500 });
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  data = mkdtempSync(join(folder, "data-"));
  for (const mock of Object.values(sandbox.mocks)) mock.reset();
});

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });

interface Run {
  readonly out: string;
  readonly error: string;
  readonly code: number | null;
}

function launch(args: readonly string[], env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, [command, ...args], {
    env: { PATH: process.env.PATH, HOME: data, XDG_DATA_HOME: data, SHOPAUTH_SANDBOX: sandbox.origin, ...env },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const said = { out: "", error: "" };
  child.stdout!.on("data", (chunk) => (said.out += chunk));
  child.stderr!.on("data", (chunk) => (said.error += chunk));
  child.stdin!.end();
  const ended = once(child, "close").then(([code]): Run => ({ ...said, code: code as number | null }));
  return { child, said, ended };
}
const shopauth = (args: readonly string[], env?: Record<string, string>) => launch(args, env).ended;

/** A browser with the cookies of one host; redirects are followed by `go`. */
function browser() {
  const cookies = new Map<string, string>();
  const step = async (url: string, form?: URLSearchParams): Promise<Response> => {
    const { origin, host } = new URL(url);
    const response = await fetch(url, {
      redirect: "manual",
      headers: { ...(cookies.has(host) && { cookie: cookies.get(host)! }), ...(form && { origin }) },
      ...(form && { method: "POST", body: form }),
    });
    const [line] = response.headers.getSetCookie();
    if (line) cookies.set(host, line.split(";")[0]!);
    return response;
  };
  const go = async (url: string, form?: URLSearchParams): Promise<{ url: string; status: number; text: string }> => {
    const response = await step(url, form);
    const location = response.headers.get("location");
    if (location) return go(new URL(location, url).href);
    return { url, status: response.status, text: await response.text() };
  };
  return { step, go };
}

/** Begins a flow and gives the address that the command prints. */
async function begin(platform: PlatformId, args: readonly string[] = []) {
  const own = platform === "shoporama" ? [] : ["--redirect-uri", redirect(platform)];
  const run = launch(["connect", platform, ...args, ...own, "--no-browser"]);
  let finished = false;
  void run.ended.then(() => (finished = true));
  await until(() => finished || /http:\S+\n/.test(run.said.error), 30_000, "the address");
  return { ...run, url: /http:\S+/.exec(run.said.error)?.[0] ?? run.said.error };
}

interface Played {
  readonly account: string[];
  readonly form: Record<string, string>;
  /** That agrees. */
  readonly button: string;
  readonly path: string;
  readonly query: string[];
}

const flows: Record<PlatformId, Played> = {
  shopmy: {
    account: [],
    form: { answer: "connect", user: "first", scope: "read_links" },
    button: "Connect",
    path: "/Links",
    query: [],
  },
  storehippo: {
    account: ["northwind-lamps"],
    form: { answer: "approve" },
    button: "Install",
    path: "/entity/ms.products",
    query: ["limit=1"],
  },
  shoprenter: {
    account: ["lampabolt"],
    form: { do: "install" },
    button: "Install app",
    path: "/products",
    query: ["limit=1", "full=1"],
  },
  shoporama: {
    account: [],
    form: { answer: "approve", shop: "first", level: "all" },
    button: "Allow",
    path: "/product",
    query: ["limit=1"],
  },
};

async function connected(platform: PlatformId, args: readonly string[] = []): Promise<Run> {
  const { account, form } = flows[platform];
  const run = await begin(platform, [...account, ...args]);
  const { go, step } = browser();
  const consent = (await step(run.url)).headers.get("location")!;
  const fields = new URLSearchParams(form);
  if (platform === "shopmy") fields.set("user", String(sandbox.mocks.shopmy.state.users[0]!.id));
  if (platform === "shoporama") fields.set("shop", String(sandbox.mocks.shoporama.state.shops[0]!.id));
  const page = await go(consent, fields);
  expect([page.status, page.text]).toEqual([200, expect.stringContaining("<h1>Connected</h1>")]);
  return run.ended;
}

describe.each(PLATFORMS)("%s", (platform) => {
  it("is connected, called, listed and disconnected; nothing secret is shown or lies open", async () => {
    const runs = [await connected(platform, ["--json"])];
    expect(runs[0]).toMatchObject({ code: 0 });
    const connection = JSON.parse(runs[0]!.out) as { account: string };
    expect(connection).toMatchObject({ platform, status: "active", owner: "shopauth" });
    const { account } = connection;
    const query = flows[platform].query.flatMap((each) => ["--query", each]);

    runs.push(await shopauth(["call", platform, account, "get", flows[platform].path, ...query]));
    expect([runs[1]!.code, runs[1]!.error]).toEqual([0, ""]);
    expect(Object.keys(JSON.parse(runs[1]!.out) as object).length).toBeGreaterThan(0);
    runs.push(await shopauth(["call", platform, account, "GET", flows[platform].path, ...query, "--json"]));
    expect(JSON.parse(runs[2]!.out)).toEqual({ status: 200, body: JSON.parse(runs[1]!.out) });

    runs.push(await shopauth(["list", platform]));
    expect(runs[3]!.out).toMatch(new RegExp(`^${platform}\t${account}\tactive\t`));
    const text = runs.map(({ out, error }) => out + error).join("");
    const files = globSync("**/*", { cwd: data, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) expect(statSync(join(file.parentPath, file.name)).mode & 0o777).toBe(0o600);
    const disk = files.map((file) => readFileSync(join(file.parentPath, file.name), "utf8")).join("");
    const secrets = issued(platform);
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect([text.includes(secret), disk.includes(secret)]).toEqual([false, false]);
    expect(text).not.toContain(readFileSync(join(data, "shopauth/sandbox/secret"), "utf8"));

    expect(await shopauth(["disconnect", platform, account])).toMatchObject({ code: 0 });
    expect(await shopauth(["call", platform, account, "GET", flows[platform].path])).toMatchObject({ code: 3 });
    expect(await shopauth(["disconnect", platform, account])).toMatchObject({ code: 3 });
    expect(await shopauth(["list", platform, "--json"])).toMatchObject({ code: 0, out: "[]\n" });
  });
});

function issued(platform: PlatformId): string[] {
  const { shopmy, storehippo, shoprenter, shoporama } = sandbox.mocks;
  switch (platform) {
    case "shopmy":
      return shopmy.state.users.flatMap(({ token }) => (token ? [token.value] : []));
    case "storehippo":
      return storehippo.state.tokens.map(({ token }) => token);
    case "shoprenter":
      return [...shoprenter.state.tokens.keys()];
    case "shoporama":
      return shoporama.state.shops.flatMap(({ keys }) => keys.map(({ value }) => value));
  }
}

describe.each([
  ["nothing registered", undefined],
  ["an app's own address registered", ["http://localhost:4000/callback"]],
] as const)("a sandbox with %s", (_, redirectUris) => {
  let plain: Sandbox;
  beforeAll(async () => {
    plain = await startSandbox({ port: 0, ...(redirectUris && { redirectUris }) });
  });
  afterAll(() => plain.close());

  it.each(PLATFORMS)("connects %s at the command's own address", async (platform) => {
    // Somebody else on this machine may be at it.
    await until(() => isFree(3000), 30_000, "port 3000");
    const { account } = flows[platform];
    const run = launch(["connect", platform, ...account, "--no-browser"], { SHOPAUTH_SANDBOX: plain.origin });
    try {
      await until(() => /http:\S+\n/.test(run.said.error), 30_000, "the address");
      const merchant = new MerchantBrowser();
      const consent = await merchant.open(/http:\S+/.exec(run.said.error)![0]);
      const page = await merchant.press(consent, flows[platform].button);
      expect([page.status, page.html]).toEqual([200, expect.stringContaining("<h1>Connected</h1>")]);
      expect(await run.ended).toMatchObject({ code: 0, out: expect.stringMatching(`^Connected ${platform}\t`) });
    } finally {
      run.child.kill();
    }
  });
});

describe("connect", () => {
  it("ends with 4 where the merchant denies, and says so in the browser and on stderr", async () => {
    const run = await begin("storehippo", ["northwind-lamps", "--json"]);
    const { go, step } = browser();
    const consent = (await step(run.url)).headers.get("location")!;
    const page = await go(consent, new URLSearchParams({ answer: "deny" }));
    expect(page.text).toContain("callback_denied");
    const { code, out, error } = await run.ended;
    expect([code, out]).toEqual([4, ""]);
    const said = JSON.parse(error.trim().split("\n").at(-1)!) as { error: { code: string; message: string } };
    expect(said.error).toMatchObject({
      code: "callback_denied",
      message: expect.stringMatching(/says: access_denied/),
    });
  });

  it("goes on after a callback that is not its own, and begins only at the address it printed", async () => {
    const run = await begin("storehippo", ["northwind-lamps"]);
    const forged = await fetch(`${redirect("storehippo")}?code=stolen&state=x`, { redirect: "manual" });
    expect([forged.status, await forged.text()]).toEqual([400, expect.stringContaining("state_missing")]);
    expect((await fetch(new URL("/", run.url))).status).toBe(404);
    const { port } = new URL(run.url);
    expect(
      (await fetch(run.url.replace("127.0.0.1", "localhost"), { redirect: "manual" }).catch(() => ({ status: 404 })))
        .status,
    ).toBe(404);
    expect(port).toBe(new URL(redirect("storehippo")).port);
    const { go, step } = browser();
    const consent = (await step(run.url)).headers.get("location")!;
    await go(consent, new URLSearchParams({ answer: "approve" }));
    expect(await run.ended).toMatchObject({
      code: 0,
      out: expect.stringContaining("Connected storehippo\tnorthwind-lamps"),
    });
  });

  it("ends with 5 when nobody comes back, and with 2 when the port is taken", async () => {
    const first = await begin("storehippo", ["northwind-lamps", "--timeout", "2"]);
    const second = await shopauth(["connect", "shopmy", "--redirect-uri", redirect("shopmy"), "--no-browser"]);
    expect(second).toMatchObject({ code: 2, error: expect.stringContaining("is taken") });
    expect(await first.ended).toMatchObject({ code: 5, error: expect.stringContaining("No callback in 2 s") });
  });
});

it.each([
  [["connect", "shopify"], 2, "Allowed choices are shopmy, storehippo, shoprenter, shoporama"],
  [["conect", "shopmy"], 2, "Did you mean connect?"],
  [["connect", "storehippo"], 2, "storehippo needs the store's name"],
  [["connect", "shoporama", "shop"], 2, "the merchant chooses it"],
  [["connect", "storehippo", "acme", "--scope", "everything"], 2, "Unknown scope everything"],
  [["connect", "storehippo", "acme", "--redirect-uri", "https://app.example/callback"], 2, "loopback"],
  [["call", "storehippo", "acme", "GET", "entity"], 2, "begins with /"],
  [["call", "storehippo", "acme", "TRACE", "/x"], 2, "One of GET"],
  [["call", "storehippo", "acme", "POST", "/x", "--data", "{"], 2, "Not JSON"],
  [["call", "storehippo", "acme", "POST", "/x", "--data", "@none.json"], 2, "Cannot read none.json: ENOENT"],
  [["connect", "storehippo", "evil.example/x"], 2, "Not a shop name"],
  [["connect", "shoprenter", "evil.example/x"], 2, "Not a shop name"],
  [["call", "storehippo", "acme", "GET", "/x", "--query", "limit"], 2, "name=value"],
  [["call", "storehippo", "evil.example/", "GET", "/x"], 2, "shop"],
  [["call", "storehippo", "acme", "GET", "/entity/ms.products"], 3, "no such connection"],
  [["call", "storehippo", "acme", "GET", "/entity/ms.products"], 3, "shopauth connect storehippo acme\n"],
  [["call", "shoporama", "4410", "GET", "/product"], 3, "shopauth connect shoporama\n"],
  [["disconnect", "shopmy", "me"], 3, "shopauth connect shopmy me\n"],
])("%j ends with %i", async (args, code, message) => {
  const run = await shopauth(args);
  expect([run.code, run.out]).toEqual([code, ""]);
  expect(run.error).toContain(message);
  expect(run.error).not.toContain("Open this address");
});

it("says that nothing is connected, but not in JSON", async () => {
  expect(await shopauth(["list"])).toEqual({ code: 0, out: "", error: "Nothing connected yet\n" });
  expect(await shopauth(["list", "--json"])).toEqual({ code: 0, out: "[]\n", error: "" });
});

it.each(["storehippo", "shoprenter"] as const)(
  "ends with 3 at the first call after %s was told to remove the app",
  async (id) => {
    await connected(id);
    const [account] = flows[id].account;
    if (id === "storehippo") sandbox.mocks.storehippo.uninstall(account!);
    else await sandbox.mocks.shoprenter.uninstall({ shop: account!, uri: redirect(id) });
    for (const _ of [1, 2]) {
      const run = await shopauth(["call", id, account!, "GET", flows[id].path]);
      expect([run.code, run.error]).toEqual([
        3,
        expect.stringContaining(`Connect it: shopauth connect ${id} ${account}\n`),
      ]);
    }
    expect((await shopauth(["list", id])).out).toContain("\trejected\t");
  },
);

it("cuts a long list of scopes on a line, and has all of them in JSON", async () => {
  const { out } = await connected("shoprenter");
  const [{ scopes }] = JSON.parse((await shopauth(["list", "--json"])).out) as [{ scopes: string[] }];
  expect(scopes.length).toBeGreaterThan(10);
  for (const line of [out, (await shopauth(["list"])).out])
    expect(line.trim().split("\t").at(-1)).toBe(`${scopes.slice(0, 6).join(",")} and ${scopes.length - 6} more`);
});

it("names the variables of a real registration that are missing, and takes them from nowhere else", async () => {
  const env = { SHOPAUTH_SANDBOX: "" };
  const run = await shopauth(["connect", "storehippo", "acme"], env);
  expect([run.code, run.error]).toEqual([
    2,
    expect.stringMatching(/SHOPAUTH_STOREHIPPO_CLIENT_ID, SHOPAUTH_STOREHIPPO_CLIENT_SECRET/),
  ]);
  const list = await shopauth(["list"], { ...env, SHOPAUTH_SHOPORAMA_APP_NAME: "My app" });
  expect([list.code, list.out]).toEqual([0, ""]);
  expect(list.error).toMatch(/shopmy \(SHOPAUTH_SHOPMY_DEVELOPER_ID/);
  expect(list.error).not.toContain("shoporama");
});

it("sends a body from a file, and ends with 1 where the API refuses", async () => {
  await connected("storehippo", ["--scope", "read_products", "write_products"]);
  const file = join(data, "product.json");
  writeFileSync(file, JSON.stringify({ name: "Desk lamp", price: 12 }));
  const account = "northwind-lamps";
  const added = await shopauth(["call", "storehippo", account, "POST", "/entity/ms.products", "--data", `@${file}`]);
  expect([added.code, added.error]).toEqual([0, ""]);
  const refused = await shopauth(["call", "storehippo", account, "GET", "/entity/ms.products/none", "--json"]);
  expect([refused.code, refused.error]).toEqual([1, "storehippo answered 404\n"]);
  expect(JSON.parse(refused.out)).toMatchObject({ status: 404 });
});

it("says what it waits for after a second, and ends with 5 where nothing answers", async () => {
  await connected("storehippo");
  const call = ["call", "storehippo", "northwind-lamps", "GET", "/entity/ms.products", "--json"];
  sandbox.faults.storehippo.add("slow");
  try {
    const run = await shopauth(call);
    expect([run.code, run.error]).toEqual([0, "GET /entity/ms.products…\n"]);
    expect(JSON.parse(run.out)).toMatchObject({ status: 200 });
  } finally {
    sandbox.faults.storehippo.clear();
  }
  const run = await shopauth(call, { SHOPAUTH_SANDBOX: `http://127.0.0.1:${await freePort()}` });
  expect([run.code, run.out]).toEqual([5, ""]);
});

it("refuses a secret that others can read, and another secret opens nothing", async () => {
  await connected("storehippo");
  const secret = join(data, "shopauth/sandbox/secret");
  chmodSync(secret, 0o644);
  expect(await shopauth(["list"])).toMatchObject({ code: 2, error: expect.stringContaining("chmod 600") });
  writeFileSync(secret, "x".repeat(43));
  chmodSync(secret, 0o600);
  const run = await shopauth(["call", "storehippo", "northwind-lamps", "GET", "/entity/ms.products"]);
  expect([run.code, run.out, run.error]).toEqual([1, "", expect.stringContaining("cannot be opened")]);
});

it("tells its commands, exit codes and variables", async () => {
  const { code, out } = await shopauth(["--help"]);
  expect(code).toBe(0);
  for (const text of ["connect", "call", "list", "disconnect", "Exit codes: 0 done", "SHOPAUTH_SHOPORAMA_APP_NAME"])
    expect(out).toContain(text);
  expect(out.replace(/\s+/g, " ")).toContain("stays valid until the merchant removes it there");
});
