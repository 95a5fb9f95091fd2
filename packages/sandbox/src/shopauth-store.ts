import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { chmod, link, mkdir, open, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Store } from "@shopauth/core";
import { fileStore } from "@shopauth/core/file";
import { UsageError } from "./shopauth-output.ts";

export interface LocalStore {
  readonly store: Store;
  readonly secret: string;
}

/** `$XDG_DATA_HOME/shopauth`, or where the system keeps such data. */
export function dataFolder(environment: NodeJS.ProcessEnv): string {
  const { XDG_DATA_HOME, LOCALAPPDATA } = environment;
  if (XDG_DATA_HOME?.startsWith("/")) return join(XDG_DATA_HOME, "shopauth");
  if (process.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "shopauth");
  return join(homedir(), ".local/share/shopauth");
}

/** Opens the sealed store of this user; what was connected in a sandbox is kept apart. */
export async function openLocalStore(environment: NodeJS.ProcessEnv, sandbox: boolean): Promise<LocalStore> {
  const folder = join(dataFolder(environment), ...(sandbox ? ["sandbox"] : []));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  return { store: fileStore(join(folder, "records")), secret: await readSecret(join(folder, "secret")) };
}

/** Reads the secret that seals the records, and makes it the first time. */
async function readSecret(file: string): Promise<string> {
  const found = await existing(file);
  if (found !== undefined) return found;
  const temporary = `${file}.${randomBytes(6).toString("hex")}`;
  try {
    const handle = await open(temporary, "wx", 0o600);
    await handle.writeFile(randomBytes(32).toString("base64url"));
    await handle.sync();
    await handle.close();
    // Of two that make it at once, one is first, and both use its.
    await link(temporary, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(temporary, { force: true });
  }
  return (await existing(file))!;
}

async function existing(file: string): Promise<string | undefined> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { mode } = await handle.stat();
    if (process.platform !== "win32" && (mode & 0o077) !== 0)
      throw new UsageError(`Others can read ${file}: chmod 600 it`);
    return (await handle.readFile("utf8")).trim();
  } finally {
    await handle.close();
  }
}
