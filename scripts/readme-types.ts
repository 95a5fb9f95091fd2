// Type-checks the TypeScript blocks of the Markdown files, as a strict project that uses the built packages.
// `node scripts/readme-types.ts` prints what is wrong with them.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { type Block, markdownFiles, readMarkdown, root } from "./readme-blocks.ts";

/** One program: a block and those that continue it. */
interface Program {
  readonly name: string;
  readonly blocks: readonly Block[];
}

export function programsOf(blocks: readonly Block[]): Program[] {
  const programs: { name: string; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.language !== "ts" || block.skip !== undefined) continue;
    const last = programs.at(-1);
    if (block.continues) {
      if (last?.blocks[0]?.file !== block.file) throw new Error(`${block.file}:${block.line}: continues no block`);
      last.blocks.push(block);
    } else {
      // A folder of its own that is not there, so that nothing is found by its place.
      programs.push({ name: join(root, `readme-blocks/${programs.length}.mts`), blocks: [block] });
    }
  }
  return programs;
}

/** @returns the errors, each with the file and line where it stands */
export function typeErrors(blocks: readonly Block[]): { programs: number; errors: string[] } {
  const programs = programsOf(blocks);
  const texts = new Map(
    programs.map(({ name, blocks }) => [
      name,
      blocks
        .map(({ text }) => text)
        .join("\n")
        .concat("\n;export {};\n"),
    ]),
  );
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, version, ...rest) => {
    const text = texts.get(name);
    return text === undefined
      ? getSourceFile.call(host, name, version, ...rest)
      : ts.createSourceFile(name, text, version, true);
  };
  host.fileExists = (name) => texts.has(name) || fileExists.call(host, name);
  host.readFile = (name) => texts.get(name) ?? readFile.call(host, name);
  // A reader has installed what a block imports; here it is where one of the packages has it.
  const places = globSync("packages/*/package.json", { cwd: root }).map((name) => join(root, name, "../readme.mts"));
  const own = new Map(
    places.map((place) => {
      const { name } = JSON.parse(readFileSync(join(place, "../package.json"), "utf8")) as { name: string };
      return [name, place];
    }),
  );
  host.resolveModuleNameLiterals = (literals, containing, redirected, settings, source) => {
    const from = (file: string, name: string, mode: ts.ResolutionMode) =>
      ts.resolveModuleName(name, file, settings, host, undefined, redirected, mode);
    return literals.map((literal) => {
      const mode = ts.getModeForUsageLocation(source, literal, settings);
      if (!texts.has(containing)) return from(containing, literal.text, mode);
      const self = own.get(literal.text.split("/").slice(0, 2).join("/"));
      for (const place of self ? [self] : places) {
        const found = from(place, literal.text, mode);
        if (found.resolvedModule) return found;
      }
      return { resolvedModule: undefined };
    });
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const errors = programs.flatMap(({ name, blocks }) => {
    const source = program.getSourceFile(name)!;
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
      let line = source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line;
      let at = blocks[0]!;
      for (const block of blocks) {
        at = block;
        const length = block.text.split("\n").length;
        if (line < length) break;
        line -= length;
      }
      const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
      return `${at.file}:${at.line + 1 + line}: ${message}`;
    });
  });
  return { programs: programs.length, errors };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { programs, errors } = typeErrors(markdownFiles().flatMap((file) => readMarkdown(file).blocks));
  for (const error of errors) console.error(error);
  console.log(`${programs} programs, ${errors.length} errors`);
  process.exitCode = errors.length === 0 ? 0 : 1;
}
