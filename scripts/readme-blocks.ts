// What is in the Markdown files of the repository: code blocks, links and images, headings.
// A block that follows `<!-- continues -->` is one program with the block before it; one that follows
// `<!-- not checked: reason -->` is left alone.
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

export interface Block {
  readonly file: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** Why it is not checked. */
  readonly skip?: string;
  readonly continues: boolean;
}

export interface Markdown {
  readonly file: string;
  readonly blocks: readonly Block[];
  /** And images. */
  readonly links: readonly { readonly line: number; readonly target: string }[];
  /** What `#…` may name. */
  readonly anchors: ReadonlySet<string>;
}

/** Every Markdown file that a reader sees. */
export function markdownFiles(): string[] {
  const patterns = ["*.md", "packages/*/README.md", "packages/*/*/README.md", "specs/*.md", ".github/*.md"];
  return globSync(patterns, { cwd: root, exclude: (name) => name === "node_modules" })
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
}

/** The anchor that GitHub gives a heading. */
export function slug(heading: string): string {
  const text = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

export function readMarkdown(file: string): Markdown {
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const blocks: Block[] = [];
  const links: { line: number; target: string }[] = [];
  const anchors = new Set<string>();
  let marks = "";
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]!;
    const fence = /^( *)(`{3,}|~{3,})([^\s`]*)/.exec(text);
    if (fence) {
      const end = lines.findIndex((line, index) => index > at && line.trim() === fence[2]);
      if (end < 0) throw new Error(`${file}:${at + 1}: a code block without an end`);
      const indent = fence[1]!.length;
      const skip = /<!-- not checked: (.+?) -->/.exec(marks)?.[1];
      blocks.push({
        file,
        line: at + 1,
        language: fence[3]!,
        text: lines
          .slice(at + 1, end)
          .map((line) => line.slice(indent))
          .join("\n"),
        continues: /<!-- continues -->/.test(marks),
        ...(skip !== undefined && { skip }),
      });
      at = end;
      marks = "";
      continue;
    }
    if (text.trim() !== "") marks = /^<!--.*-->$/.test(text.trim()) ? marks + text : "";
    const heading = /^#{1,6} +(.+?) *#*$/.exec(text)?.[1];
    if (heading !== undefined) {
      const plain = slug(heading);
      let anchor = plain;
      for (let copy = 1; anchors.has(anchor); copy++) anchor = `${plain}-${copy}`;
      anchors.add(anchor);
    }
    const prose = text.replace(/(`+)(?!`).*?\1/g, (code) => (/\]\(/.test(code) ? "" : code));
    for (const [, target] of prose.matchAll(/\]\(([^()\s]*(?:\([^()]*\))?[^()\s]*)(?: "[^"]*")?\)/g))
      links.push({ line: at + 1, target: target! });
    for (const [, target] of text.matchAll(/^\[[^\]]+\]: (\S+)/g)) links.push({ line: at + 1, target: target! });
    for (const [, target] of prose.matchAll(/<[a-z]+ [^>]*?(?:src|srcset|href)="([^"\s]*)"/g))
      links.push({ line: at + 1, target: target! });
  }
  return { file, blocks, links, anchors };
}

/** What is wrong with the links inside the repository; links to elsewhere are not asked. */
export function brokenLinks(files: readonly Markdown[]): string[] {
  const anchorsOf = new Map(files.map(({ file, anchors }) => [resolve(root, file), anchors]));
  const broken: string[] = [];
  // The repository's own files, also where they are named by their address.
  const own = /^https:\/\/github\.com\/shopauth\/shopauth\/(?:tree|blob)\/main\//;
  for (const { file, links } of files) {
    for (const { line, target } of links) {
      const local = target.replace(own, "");
      if (/^[a-z][a-z+.-]*:/i.test(local)) continue;
      const [path = "", anchor] = local.split("#");
      const base = own.test(target) ? root : dirname(join(root, file));
      let found = path === "" ? resolve(root, file) : resolve(base, decodeURIComponent(path));
      if (!existsSync(found)) {
        broken.push(`${file}:${line}: there is no ${path}`);
        continue;
      }
      if (anchor === undefined) continue;
      if (statSync(found).isDirectory()) found = join(found, "README.md");
      const anchors = anchorsOf.get(found);
      if (!anchors?.has(anchor)) broken.push(`${file}:${line}: ${path || file} has no heading #${anchor}`);
    }
  }
  return broken;
}
