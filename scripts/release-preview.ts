// What a release from here would be: `node scripts/release-preview.ts [--snapshot name]`. In a copy of the tree it sets the versions that
// the changesets ask for, packs what would be published and looks into the tarballs; nothing is changed or published.
// Needs the packages to be built. In GitHub Actions the preview is also the job's summary.
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "shopauth-release-"));
const copy = join(folder, "tree");
process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

function run(cwd: string, command: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 1 << 26,
  });
  if (status === 0) return stdout;
  console.error(stdout, stderr);
  throw error ?? new Error(`${command} ${args.join(" ")} ended with ${status}`);
}

const readManifest = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Manifest;
const manifests = (tree: string) =>
  globSync("packages/*/package.json", { cwd: tree })
    .map((file) => ({ folder: dirname(join(tree, file)), ...readManifest(join(tree, file)) }))
    .filter((manifest) => !manifest.private)
    .sort((a, b) => a.name.localeCompare(b.name));

for (const file of run(root, "git", "ls-files", "-co", "--exclude-standard", "-z").split("\0")) {
  if (file === "" || !existsSync(join(root, file))) continue;
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  cpSync(join(root, file), join(copy, file));
}
const before = new Map(manifests(root).map(({ name, version }) => [name, version]));
for (const { name, folder: from } of manifests(root)) {
  const dist = join(from, "dist");
  if (!existsSync(dist)) throw new Error(`${name} is not built: pnpm exec turbo run build`);
  cpSync(dist, join(copy, from.slice(root.length), "dist"), { recursive: true });
}
run(copy, "pnpm", "install", "--frozen-lockfile", "--prefer-offline", "--loglevel=warn");
run(copy, "pnpm", "exec", "changeset", "version", ...process.argv.slice(2));
// The lockfile has to hold after a release, too.
run(copy, "pnpm", "install", "--frozen-lockfile", "--prefer-offline", "--loglevel=warn");

const out = join(folder, "tarballs");
const problems: string[] = [];
const rows: string[] = [];
const notes: string[] = [];
const after = manifests(copy);
const versions = new Map(after.map(({ name, version }) => [name, version]));
run(copy, "pnpm", "-r", ...after.flatMap(({ name }) => ["--filter", name]), "pack", "--pack-destination", out);

for (const { name, version, folder: from } of after) {
  const was = before.get(name)!;
  const tarball = join(out, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
  if (!existsSync(tarball)) {
    problems.push(`${name} ${version} was not packed`);
    continue;
  }
  const unpacked = mkdtempSync(join(folder, "look-"));
  run(folder, "tar", "-xzf", tarball, "-C", unpacked);
  const packed = readManifest(join(unpacked, "package/package.json"));
  for (const [dependency, range] of Object.entries({ ...packed.dependencies, ...packed.peerDependencies })) {
    if (/^(?:workspace|catalog|file|link):/.test(range))
      problems.push(`${name} is published with ${dependency}@${range}`);
    const own = versions.get(dependency);
    if (own !== undefined && range !== `^${own}`)
      problems.push(`${name} wants ${dependency}@${range}, released is ${own}`);
  }
  for (const file of ["README.md", "LICENSE", "dist/index.js", "dist/index.d.ts"])
    if (!existsSync(join(unpacked, "package", file))) problems.push(`${name} lacks ${file}`);
  const files = globSync("**/*", { cwd: join(unpacked, "package"), withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const kilobytes = (statSync(tarball).size / 1024).toFixed(1);
  rows.push(`| ${name} | ${was} | ${version === was ? "no release" : version} | ${kilobytes} | ${files.length} |`);
  const log = join(from, "CHANGELOG.md");
  if (version !== was && existsSync(log)) {
    const section = new RegExp(`## ${version.replaceAll(".", "\\.")}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(
      readFileSync(log, "utf8"),
    );
    if (!section) problems.push(`${name} has no changelog for ${version}`);
    else notes.push(`### ${name} ${version}\n${section[1]!.replaceAll("\n### ", "\n#### ").trimEnd()}`);
  }
}

const preview = [
  "## What a release from here would be",
  "",
  "| package | now | next | kB packed | files |",
  "| --- | --- | --- | --- | --- |",
  ...rows,
  "",
  ...notes.map((note) => `${note}\n`),
].join("\n");
console.log(preview);
if (process.env.GITHUB_STEP_SUMMARY) appendFileSync(process.env.GITHUB_STEP_SUMMARY, `${preview}\n`);
for (const problem of problems) console.error(problem);
console.log(`${rows.length} packages, ${problems.length} problems`);
process.exitCode = problems.length === 0 && rows.length > 0 ? 0 : 1;
