import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bytesOf, closureOf } from "./closure.ts";
import { named, npm, PEERS, ROOT } from "./peers.ts";
import { noMore, type Row } from "./table.ts";

/** Packages and bytes of an install of each packed platform package, by npm into an empty folder. */
export async function install(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "shopauth-install-"));
  try {
    const pack = (name: string): string => {
      const result = spawnSync("pnpm", ["pack", "--json", "--pack-destination", folder], {
        cwd: join(ROOT, "packages", name),
        encoding: "utf8",
        shell: process.platform === "win32",
      });
      if (result.status !== 0) throw new Error(`pnpm pack ${name}: ${result.stderr}`);
      return (JSON.parse(result.stdout) as { filename: string }).filename;
    };
    const core = pack("core");
    const [badgateway, both] = [["@badgateway/oauth2-client"], ["oauth4webapi", "openapi-fetch"]].map((names) => {
      const folders = new Map(names.flatMap((name) => [...closureOf(join(PEERS, "node_modules", name)).folders]));
      const bytes = [...folders.values()].reduce((sum, each) => sum + bytesOf(each), 0);
      return { packages: folders.size, megabytes: bytes / 1e6 };
    });
    return ["shopmy", "storehippo", "shoprenter", "shoporama"].flatMap((name): Row[] => {
      const target = join(folder, name);
      mkdirSync(target);
      writeFileSync(join(target, "package.json"), '{"private":true}\n');
      npm(target, [core, pack(name)]);
      const lock = JSON.parse(readFileSync(join(target, "node_modules/.package-lock.json"), "utf8")) as {
        packages: Record<string, { hasInstallScript?: boolean }>;
      };
      const scripts = Object.values(lock.packages).filter((each) => each.hasInstallScript).length;
      const bytes = Object.keys(lock.packages).reduce((sum, path) => sum + bytesOf(join(target, path)), 0);
      const packages = Object.keys(lock.packages).length;
      return [
        {
          what: `install ${name}, packages`,
          ours: packages,
          unit: "",
          peer: { name: "oauth4webapi + openapi-fetch", value: both!.packages },
          goal: noMore(4),
        },
        {
          what: `install ${name}, size`,
          ours: bytes / 1e6,
          unit: "MB",
          peer: { name: "oauth4webapi + openapi-fetch", value: both!.megabytes },
          goal: noMore(1),
        },
        ...(name === "shopmy"
          ? [
              {
                what: `install ${name}, size`,
                ours: bytes / 1e6,
                unit: "MB",
                peer: { name: named("@badgateway/oauth2-client"), value: badgateway!.megabytes },
              },
            ]
          : []),
        { what: `install ${name}, packages with install scripts`, ours: scripts, unit: "", goal: noMore(0) },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
