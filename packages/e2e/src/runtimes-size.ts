import { brotliCompressSync } from "node:zlib";
import type { Installed } from "./runtimes-install.ts";

/** What bundles: the same tools as the Worker's. */
export const BUNDLER = ["miniflare@4.20260730.0", "esbuild@0.28.2"];

/** Bytes of a program, bundled and minified for browsers, before and after brotli. */
export async function bundledSize(tools: Installed, code: string, folder: string) {
  const { build } = await tools.load<{ build(options: object): Promise<{ outputFiles: { contents: Uint8Array }[] }> }>(
    "esbuild",
  );
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    legalComments: "none",
    logLevel: "silent",
  });
  const { contents } = outputFiles[0]!;
  return { minified: contents.length, brotli: brotliCompressSync(contents).length };
}
