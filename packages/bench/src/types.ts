import { join } from "node:path";
import ts from "typescript";
import { type ClientKind, type ClientProgram, programText } from "./clients.ts";

export interface Checked {
  readonly instantiations: number;
  /** Milliseconds of the processor for reading, binding and checking everything. */
  readonly ms: number;
  readonly errors: readonly string[];
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ["lib.es2023.d.ts"],
  types: ["node"],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Where the programs seem to be: their packages are resolved from here. */
const FILE = join(import.meta.dirname, "program.ts");

/** Checks a program as `tsc --noEmit` does, with its counts (those of `--extendedDiagnostics`). */
export function check(program: ClientProgram, kind: ClientKind, misuse = false): Checked {
  const text = programText(program, kind, misuse);
  const start = process.cpuUsage().user;
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === FILE ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  host.fileExists = (name) => name === FILE || fileExists(name);
  host.readFile = (name) => (name === FILE ? text : readFile(name));
  const compiled = ts.createProgram([FILE], OPTIONS, host);
  const found = ts.getPreEmitDiagnostics(compiled);
  return {
    instantiations: compiled.getInstantiationCount(),
    ms: (process.cpuUsage().user - start) / 1000,
    errors: found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  };
}

export interface Completed {
  readonly names: readonly string[];
  /** Milliseconds of the processor until the first list, and for each of the following, after a key stroke. */
  readonly first: number;
  readonly warm: readonly number[];
}

/** Asks, as an editor does, what can stand inside of `api.GET("/` of a platform's client. */
export function complete(program: ClientProgram, kind: ClientKind = "ours", times = 5): Completed {
  let version = 0;
  const head = programText({ ...program, calls: [] }, kind);
  const text = (typed: string) => `${head}await api.GET("${typed}");\nexport {};\n`;
  let current = text("/");
  const service = ts.createLanguageService({
    getCompilationSettings: () => OPTIONS,
    getScriptFileNames: () => [FILE],
    getScriptVersion: (file) => (file === FILE ? String(version) : "0"),
    getScriptSnapshot: (file) => {
      const content = file === FILE ? current : ts.sys.readFile(file);
      return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
    },
    getCurrentDirectory: () => import.meta.dirname,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (file) => file === FILE || ts.sys.fileExists(file),
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  });
  const ask = (typed: string): [number, string[]] => {
    current = text(typed);
    version++;
    const start = process.cpuUsage().user;
    const at = current.indexOf(`"${typed}"`) + 1 + typed.length;
    const list = service.getCompletionsAtPosition(FILE, at, {})?.entries.map((entry) => entry.name) ?? [];
    return [(process.cpuUsage().user - start) / 1000, list];
  };
  const [first] = ask("/");
  const warm: number[] = [];
  let names: string[] = [];
  for (let index = 0; index < times; index++) {
    const [ms, list] = ask(index % 2 ? "/" : "/p");
    warm.push(ms);
    names = list;
  }
  service.dispose();
  return { names, first, warm };
}
