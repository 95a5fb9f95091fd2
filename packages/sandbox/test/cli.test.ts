import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => child?.kill("SIGKILL"));

function run(...options: string[]) {
  // Node runs the sources as they are; the package's other tests use them too.
  child = spawn(process.execPath, [cli, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", error: "" };
  child.stdout!.on("data", (chunk) => (said.out += chunk));
  child.stderr!.on("data", (chunk) => (said.error += chunk));
  return { child, said };
}

test("starts, registers what it is given, and stops on SIGTERM", async () => {
  const { child, said } = run(
    "--port",
    "0",
    "--redirect-uri",
    "http://localhost:5000/all",
    "--redirect-uri",
    "shopmy=http://localhost:5000/one",
  );
  await once(child.stdout!, "data");
  const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out) ?? [];
  const page = await (await fetch(origin!)).text();
  expect(page.match(/http:\/\/localhost:5000\/all/g)).toHaveLength(4);
  expect(page.match(/http:\/\/localhost:5000\/one/g)).toHaveLength(1);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  [["--port", "http"], "Not a port: http"],
  [["--redirect-uri", "shopify=http://localhost:5000/x"], "There is no platform shopify"],
  [["--prot", "3"], "Unknown option '--prot'"],
])("%j says what is wrong and how it is used", async (options, message) => {
  const { child, said } = run(...options);
  expect(await once(child, "close")).toEqual([2, null]);
  expect(said.error).toContain(message);
  expect(said.error).toContain("--redirect-uri <uri>");
});

test("a port that is taken is one line", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = other.address() as AddressInfo;
    const { child, said } = run("--port", String(port));
    expect(await once(child, "close")).toEqual([1, null]);
    expect(said.error).toMatch(new RegExp(`^.*127\\.0\\.0\\.1:${port}: another program listens there.*--port .*\n$`));
  } finally {
    other.close();
  }
});

test("--help", async () => {
  const { child, said } = run("--help");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(said.out).toContain("--port <number>");
});
