// Writes dist/specs/<id>.json for every specs/<id>.yaml, each with the files it refers to inside it.
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundle, createConfig } from "@redocly/openapi-core";

const specs = new URL("../../../specs/", import.meta.url);
const target = new URL("../dist/specs/", import.meta.url);
await mkdir(target, { recursive: true });
const config = await createConfig({});

for (const file of await readdir(specs)) {
  const id = /^(.+)\.yaml$/.exec(file)?.[1];
  // The linter's own settings lie next to the specs.
  if (id === undefined || id === "redocly") continue;
  const { bundle: bundled, problems } = await bundle({ ref: fileURLToPath(new URL(file, specs)), config });
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(`${id}: ${errors.map(({ message }) => message).join("; ")}`);
  await writeFile(new URL(`${id}.json`, target), JSON.stringify(bundled.parsed));
}
