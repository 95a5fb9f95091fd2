import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export interface Size {
  /** Bytes of the minified bundle. */
  readonly minified: number;
  /** Bytes of that after gzip at its best level. */
  readonly gzip: number;
}

/**
 * Bundles a program for browsers and minifies it.
 * @param code what the program imports and keeps
 * @param folder where its packages are resolved from
 * @param external packages that are left out
 */
export async function bundleSize(
  code: string,
  folder: string = join(import.meta.dirname, ".."),
  external: readonly string[] = [],
): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder, loader: "js" },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    // Built files that were minified before hide from the bundler what is not used.
    mainFields: ["module", "main"],
    // What a peer takes from Node where there is no Web Crypto.
    external: ["crypto", ...external],
    legalComments: "none",
    write: false,
  });
  const { contents } = outputFiles[0]!;
  return { minified: contents.length, gzip: gzipSync(contents, { level: 9 }).length };
}
