import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { workflowErrors, workflowFiles } from "../../../scripts/workflows.ts";
import { root } from "../src/runtimes-install.ts";

const ci = readFileSync(join(root, ".github/workflows/ci.yml"), "utf8");

it.each(workflowFiles())("%s is a workflow that GitHub understands", async (file) => {
  expect(await workflowErrors(file, readFileSync(join(root, file), "utf8"))).toEqual([]);
});

it.each([
  ["a key", "runs-on: ubuntu-latest", "runs_on: ubuntu-latest", "Unexpected value 'runs_on'"],
  ["an event", "pull_request:", "pull_requests:", "Unexpected value 'pull_requests'"],
  ["a permission", "contents: read", "contents: all", "Unexpected value 'all'"],
  ["a context", "matrix.harness", "matrices.harness", "Unrecognized named-value: 'matrices'"],
  ["a key of the matrix", "matrix.harness", "matrix.harnesses", "Context access might be invalid: harnesses"],
  ["a field of the event", "github.base_ref", "github.base_reference", "Context access might be invalid"],
  ["a function", "github.event_name ==", "eventName() ==", "Unrecognized function: 'eventName'"],
  ["an expression", "matrix.harness }}", "matrix.harness == }}", "Unexpected end of expression"],
  ["an action", "actions/checkout@v4", "actions/checkout", "Expected format {owner}/{repo}"],
  ["YAML", "name: CI\non:", "name: CI\non", "Implicit keys need to be on a single line"],
])("finds what is wrong with %s, and where", async (_, right, wrong, message) => {
  expect(ci).toContain(right);
  const found = await workflowErrors("ci.yml", ci.replace(right, wrong));
  expect(found[0]).toMatch(/^ci\.yml:\d+: /);
  expect(found.join("\n")).toContain(message);
});
