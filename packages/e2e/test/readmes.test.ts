import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { expect, it } from "vitest";
import { brokenLinks, markdownFiles, readMarkdown, slug } from "../../../scripts/readme-blocks.ts";
import { typeErrors } from "../../../scripts/readme-types.ts";
import { root, run } from "../src/runtimes-install.ts";

const files = markdownFiles().map(readMarkdown);
const blocks = files.flatMap((file) => file.blocks);

it("has the READMEs that a reader looks for", () => {
  const names = files.map(({ file }) => file);
  for (const name of ["core", "shopmy", "storehippo", "shoprenter", "shoporama", "sandbox"])
    expect(names).toContain(`packages/${name}/README.md`);
  expect(names).toContain("README.md");
  expect(names).toContain("packages/demo/recipes/README.md");
});

it("type-checks every TypeScript block against the built packages", () => {
  const { programs, errors } = typeErrors(blocks);
  expect(errors).toEqual([]);
  expect(programs).toBeGreaterThan(10);
});

it("finds what is wrong with a block, and where", () => {
  const block = { file: "X.md", line: 3, language: "ts", continues: false };
  const { errors } = typeErrors([
    {
      ...block,
      text: 'import { createStoreHippo } from "@shopauth/storehippo";\n\ncreateStoreHippo({ clientID: "x" });',
    },
    { ...block, line: 9, text: 'import { none } from "@shopauth/core";' },
    { ...block, line: 12, continues: true, text: "const text: string = 7;" },
  ]);
  expect(errors.map((error) => error.slice(0, 40))).toEqual([
    expect.stringMatching(/^X\.md:6: /),
    expect.stringMatching(/^X\.md:10: Module .*@shopauth\/core/),
    expect.stringMatching(/^X\.md:13: Type 'number'/),
  ]);
});

it("runs the tests that the platforms' READMEs show, each in its package", async () => {
  const tests = blocks.filter(({ text, file }) => /from "vitest"/.test(text) && /^packages\/\w+\/README/.test(file));
  expect(tests.length).toBeGreaterThanOrEqual(5);
  const name = "test-results/readme";
  const folders = [...new Set(tests.map(({ file }) => join(root, dirname(file), name)))];
  const config = join(folders[0]!, "vitest.config.mjs");
  const output = join(folders[0]!, "report.json");
  try {
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    for (const { file, line, text } of tests)
      writeFileSync(join(root, dirname(file), name, `line-${line}.test.ts`), text);
    writeFileSync(
      config,
      `export default { test: { include: ["packages/*/${name}/*.test.ts"], reporters: ["json"], outputFile: ${JSON.stringify(output)} } };`,
    );
    const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
    const { VITEST: _, VITEST_MODE: __, VITEST_POOL_ID: ___, NODE_ENV: ____, ...env } = process.env;
    await run(process.execPath, [vitest, "run", "--root", root, "--config", config], {
      cwd: root,
      env,
    });
    const report = JSON.parse(readFileSync(output, "utf8")) as { numPassedTests: number; numTotalTests: number };
    expect(report.numPassedTests).toBe(report.numTotalTests);
    expect(report.numPassedTests).toBeGreaterThanOrEqual(tests.length);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});

it("says why a block is not checked", () => {
  for (const { skip = "a reason" } of blocks) expect(skip.length).toBeGreaterThan(5);
  expect(blocks.filter(({ language }) => language === "typescript" || language === "tsx")).toEqual([]);
});

it("has no link that leads nowhere", () => {
  expect(brokenLinks(files)).toEqual([]);
  expect(files.flatMap(({ links }) => links).length).toBeGreaterThan(20);
});

it("sees links and images, as Markdown and as HTML", () => {
  const name = "test-results/images.md";
  mkdirSync(join(root, "packages/e2e/test-results"), { recursive: true });
  writeFileSync(
    join(root, "packages/e2e", name),
    `![a picture](nowhere.svg) and [one](../README.md)

[![a badge](none.svg)](none.md) <img alt="x" src="missing.png"> <a href="gone.md">x</a>

[later]: lost.md
\`[code](is.none)\`
`,
  );
  try {
    expect(
      brokenLinks([readMarkdown(`packages/e2e/${name}`)]).map((line) => line.replace(/^.*images\.md:/, "")),
    ).toEqual(
      ["nowhere.svg", "none.svg", "none.md", "missing.png", "gone.md", "lost.md"].map(
        (target, at) => `${at === 0 ? 1 : at < 5 ? 3 : 5}: there is no ${target}`,
      ),
    );
  } finally {
    rmSync(join(root, "packages/e2e", name));
  }
  expect(files.find(({ file }) => file === "README.md")!.links.map(({ target }) => target)).toContain(
    ".github/flow.svg",
  );
});

it("tells a broken link, and makes anchors as GitHub does", () => {
  const file = {
    ...files[0]!,
    links: [
      { line: 1, target: "nowhere.md" },
      { line: 2, target: "#nothing" },
    ],
  };
  expect(brokenLinks([file])).toHaveLength(2);
  expect(slug("`state_missing`")).toBe("state_missing");
  expect(slug("What's new? A & B")).toBe("whats-new-a--b");
});
