import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { createFaults, type Faults } from "./faults.ts";
import { createPlatformRequests } from "./platform-requests.ts";
import { PLATFORMS, type PlatformId } from "./platforms/platform.ts";
import { createPlatforms, type Mocks, readRegistrations } from "./registrations.ts";
import { createServer } from "./server.ts";
import { createTraffic } from "./traffic.ts";

/** Where the sandbox listens and what it has registered. */
export interface SandboxOptions {
  /** Default 4400; 0 takes any free port. */
  readonly port?: number;
  /**
   * Where the app receives callbacks. An address alone is registered with every platform. So is always
   * `http://127.0.0.1:3000/callback/<platform>`, where `shopauth connect` waits; and of each address on 127.0.0.1 or
   * localhost the same by the other name.
   */
  readonly redirectUris?: readonly string[] | Readonly<Partial<Record<PlatformId, readonly string[]>>>;
  /**
   * Shoprenter's other two addresses (default: `/open/shoprenter` and `/uninstall/shoprenter` beside the first redirect
   * URI), and the seconds that its tokens live (default 3600).
   */
  readonly shoprenter?: { readonly entryUri?: string; readonly uninstallUri?: string; readonly expiresIn?: number };
  /** Milliseconds since the epoch, for codes, signatures and expiry. */
  readonly now?: () => number;
  /** Milliseconds that the fault `slow` takes; default 5,000. */
  readonly slowness?: number;
}

/** A running sandbox. */
export interface Sandbox {
  /** Such as `http://127.0.0.1:4400`: what `[sandbox]` of a create function takes. */
  readonly origin: string;
  /** The packages' own mocks, with their state and their refusals. */
  readonly mocks: Mocks;
  /** What the platforms have been made to do; the inspector has buttons for it. */
  readonly faults: Faults;
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

/**
 * Serves the four platforms on 127.0.0.1.
 * @throws Error when the port is taken, or an address is none
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 4400, now = Date.now, slowness = 5000 } = options;
  const platforms = createPlatforms(readRegistrations(options), now);
  const faults = createFaults();
  const traffic = createTraffic();
  const closing = new AbortController();
  const answer = createPlatformRequests({
    platforms: PLATFORMS.map((id) => platforms[id]),
    faults,
    traffic,
    now,
    slowness,
    closing: closing.signal,
  });
  const app = createServer({
    platforms: PLATFORMS.map((id) => platforms[id]),
    faults,
    traffic,
    answer,
    port: () => listening,
  });
  // Globals stay as they are: the caller's fetch and Response are not this server's business.
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const listening = typeof address === "object" && address !== null ? address.port : port;
  return {
    origin: `http://127.0.0.1:${listening}`,
    mocks: {
      shopmy: platforms.shopmy.mock,
      storehippo: platforms.storehippo.mock,
      shoprenter: platforms.shoprenter.mock,
      shoporama: platforms.shoporama.mock,
    },
    faults,
    close: () =>
      new Promise<void>((resolve, reject) => {
        closing.abort();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
