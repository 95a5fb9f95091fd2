import { sqliteStore } from "@shopauth/core/sqlite";
import { type Sandbox, startSandbox } from "@shopauth/sandbox";
import { createApp } from "./app.ts";
import { createCallLog } from "./call-log.ts";
import type { Settings } from "./environment.ts";
import { sandboxMemory } from "./sandbox-memory.ts";
import { secretFrom } from "./secret-file.ts";
import { type ServeOptions, serveOnLoopback } from "./serve.ts";
import { createShops, PLATFORMS, type PlatformId, type Shops } from "./shops.ts";

export interface ConnectPage {
  readonly origin: string;
  /** Absent: every platform is used itself. */
  readonly sandbox?: Sandbox;
  readonly live: readonly PlatformId[];
  close(): Promise<void>;
}

/** The page and, unless every platform has real credentials, the sandbox. Connections outlive a restart. */
export async function startConnectPage(settings: Settings, options: ServeOptions = {}): Promise<ConnectPage> {
  const { credentials, live, database, port, sandboxPort, password } = settings;
  const secrets: [string] = [secretFrom(`${database}.secret`)];
  const store = sqliteStore(database);
  const calls = createCallLog(database);
  const closing: (() => unknown)[] = [() => store.close(), () => calls.close()];
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    let sandbox: Sandbox | undefined;
    const start = async (local: string) => {
      const origin = settings.origin ?? local;
      let remember = () => {};
      if (live.length < PLATFORMS.length) {
        sandbox = await startSandbox({
          port: sandboxPort,
          redirectUris: Object.fromEntries(PLATFORMS.map((id) => [id, [`${origin}/callback/${id}`]])),
        });
        const { mocks, close: end } = sandbox;
        const memory = sandboxMemory(`${database}.sandbox.json`, mocks);
        remember = memory.save;
        closing.push(end, remember);
      }
      const on = { connected: () => remember(), renewed: () => remember() };
      const shops: Shops = createShops({ credentials, origin, secrets, store, sandbox: sandbox?.origin, live, on });
      for (const id of PLATFORMS) await shops[id].recover();
      closing.push(async () => {
        await Promise.all(PLATFORMS.map((id) => shops[id].drain(2_000)));
      });
      return createApp(shops, { origin, sandbox: sandbox?.origin, live, calls, password });
    };
    const served = await serveOnLoopback(port, start, options);
    closing.push(() => served.close());
    return { origin: settings.origin ?? served.origin, live, close, ...(sandbox !== undefined && { sandbox }) };
  } catch (error) {
    await close();
    throw error;
  }
}
