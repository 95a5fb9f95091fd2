// What GitHub's own language service has against the workflows: keys, events, permissions, jobs, expressions and the
// contexts they name. `node scripts/workflows.ts` prints it.
import { globSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";

const root = fileURLToPath(new URL("..", import.meta.url));

// It imports its schemas as JSON without saying so, as only bundlers allow.
const hooks = registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
});
const { registerLogger, validate } = await import("@actions/languageservice");
hooks.deregister();

// It would only log that it failed itself, and find nothing.
let failure: string | undefined;
const ignore = () => {};
registerLogger({ info: ignore, log: ignore, warn: ignore, error: (message) => (failure = message) });

let texts = 0;
/** @returns what is wrong, each with its line */
export async function workflowErrors(file: string, text: string): Promise<string[]> {
  // It remembers what it read by the address alone.
  const address = `${pathToFileURL(join(root, file)).href}?${++texts}`;
  failure = undefined;
  const found = await validate(TextDocument.create(address, "yaml", 1, text));
  if (failure !== undefined) throw new Error(failure);
  return found.map(({ message, range }) => `${file}:${range.start.line + 1}: ${message}`);
}

export const workflowFiles = (): string[] => globSync(".github/workflows/*.{yml,yaml}", { cwd: root }).sort();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = workflowFiles();
  const found: string[] = [];
  for (const file of files) found.push(...(await workflowErrors(file, readFileSync(join(root, file), "utf8"))));
  for (const each of found) console.error(each);
  console.log(`Checked ${files.length} workflows: ${found.length} faults.`);
  process.exitCode = found.length === 0 && files.length > 0 ? 0 : 1;
}
