import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";

/** A place in a text as compilers count it: both from zero. */
interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Definition {
  readonly file: string;
  /** The line of the file that the editor goes to. */
  readonly text: string;
}

interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position };
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly request_seq?: number;
  readonly result?: unknown;
  readonly body?: unknown;
}

const position = (text: string, offset: number): Position => {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
};

/** Reads the messages of a stream, each after a header with its length. */
function messages(onMessage: (message: Message) => void): (data: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = Buffer.concat([rest, data]);
    for (;;) {
      const start = rest.indexOf("\r\n\r\n") + 4;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString("latin1", 0, Math.max(start, 0)))?.[1]);
      if (start < 4 || rest.length < start + length) return;
      onMessage(JSON.parse(rest.toString("utf8", start, start + length)) as Message);
      rest = rest.subarray(start + length);
    }
  };
}

/** Starts a compiler's server for editors; `ask` resolves with the answer to a request. */
function start(args: readonly string[], cwd: string, frame: (message: string) => string, answers: "body" | "result") {
  const child = spawn(process.execPath, args, { cwd, stdio: ["pipe", "pipe", "ignore"], timeout: 60_000 });
  const waiting = new Map<unknown, (answer: unknown) => void>();
  const gone = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => reject(new Error(`${args.join(" ")} ended with ${code ?? signal}`)));
  });
  gone.catch(() => {});
  const send = (message: object) => void child.stdin.write(frame(JSON.stringify(message)));
  child.stdin.on("error", () => {});
  child.stdout.on(
    "data",
    messages((message) => {
      // What the server asks of an editor has no answer here.
      if (message.method !== undefined && message.id !== undefined)
        send({ jsonrpc: "2.0", id: message.id, result: null });
      else waiting.get(message.request_seq ?? message.id)?.(message[answers]);
    }),
  );
  let last = 0;
  const ask = <Answer>(message: (id: number) => object): Promise<Answer> => {
    const id = ++last;
    const answer = new Promise<Answer>((resolve) => waiting.set(id, resolve as (answer: unknown) => void));
    send(message(id));
    return Promise.race([answer, gone]);
  };
  // The end of its input ends the compiler that bin/tsc starts, too.
  const stop = () => {
    child.stdin.end();
    child.kill();
  };
  return { send, ask, stop };
}

/** By tsserver, which editors use up to TypeScript 6. */
async function byServer(compiler: string, file: string, places: readonly Position[]): Promise<[string, Position][]> {
  const args = [join(compiler, "lib/tsserver.js"), "--disableAutomaticTypingAcquisition", "--suppressDiagnosticEvents"];
  const { send, ask, stop } = start(args, join(file, ".."), (message) => `${message}\n`, "body");
  try {
    send({ seq: 0, type: "request", command: "open", arguments: { file } });
    const found: [string, Position][] = [];
    for (const { line, character } of places) {
      const where = { file, line: line + 1, offset: character + 1 };
      const [first] = await ask<{ file: string; start: { line: number; offset: number } }[]>((seq) => ({
        seq,
        type: "request",
        command: "definition",
        arguments: where,
      }));
      if (first) found.push([first.file, { line: first.start.line - 1, character: first.start.offset - 1 }]);
    }
    return found;
  } finally {
    stop();
  }
}

/** By the language server, which is a part of the compiler from TypeScript 7 on. */
async function byProtocol(compiler: string, file: string, places: readonly Position[]): Promise<[string, Position][]> {
  const frame = (message: string) => `Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`;
  const args = [join(compiler, "bin/tsc"), "--lsp", "--stdio"];
  const { send, ask, stop } = start(args, join(file, ".."), frame, "result");
  const uri = pathToFileURL(file).href;
  try {
    const rootUri = pathToFileURL(join(file, "..")).href;
    const initialize = { processId: process.pid, rootUri, capabilities: {} };
    await ask((id) => ({ jsonrpc: "2.0", id, method: "initialize", params: initialize }));
    send({ jsonrpc: "2.0", method: "initialized", params: {} });
    const textDocument = { uri, languageId: "typescript", version: 1, text: readFileSync(file, "utf8") };
    send({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
    const found: [string, Position][] = [];
    for (const place of places) {
      const params = { textDocument: { uri }, position: place };
      const answer = await ask<Location | Location[] | null>((id) => ({
        jsonrpc: "2.0",
        id,
        method: "textDocument/definition",
        params,
      }));
      const [first] = [answer ?? []].flat();
      if (first) found.push([fileURLToPath(first.uri), first.range.start]);
    }
    return found;
  } finally {
    stop();
  }
}

/**
 * Where an editor with this compiler goes from places of a file, by "go to definition".
 * @param compiler the folder of the package `typescript`
 * @param marks texts of the file; the place is the beginning of each one's last occurrence
 */
export async function definitions(
  compiler: string,
  file: string,
  marks: readonly string[],
): Promise<readonly Definition[]> {
  const text = readFileSync(file, "utf8");
  const places = marks.map((mark) => position(text, text.lastIndexOf(mark)));
  const { version } = JSON.parse(readFileSync(join(compiler, "package.json"), "utf8")) as { version: string };
  const found = await (Number.parseInt(version, 10) < 7 ? byServer : byProtocol)(compiler, file, places);
  return found.map(([path, { line }]) => ({ file: path, text: readFileSync(path, "utf8").split("\n")[line]! }));
}
