import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import ts from "typescript";

const host: ts.FormatDiagnosticsHost = {
  getCanonicalFileName: (name) => name,
  getCurrentDirectory: ts.sys.getCurrentDirectory,
  getNewLine: () => "\n",
};

function demandNone(found: readonly ts.Diagnostic[]): void {
  if (found.length > 0) throw new Error(`The declarations have errors:\n${ts.formatDiagnostics(found, host)}`);
}

/** Any resolver finds `./store.d.ts` by `./store.js`; not any by `./store.ts`. As long as before: the map still holds. */
function named(declarations: string, specifiers: readonly ts.FileReference[]): string {
  let text = declarations;
  for (const { fileName, pos } of specifiers) {
    const end = pos + 1 + fileName.length;
    text = `${text.slice(0, end - 3)}.js${text.slice(end)}`;
  }
  return text;
}

/**
 * Writes dist/<path>.d.ts for src/<path>.ts of the package in this folder, each with a map that leads an editor to its
 * source: a bundled declaration file has no map. Written is what the entries' own declarations refer to.
 * @throws Error with the diagnostics where the types are wrong
 */
export function writeDeclarations(entries: readonly string[]): void {
  const config = ts.getParsedCommandLineOfConfigFile(
    "tsconfig.json",
    {
      noEmit: false,
      emitDeclarationOnly: true,
      declarationMap: true,
      rootDir: "src",
      outDir: "dist",
    },
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (found) => demandNone([found]) },
  )!;
  demandNone(config.errors);
  // Not the tests, which the configuration includes.
  const program = ts.createProgram(entries, config.options);
  demandNone(ts.getPreEmitDiagnostics(program));

  // Grows while it is walked, by what the written ones refer to.
  const sources = new Set(entries);
  for (const source of sources) {
    const write: ts.WriteFileCallback = (file, text) => {
      const imported = file.endsWith(".map") ? [] : ts.preProcessFile(text).importedFiles;
      const relative = imported.filter(({ fileName }) => /^\.{1,2}\/.*\.ts$/.test(fileName));
      for (const { fileName } of relative) sources.add(posix.join(posix.dirname(source), fileName));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, named(text, relative));
    };
    demandNone(program.emit(program.getSourceFile(source), write, undefined, true).diagnostics);
  }
}
