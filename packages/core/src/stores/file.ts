import { createHash, randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { link, mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import process from "node:process";
import type { Store } from "../store.ts";
import { checkOptions, invalid } from "./check.ts";

/** One generation of a record. `value` is absent where the record was deleted. */
interface Content {
  key: string;
  value?: string;
  version: string;
  expiresAt?: number;
  /** Versions of the generations before, newest first. */
  before?: readonly string[];
}

interface Found {
  number: number;
  content: Content | undefined;
}

const DAY = 86_400_000;
/** How many versions a generation names of those before it. */
const BEFORE = 16;
/** Version of a last generation: its folder is being removed, and nobody writes after it. */
const SWEPT = "swept";
/** For how long its writer may remove the folder, and when another takes over. Milliseconds. */
const SWEEP = { mine: 1_000, over: 3_000 };
const PAUSE = 20;
const TIDY_EVERY = 16;
const TRIES = 8;
/** Milliseconds; the engine waits five seconds for a store. */
const PATIENCE = 4_000;
const AGAIN = Symbol("again");
type Done = boolean | typeof AGAIN;

/**
 * Keeps each record in a folder of its own (0700; files 0600), safe across processes of one machine and without locks:
 * a write is a temporary file, fsynced, then linked under the number after the one it replaces, which only one writer
 * can do; the previous generation stays. Names are hashes of the keys, never text of a request. What expired or was
 * deleted a day ago is removed with later writes and lists. The file system needs hard links, and one machine only.
 * @param folder made with mode 0700 where it is not there
 */
export function fileStore(folder: string, options: { now?: () => number } = {}): Store {
  if (typeof folder !== "string" || folder === "" || folder.includes("\0"))
    throw invalid('fileStore takes the path of its folder: fileStore("shopauth")');
  checkOptions("fileStore", options, { now: "function" });
  const now = options.now ?? Date.now;
  // The same folder also after the process has changed its own.
  const root = resolve(folder);
  const folderOf = (key: string) => join(root, hash(key));

  const latest = async (place: string): Promise<Found> => {
    for (;;) {
      const [number] = await generations(place);
      if (number === undefined) return { number: 0, content: undefined };
      const text = await readText(join(place, String(number))).catch(absent(undefined));
      if (text === undefined) continue; // Replaced and swept since it was listed.
      return { number, content: parse(text, place) };
    }
  };
  const alive = (content: Content | undefined): content is Content & { value: string } =>
    content?.value !== undefined && !(content.expiresAt !== undefined && content.expiresAt <= now());

  /** Folders above the records that are not known to be on disk with what they hold; others may have made this one. */
  const unsynced = new Set([dirname(root)]);
  const makeFolder = async (place: string): Promise<void> => {
    const made = await mkdir(place, { recursive: true, mode: 0o700 });
    for (let each = root; made !== undefined && each.length >= made.length; each = dirname(each))
      unsynced.add(dirname(each));
    for (const each of [...unsynced]) {
      await sync(each).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EACCES") throw error; // Who may not read a folder cannot sync it.
      });
      unsynced.delete(each);
    }
  };

  /**
   * Writes what `next` makes of the latest generation after it.
   * @returns `false` where that is nothing; `AGAIN` where another writer or a sweep was quicker
   */
  const append = async (place: string, next: (latest: Content | undefined) => Content | undefined): Promise<Done> => {
    const temporary = join(place, `${randomText()}.tmp`);
    const handle = await open(
      temporary,
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
      0o600,
    ).catch(absent(undefined));
    if (!handle) return AGAIN;
    try {
      let number: number;
      let content: Content | undefined;
      try {
        // Read with the temporary file in place: a sweep after that takes it away, and the link fails.
        const found = await latest(place);
        number = found.number + 1;
        content = next(found.content);
        if (!content) return false;
        if (found.content) content.before = [found.content.version, ...(found.content.before ?? [])].slice(0, BEFORE);
        // A folder is there after a power failure only where the one that holds it was synced.
        if (number === 1) await sync(root);
        await handle.writeFile(format(content));
        await handle.sync();
      } finally {
        await handle.close();
      }
      return await publish(place, temporary, number, content);
    } finally {
      await rm(temporary, { force: true }).catch(() => {});
    }
  };

  const publish = async (place: string, temporary: string, number: number, content: Content): Promise<Done> => {
    const file = join(place, String(number));
    const linked = await link(temporary, file).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST" || error.code === "ENOENT") return false;
        throw error;
      },
    );
    if (!linked) return AGAIN;
    const numbers = await generations(place);
    const newest = numbers[0] ?? 0;
    if (newest < number) {
      if (!alive(content)) return true; // It had ended before it was written, and was swept since.
      throw new Error("A folder of this store was removed");
    }
    if (newest > number) {
      // Either others have written after this one, or it went into a gap far below them, and nobody has seen it.
      const top = await latest(place);
      if (!top.content?.before?.includes(content.version)) {
        if (top.number - number > BEFORE) throw new Error("Nobody can tell whether this was written");
        await rm(file, { force: true });
        return AGAIN;
      }
    }
    try {
      await sync(place);
    } catch (error) {
      // Whoever reads it would take it for saved, and a power failure may undo it.
      await rm(file, { force: true }).catch(() => {});
      throw error;
    }
    // It is saved: what cannot be tidied up now stays for the next write.
    for (const old of numbers.slice(2)) await rm(join(place, String(old)), { force: true }).catch(() => {});
    return true;
  };

  const sweepable = ({ version, expiresAt = 0 }: Content) =>
    version === SWEPT ? Math.abs(Date.now() - expiresAt) > SWEEP.over : expiresAt < now() - DAY;

  /**
   * Removes the folder of a record that ended a day ago. Only the one that wrote its last generation does so, by a
   * rename: files of writers who knew an earlier one go with it, and so cannot be linked in the folder that comes next.
   */
  const sweep = async (place: string): Promise<void> => {
    let begun = 0;
    const marked = await append(place, (content) => {
      if (!content || alive(content) || !sweepable(content)) return undefined;
      begun = performance.now();
      return { key: content.key, version: SWEPT, expiresAt: Date.now() };
    });
    if (marked !== true || performance.now() - begun > SWEEP.mine) return;
    const away = join(root, `${randomText()}.gone`);
    await rename(place, away);
    await rm(away, { recursive: true, force: true });
  };

  /** Removes what nobody needs any more in one folder of the store. */
  const tend = async (name: string): Promise<void> => {
    const place = join(root, name);
    if (/^[\w-]{12}\.gone$/.test(name)) return rm(place, { recursive: true, force: true });
    if (!isRecord(name)) return;
    for (const file of await readdir(place)) {
      const left = file.endsWith(".tmp") && (await stat(join(place, file))).mtimeMs < Date.now() - DAY;
      if (left) await rm(join(place, file), { force: true });
    }
    const { content } = await latest(place);
    if (!content) await rmdir(place);
    else if (!alive(content) && sweepable(content)) await sweep(place);
  };

  let writes = 0;
  let waiting: string[] = [];
  /** Tends some folders with some of the writes, so that each has its turn. What fails stays for the next time. */
  const tidy = async (): Promise<void> => {
    if (writes++ % TIDY_EVERY !== 0) return;
    if (waiting.length === 0) {
      const names = await readdir(root).catch(() => []);
      const from = Math.floor(Math.random() * names.length);
      waiting = [...names.slice(from), ...names.slice(0, from)];
    }
    for (const name of waiting.splice(0, TIDY_EVERY)) await tend(name).catch(() => {});
  };

  /** The key of a record whose latest generation cannot be read. */
  const keyBefore = async (place: string): Promise<string | undefined> => {
    for (const number of (await generations(place)).slice(1)) {
      try {
        return parse(await readText(join(place, String(number))), place).key;
      } catch {}
    }
    return undefined;
  };

  return {
    durability: "durable",
    async get(key) {
      const { content } = await latest(folderOf(key));
      return alive(content) ? { value: content.value, version: content.version } : undefined;
    },
    async set(key, value, { ifVersion, expiresAt }) {
      const place = folderOf(key);
      const fits = (content: Content | undefined) => (alive(content) ? content.version : null) === ifVersion;
      await tidy();
      const end = performance.now() + PATIENCE;
      for (let tries = 0; tries < TRIES && performance.now() < end; ) {
        const { content } = await latest(place);
        if (!fits(content)) return false;
        if (value === undefined && ifVersion === null) return true;
        if (content?.version === SWEPT) {
          await sweep(place);
          await new Promise((resolve) => setTimeout(resolve, PAUSE));
          continue;
        }
        tries++;
        await makeFolder(place);
        let swept = false;
        const done = await append(place, (before) => {
          swept = before?.version === SWEPT;
          if (swept || !fits(before)) return undefined;
          return {
            key,
            version: randomBytes(12).toString("base64url"),
            ...(value !== undefined && { value }),
            ...(value === undefined ? { expiresAt: now() } : expiresAt !== undefined && { expiresAt }),
          };
        });
        if (done !== AGAIN && !swept) return done;
      }
      throw new Error("A record of this store changed all the time");
    },
    async *list(prefix) {
      const failures: unknown[] = [];
      for (const name of await readdir(root).catch(absent<string[]>([]))) {
        const place = join(root, name);
        let key: string | undefined;
        try {
          const { content } = isRecord(name) ? await latest(place) : { content: undefined };
          if (alive(content)) key = content.key;
          else await tend(name).catch(() => {});
        } catch (error) {
          // Others are listed all the same; who reads this one is told.
          key = await keyBefore(place).catch(() => undefined);
          if (key === undefined) failures.push(error);
        }
        if (key?.startsWith(prefix)) yield key;
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const randomText = () => randomBytes(9).toString("base64url");
const isRecord = (name: string) => /^[0-9a-f]{64}$/.test(name);

/** The numbers of a record's files, the latest first. */
async function generations(place: string): Promise<number[]> {
  const names = await readdir(place).catch(absent<string[]>([]));
  return names.flatMap((name) => (/^\d{1,15}$/.test(name) ? [Number(name)] : [])).sort((a, b) => b - a);
}

/** A line with the record, and one with its hash. */
function format(content: Content): string {
  const line = JSON.stringify(content);
  return `${line}\n${hash(line)}\n`;
}

/** What is torn, altered or another place's throws: unreadable is not absent. */
function parse(text: string, place: string): Content {
  const [line = "", sum, ...rest] = text.split("\n");
  if (sum !== hash(line) || rest.join() !== "") throw new Error("A file of this store is damaged");
  const content = JSON.parse(line) as Content;
  if (basename(place) !== hash(content.key)) throw new Error("A file of this store is another record's");
  return content;
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
  if (process.platform === "win32") return; // It has no such thing for folders.
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
