import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { startSandbox } from "@shopauth/sandbox";
import { figures, type Harness } from "./figures.ts";
import { start, stop, temporaryFolder, until } from "./processes.ts";
import { root, run } from "./runtimes-install.ts";
import { installProject, pack } from "./runtimes-pack.ts";
import { overHttp, play } from "./runtimes-play.ts";
import { freePort } from "./services.ts";

/** The Next.js recipe in a real project: installed, built, started and played. */
export const next: Harness = async ({ log }) => {
  const found = figures();
  const folder = await temporaryFolder("next");
  const project = join(folder, "app");
  const packages = ["next@16.4.6", "react@19", "react-dom@19", "typescript@5.9.3", "@types/react@19", "@types/node@24"];
  await installProject(project, await pack(join(folder, "packed"), ["core", "storehippo"]), packages);
  log("installed");
  cpSync(join(root, "packages/demo/recipes/nextjs"), project, { recursive: true });
  mkdirSync(join(project, "app"), { recursive: true });
  const layout = `import type { ReactNode } from "react";
export default function Layout({ children }: { children: ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;
  writeFileSync(join(project, "app/layout.tsx"), layout);
  const origin = `http://localhost:${await freePort()}`;
  const sandbox = await startSandbox({ port: 0, redirectUris: { storehippo: [`${origin}/callback`] } });
  try {
    const { app, stores } = sandbox.mocks.storehippo.state;
    const env = {
      ...process.env,
      NODE_ENV: "production" as const,
      NEXT_TELEMETRY_DISABLED: "1",
      STOREHIPPO_CLIENT_ID: app.clientId,
      STOREHIPPO_CLIENT_SECRET: app.clientSecret,
      REDIRECT_URI: `${origin}/callback`,
      SHOPAUTH_SECRET: "a-secret-for-this-test-of-32-characters",
      SHOPAUTH_SANDBOX: sandbox.origin,
    };
    const program = join(project, "node_modules/next/dist/bin/next");
    await run(process.execPath, [program, "build"], { cwd: project, env, timeout: 300_000 });
    log("built");
    const server = start(process.execPath, [program, "start", "-p", new URL(origin).port], {
      cwd: project,
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    try {
      await until(() => fetch(origin).then(Boolean, () => false), 60_000, "Next.js");
      const store = Object.keys(stores)[0]!;
      await play({ origin, app: overHttp, store, products: stores[store]!.records["ms.products"].length });
      found.exactly("flows that failed", 0, 0);
    } finally {
      await stop(server, "SIGTERM");
    }
  } finally {
    await sandbox.close();
  }
  return found;
};
