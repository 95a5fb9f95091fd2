// Checks one program: `types.ts <platform> ours|openapi-fetch|empty [misuse]`, or completes: `types.ts <platform> ours|openapi-fetch complete`.

import { median } from "../child.ts";
import { type ClientKind, programs } from "../clients.ts";
import { check, complete } from "../types.ts";

const [platform, kind, how] = process.argv.slice(2) as [string, ClientKind, "misuse" | "complete" | undefined];
const program = programs[platform]!;
if (how === "complete") {
  const { names, first, warm } = complete(program, kind);
  console.log(JSON.stringify({ names: names.length, first, warm: median(warm) }));
} else {
  const { instantiations, ms, errors } = check(program, kind, how === "misuse");
  console.log(JSON.stringify({ instantiations, ms, errors: errors.length }));
}
