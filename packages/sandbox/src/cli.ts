#!/usr/bin/env node
import { parseArgs } from "node:util";
import { PLATFORMS, type PlatformId } from "./platforms/platform.ts";
import { startSandbox } from "./sandbox.ts";

const USAGE = `shopauth-sandbox: ShopMy, StoreHippo, Shoprenter and Shoporama on this machine

  --port <number>          default 4400
  --redirect-uri <uri>     an address of the app, registered with every platform; may be repeated
  --redirect-uri <platform>=<uri>
                           with one of ${PLATFORMS.join(", ")}
                           (registered anyway: http://127.0.0.1:3000/callback/<platform>, for shopauth connect)
  --entry-uri <uri>        Shoprenter's EntryPoint of the app
  --uninstall-uri <uri>    Shoprenter's UninstallUri of the app
  --help`;
const TAKEN = "another program listens there, or another sandbox. --port chooses another port.";

try {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "4400" },
      "redirect-uri": { type: "string", multiple: true, default: [] },
      "entry-uri": { type: "string" },
      "uninstall-uri": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else {
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) throw new Error(`Not a port: ${values.port}`);
    const { "entry-uri": entryUri, "uninstall-uri": uninstallUri } = values;
    const sandbox = await startSandbox({
      port: Number(values.port),
      redirectUris: registrations(values["redirect-uri"]),
      shoprenter: { ...(entryUri && { entryUri }), ...(uninstallUri && { uninstallUri }) },
    });
    console.log(`The four platforms are at ${sandbox.origin}`);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void sandbox.close());
  }
} catch (error) {
  // What the system refuses is not about how the command is used.
  const system = error instanceof Error && "syscall" in error;
  const message = error instanceof Error ? error.message : String(error);
  if (!system) console.error(`${message}\n\n${USAGE}`);
  else console.error("code" in error && error.code === "EADDRINUSE" ? `${message}: ${TAKEN}` : message);
  process.exitCode = system ? 1 : 2;
}

function registrations(given: readonly string[]): Partial<Record<PlatformId, string[]>> {
  const found: Partial<Record<PlatformId, string[]>> = {};
  for (const each of given) {
    const [, platform, uri] = /^([a-z]+)=(.+)$/s.exec(each) ?? [undefined, undefined, each];
    for (const id of platform === undefined ? PLATFORMS : [platform as PlatformId]) (found[id] ??= []).push(uri!);
  }
  return found;
}
