import { named, PEERS } from "./peers.ts";
import { bundleSize } from "./size.ts";
import { atMost, noMore, type Row } from "./table.ts";

const USED = {
  "@badgateway/oauth2-client": "OAuth2Client, OAuth2Fetch",
  oauth4webapi:
    "authorizationCodeGrantRequest, processAuthorizationCodeResponse, refreshTokenGrantRequest, " +
    "processRefreshTokenResponse, validateAuthResponse, generateRandomState, ClientSecretPost, protectedResourceRequest",
} as const;
const CREATE = {
  shopmy: "createShopMy",
  storehippo: "createStoreHippo",
  shoprenter: "createShoprenter",
  shoporama: "createShoporama",
} as const;

export type PlatformName = keyof typeof CREATE;

/** What an app has to bundle of one platform: its create function and all that this needs. */
export function platformProgram(platform: PlatformName): string {
  return `export { ${CREATE[platform]} } from "@shopauth/${platform}";`;
}

/** Kilobytes of bundles after gzip, with and without the typed client. */
export async function sizes(): Promise<Row[]> {
  const kilobytes = async (...input: Parameters<typeof bundleSize>) => (await bundleSize(...input)).gzip / 1000;
  const typed = 'export { default } from "openapi-fetch";';
  const rows: Row[] = [];
  const core = await kilobytes('export { createShopAuth } from "@shopauth/core";');
  const peers = await Promise.all(
    (["@badgateway/oauth2-client", "oauth4webapi"] as const).map(async (peer) => {
      const code = `export { ${USED[peer]} } from "${peer}";`;
      return { peer, alone: await kilobytes(code, PEERS), typed: await kilobytes(`${code}${typed}`, PEERS) };
    }),
  );
  rows.push({ what: "core, gzip", ours: core, unit: "kB" });
  for (const platform of Object.keys(CREATE) as PlatformName[]) {
    const program = platformProgram(platform);
    const alone = await kilobytes(program, undefined, ["openapi-fetch"]);
    const whole = await kilobytes(program);
    const badgateway = peers[0]!;
    const row = (what: string, ours: number, name: string, value: number, goal: Row["goal"]): Row => ({
      what,
      ours,
      unit: "kB",
      peer: { name, value },
      ...(goal && { goal }),
    });
    const main = platform === "shopmy";
    rows.push(
      row(`${platform} + core, gzip`, alone, named(badgateway.peer), badgateway.alone, atMost(0.6)),
      ...(main ? [row(`${platform} + core, gzip`, alone, named(peers[1]!.peer), peers[1]!.alone, undefined)] : []),
      row(
        `${platform} + core + typed, gzip`,
        whole,
        `${badgateway.peer} + openapi-fetch`,
        badgateway.typed,
        atMost(0.77),
      ),
      ...(main
        ? [row(`${platform} + core + typed, gzip`, whole, "oauth4webapi + openapi-fetch", peers[1]!.typed, undefined)]
        : []),
      { what: `${platform}, over core`, ours: alone - core, unit: "kB", goal: noMore(0.7) },
    );
  }
  return rows;
}
