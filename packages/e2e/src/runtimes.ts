import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { type Sandbox, startSandbox } from "@shopauth/sandbox";
import { SHOPMY_APP } from "@shopauth/shopmy/testing";
import { SHOPORAMA_APP } from "@shopauth/shoporama/testing";
import { SHOPRENTER_APP } from "@shopauth/shoprenter/testing";
import ts from "typescript";
import type { Harness } from "./figures.ts";
import { figures } from "./figures.ts";
import { temporaryFolder } from "./processes.ts";
import { installOnDemand, root, run } from "./runtimes-install.ts";
import { nodeBinary } from "./runtimes-node.ts";
import { installProject, pack } from "./runtimes-pack.ts";
import { PARTS, type SuiteInput, type SuiteResult } from "./runtimes-suite.ts";

/** What the runtimes are given: the project with the tarballs, and the suite in it, as a module and bundled. */
interface Given {
  readonly project: string;
  readonly bundle: (format: "esm" | "iife") => Promise<string>;
}

interface Ran {
  readonly version: string;
  readonly result: SuiteResult;
}

interface Runtime {
  readonly name: string;
  /** @returns the reason where it cannot be had here */
  run(given: Given, input: SuiteInput): Promise<Ran | { skipped: string }>;
}

/** Prints one line of JSON, in every runtime that has a command line. */
const MAIN = `
import { suite } from "./suite.js";
const version = globalThis.Bun?.version ?? globalThis.Deno?.version.deno ?? process.versions.node;
console.log("RESULT " + JSON.stringify({ version, result: await suite(JSON.parse(process.env.SUITE)) }));
`;

async function byCommand(
  command: string,
  args: readonly string[],
  { project }: Given,
  input: SuiteInput,
): Promise<Ran> {
  const env = { ...process.env, SUITE: JSON.stringify(input), NODE_OPTIONS: "", NO_COLOR: "1" };
  const { stdout, stderr } = await run(command, [...args, "main.js"], { cwd: project, env });
  const line = stdout.split("\n").find((each) => each.startsWith("RESULT "));
  if (!line) throw new Error(`${command} printed no result:\n${stdout}${stderr}`);
  return JSON.parse(line.slice("RESULT ".length)) as Ran;
}

const WORKER_TOOLS = ["miniflare@4.20260730.0", "esbuild@0.28.2"];

function node(major: number): Runtime {
  return {
    name: `Node ${major}`,
    async run(given, input) {
      const binary = await nodeBinary(major);
      if (typeof binary !== "string") return binary;
      return byCommand(binary, [], given, input);
    },
  };
}

const RUNTIMES: readonly Runtime[] = [
  ...[20, 22, 24, 26].map(node),
  {
    name: "Bun",
    async run(given, input) {
      const tools = await installOnDemand("bun", ["bun@1.4.5"]);
      if ("reason" in tools) return { skipped: tools.reason };
      const os = process.platform === "win32" ? "windows" : process.platform;
      const arch = process.arch === "arm64" ? "aarch64" : process.arch;
      const binary = join(tools.folder, `node_modules/@oven/bun-${os}-${arch}/bin/bun`);
      if (!existsSync(binary)) return { skipped: `bun has no build for ${os} ${arch}` };
      return byCommand(binary, [], given, input);
    },
  },
  {
    name: "Deno",
    async run(given, input) {
      const tools = await installOnDemand("deno", ["deno@2.9.6"]);
      if ("reason" in tools) return { skipped: tools.reason };
      const command = [join(tools.folder, "node_modules/deno/bin.cjs"), "run", "--allow-all", "--no-remote"];
      return byCommand(process.execPath, command, given, input);
    },
  },
  {
    name: "workerd",
    async run(given, input) {
      const tools = await installOnDemand("worker", WORKER_TOOLS);
      if ("reason" in tools) return { skipped: tools.reason };
      const suite = await given.bundle("esm");
      const main = `import { suite } from "./suite.js";
export default { fetch: async (request) => Response.json(await suite(await request.json())) };`;
      const { Miniflare } = await tools.load<{
        Miniflare: new (
          options: object,
        ) => {
          dispatchFetch(url: string, init: object): Promise<Response>;
          dispose(): Promise<void>;
        };
      }>("miniflare");
      const worker = new Miniflare({
        modules: [
          { type: "ESModule", path: "main.js", contents: main },
          { type: "ESModule", path: "suite.js", contents: suite },
        ],
        compatibilityDate: "2026-07-01",
        cf: false,
      });
      try {
        const answer = await worker.dispatchFetch("http://suite/", { method: "POST", body: JSON.stringify(input) });
        const text = await answer.text();
        if (!answer.ok) throw new Error(`workerd: ${text.slice(0, 500)}`);
        const manifest = join(tools.folder, "node_modules/workerd/package.json");
        const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
        return { version, result: JSON.parse(text) as SuiteResult };
      } finally {
        await worker.dispose();
      }
    },
  },
  {
    name: "Edge runtime",
    async run(given, input) {
      const tools = await installOnDemand("edge", ["@edge-runtime/vm@5.0.0"]);
      if ("reason" in tools) return { skipped: tools.reason };
      const { EdgeVM } = await tools.load<{ EdgeVM: new () => { evaluate(code: string): Promise<string> } }>(
        "@edge-runtime/vm",
      );
      const vm = new EdgeVM();
      const code = `${await given.bundle("iife")}; suite.suite(${JSON.stringify(input)}).then(JSON.stringify)`;
      return { version: "5.0.0", result: JSON.parse(await vm.evaluate(code)) as SuiteResult };
    },
  },
];

/** The suite's input for a sandbox with the default registrations. */
export function suiteInput({ origin, mocks }: Sandbox): SuiteInput {
  const redirectUri = (platform: string) => `http://127.0.0.1:3000/callback/${platform}`;
  const { clientId, clientSecret } = mocks.storehippo.state.app;
  return {
    origin,
    storehippo: {
      clientId,
      clientSecret,
      store: Object.keys(mocks.storehippo.state.stores)[0]!,
      redirectUri: redirectUri("storehippo"),
    },
    shopmy: {
      developerId: SHOPMY_APP.developerId,
      developerKey: SHOPMY_APP.developerKey,
      user: String(mocks.shopmy.state.users[0]!.id),
      redirectUri: redirectUri("shopmy"),
    },
    shoprenter: {
      clientId: SHOPRENTER_APP.clientId,
      clientSecret: SHOPRENTER_APP.clientSecret,
      shop: "lampabolt",
      redirectUri: redirectUri("shoprenter"),
    },
    shoporama: {
      appName: SHOPORAMA_APP.appName,
      shop: String(mocks.shoporama.state.shops[0]!.id),
      redirectUri: redirectUri("shoporama"),
    },
  };
}

/** Puts the suite into a project, as a module that imports the installed packages. */
export function writeSuite(project: string): void {
  const source = readFileSync(join(root, "packages/e2e/src/runtimes-suite.ts"), "utf8");
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  writeFileSync(join(project, "suite.js"), outputText);
  writeFileSync(join(project, "main.js"), MAIN);
}

/** The suite, packed and installed as users have it, in every runtime that can be had here. */
export const runtimes: Harness = async ({ log }) => {
  const found = figures();
  const folder = await temporaryFolder("runtimes");
  const project = join(folder, "app");
  await installProject(
    project,
    await pack(join(folder, "packed"), ["core", "shopmy", "storehippo", "shoprenter", "shoporama"]),
  );
  writeSuite(project);
  log("packed and installed");
  const given: Given = {
    project,
    async bundle(format) {
      const tools = await installOnDemand("worker", WORKER_TOOLS);
      if ("reason" in tools) throw new Error(tools.reason);
      const { build } = await tools.load<{ build(options: object): Promise<{ outputFiles: { text: string }[] }> }>(
        "esbuild",
      );
      const { outputFiles } = await build({
        entryPoints: [join(project, "suite.js")],
        bundle: true,
        write: false,
        format,
        globalName: "suite",
        platform: "browser",
        target: "es2022",
      });
      return outputFiles[0]!.text;
    },
  };

  const rows: { name: string; ran: Ran | { skipped: string } }[] = [];
  for (const runtime of RUNTIMES) {
    const sandbox = await startSandbox({ port: 0 });
    try {
      const ran = await runtime.run(given, suiteInput(sandbox));
      rows.push({ name: runtime.name, ran });
      if ("skipped" in ran) log(`${runtime.name}: skipped, ${ran.skipped}`);
      else {
        const failed = PARTS.filter((part) => ran.result[part] !== "");
        log(`${runtime.name} ${ran.version}: ${failed.length === 0 ? "all parts" : ""}`);
        for (const part of failed) log(`  ${part}: ${ran.result[part]}`);
        found.exactly(`${runtime.name} ${ran.version}: parts that fail`, failed.length, 0);
      }
    } finally {
      await sandbox.close();
    }
  }
  const table = tableOf(rows);
  console.log(`\n${table}\n`);
  const ran = rows.filter(({ ran }) => !("skipped" in ran)).length;
  found.note("runtimes that ran", ran);
  found.note("runtimes skipped", rows.length - ran);
  // A table with holes would tell readers less than the one that is there.
  if (ran === rows.length) found.note("README.md", writeTable(table) ? "rewritten" : "as it was");
  else found.note("README.md", "not touched, as runtimes were skipped");
  return found;
};

function tableOf(rows: readonly { name: string; ran: Ran | { skipped: string } }[]): string {
  const cells = rows.map(({ name, ran }) =>
    "skipped" in ran
      ? [name, "not run", ...PARTS.map(() => "")]
      : [name, ran.version, ...PARTS.map((part) => (ran.result[part] === "" ? "yes" : "**no**"))],
  );
  const head = ["runtime", "version", ...PARTS];
  // Aligned, as the formatter wants it.
  const widths = head.map((_, column) => Math.max(...[head, ...cells].map((row) => row[column]!.length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...cells.map(line)].join("\n");
}

const [BEGIN, END] = ["<!-- runtimes: written by `npm run e2e -- runtimes` -->", "<!-- /runtimes -->"];

/** Puts the table between its markers. Returns whether that changed anything. */
export function writeTable(table: string, file = join(root, "README.md")): boolean {
  const before = readFileSync(file, "utf8");
  const [start, end] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${pathToFileURL(file).href} has no markers for the table of runtimes`);
  const after = `${before.slice(0, start + BEGIN.length)}\n\n${table}\n\n${before.slice(end)}`;
  if (after !== before) writeFileSync(file, after);
  return after !== before;
}
