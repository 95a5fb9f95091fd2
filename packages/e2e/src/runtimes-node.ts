import { join } from "node:path";
import process from "node:process";
import { installOnDemand } from "./runtimes-install.ts";

const system = process.platform === "win32" ? "win" : process.platform;

/** A Node of a major version: this one, or one from the package registry. */
export async function nodeBinary(major: number): Promise<string | { readonly skipped: string }> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const prefix = system === "darwin" && process.arch === "arm64" ? "node-bin" : "node";
  const name = `${prefix}-${system}-${process.arch}`;
  const tools = await installOnDemand(`node-${major}`, [`${name}@${major}`]);
  if ("reason" in tools) return { skipped: tools.reason };
  return join(tools.folder, "node_modules", name, "bin", system === "win" ? "node.exe" : "node");
}
