import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { link, mkdir, open, readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import type { Store } from "../store.ts";

/** One generation of a record. `value` is absent where the record was deleted. */
interface Content {
  key: string;
  value?: string;
  version: string;
  expiresAt?: number;
}

const SWEEP_AFTER = 86_400_000;

/**
 * Keeps each record in a folder of its own (0700; files 0600), safe across processes of one machine and without locks:
 * a write is a temporary file, fsynced, then linked under the number after the one it replaces, which only one writer
 * can do; the previous generation stays. Names are hashes of the keys, never text of a request.
 */
export function fileStore(folder: string, options: { now?: () => number } = {}): Store {
  const now = options.now ?? Date.now;
  const folderOf = (key: string) => join(folder, createHash("sha256").update(key).digest("hex"));
  const generations = async (place: string): Promise<number[]> => {
    const names = await readdir(place).catch(absent<string[]>([]));
    return names.flatMap((name) => (/^\d{1,15}$/.test(name) ? [Number(name)] : [])).sort((a, b) => b - a);
  };

  const latest = async (place: string): Promise<{ number: number; content: Content | undefined }> => {
    for (;;) {
      const [number] = await generations(place);
      if (number === undefined) return { number: 0, content: undefined };
      const text = await readText(join(place, String(number))).catch(absent(undefined));
      if (text === undefined) continue; // Replaced and swept since it was listed.
      const content = JSON.parse(text) as Content; // What is torn throws: unreadable is not absent.
      if (typeof content?.version !== "string" || typeof content.key !== "string")
        throw new Error("Not a record of this store");
      return { number, content };
    }
  };
  const alive = (content: Content | undefined): content is Content & { value: string } =>
    content?.value !== undefined && !(content.expiresAt !== undefined && content.expiresAt <= now());

  /** @returns whether this writer was the one that made generation `number` */
  const append = async (place: string, number: number, content: Content): Promise<boolean> => {
    await mkdir(place, { recursive: true, mode: 0o700 });
    const temporary = join(place, `${randomBytes(9).toString("base64url")}.tmp`);
    try {
      const handle = await open(
        temporary,
        constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
        0o600,
      );
      try {
        await handle.writeFile(JSON.stringify(content));
        await handle.sync();
      } finally {
        await handle.close();
      }
      const made = await link(temporary, join(place, String(number))).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === "EEXIST") return false;
          throw error;
        },
      );
      if (!made) return false;
      const numbers = await generations(place);
      if (numbers[0] !== number) {
        // Linked into a gap below later generations, so nobody has seen it.
        await rm(join(place, String(number)), { force: true });
        return false;
      }
      await sync(place);
      for (const old of numbers.slice(2)) await rm(join(place, String(old)), { force: true });
      return true;
    } finally {
      await rm(temporary, { force: true });
    }
  };

  /** Removes what expired or was deleted a day ago. A folder that has a writer is not empty, and so stays. */
  const sweep = async (place: string, number: number, content: Content) => {
    if (!(await append(place, number + 1, { key: content.key, version: "swept", expiresAt: 0 }))) return;
    for (const name of [number - 1, number, number + 1]) await rm(join(place, String(name)), { force: true });
    await rmdir(place).catch(() => {});
  };

  return {
    durability: "durable",
    async get(key) {
      const { content } = await latest(folderOf(key));
      return alive(content) ? { value: content.value, version: content.version } : undefined;
    },
    async set(key, value, { ifVersion, expiresAt }) {
      const place = folderOf(key);
      const { number, content } = await latest(place);
      if ((alive(content) ? content.version : null) !== ifVersion) return false;
      if (value === undefined && ifVersion === null) return true;
      return append(place, number + 1, {
        key,
        version: randomBytes(12).toString("base64url"),
        ...(value !== undefined && { value }),
        ...(value === undefined ? { expiresAt: now() } : expiresAt !== undefined && { expiresAt }),
      });
    },
    async *list(prefix) {
      for (const name of await readdir(folder).catch(absent<string[]>([]))) {
        if (!/^[0-9a-f]{64}$/.test(name)) continue;
        const place = join(folder, name);
        const { number, content } = await latest(place);
        if (content === undefined) continue;
        if (alive(content)) {
          if (content.key.startsWith(prefix)) yield content.key;
        } else if ((content.expiresAt ?? 0) < now() - SWEEP_AFTER) await sweep(place, number, content);
      }
    },
  };
}

/** For `catch`: a file or folder that is not there. Everything else is thrown on. */
function absent<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === "ENOENT") return value;
    throw error;
  };
}

async function readText(file: string): Promise<string> {
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}

async function sync(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
