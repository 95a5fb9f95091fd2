import { sandboxCredentials } from "./sandbox-credentials.ts";
import { type Credentials, PLATFORMS, type PlatformId } from "./shops.ts";

export interface Settings {
  readonly credentials: Credentials;
  /** Platforms whose real credentials are there. */
  readonly live: readonly PlatformId[];
  /** Where the page is reached from outside, such as https://demo.example.com; absent: on loopback. */
  readonly origin?: string;
  readonly password?: string;
  readonly port: number;
  readonly sandboxPort: number;
  /** The SQLite file. */
  readonly database: string;
}

const NAMES: Readonly<Record<PlatformId, readonly string[]>> = {
  shopmy: ["SHOPMY_DEVELOPER_ID", "SHOPMY_DEVELOPER_KEY"],
  storehippo: ["STOREHIPPO_CLIENT_ID", "STOREHIPPO_CLIENT_SECRET"],
  shoprenter: ["SHOPRENTER_CLIENT_ID", "SHOPRENTER_CLIENT_SECRET"],
  shoporama: ["SHOPORAMA_APP_NAME"],
};

/** Reads `.env` of the current folder, where there is one; what is set already stays. */
export function loadEnvironment(): void {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/**
 * What the variables of `.env.example` say. A platform without credentials is used in the sandbox.
 * @throws Error where a pair is incomplete, or a public address has no password
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const get = (name: string): string | undefined => env[name]?.trim() || undefined;
  const live = PLATFORMS.filter((id) => {
    const given = NAMES[id].filter((name) => get(name) !== undefined);
    if (given.length > 0 && given.length < NAMES[id].length)
      throw new Error(
        `${given.join(", ")} is set, ${NAMES[id].filter((name) => !given.includes(name)).join(", ")} is not`,
      );
    return given.length > 0;
  });
  const read = <Id extends PlatformId>(id: Id, real: () => Credentials[Id]): Credentials[Id] =>
    live.includes(id) ? real() : sandboxCredentials[id];
  const appId = get("SHOPRENTER_APP_ID");
  const origin = get("DEMO_ORIGIN");
  const password = get("DEMO_PASSWORD");
  if (origin !== undefined) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin || !origin.startsWith("https:"))
      throw new Error("DEMO_ORIGIN is an https origin, such as https://demo.example.com");
    if (password === undefined || password.length < 12)
      throw new Error("DEMO_ORIGIN needs DEMO_PASSWORD, at least 12 characters: others can reach the page there");
  }
  return {
    live,
    credentials: {
      shopmy: read("shopmy", () => ({
        developerId: get("SHOPMY_DEVELOPER_ID")!,
        developerKey: get("SHOPMY_DEVELOPER_KEY")!,
      })),
      storehippo: read("storehippo", () => ({
        clientId: get("STOREHIPPO_CLIENT_ID")!,
        clientSecret: get("STOREHIPPO_CLIENT_SECRET")!,
      })),
      shoprenter: read("shoprenter", () => ({
        clientId: get("SHOPRENTER_CLIENT_ID")!,
        clientSecret: get("SHOPRENTER_CLIENT_SECRET")!,
        ...(appId !== undefined && { appId }),
      })),
      shoporama: read("shoporama", () => ({ appName: get("SHOPORAMA_APP_NAME")! })),
    },
    port: portOf(get("DEMO_PORT"), 4401),
    sandboxPort: portOf(get("DEMO_SANDBOX_PORT"), 4400),
    database: get("DEMO_DATABASE") ?? "shopauth-demo.db",
    ...(origin !== undefined && { origin }),
    ...(password !== undefined && { password }),
  };
}

function portOf(text: string | undefined, normal: number): number {
  if (text === undefined) return normal;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new Error(`Not a port: ${text}`);
  return Number(text);
}
