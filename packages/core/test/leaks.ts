import { randomBytes } from "node:crypto";
import { inspect } from "node:util";

/** As few characters of a secret as count as a leak. */
const SLICE = 12;

export interface Leak {
  readonly secret: string;
  readonly place: string;
}

/** The ways in which a text gets written: as it is, or encoded, also as a part of something longer that was encoded. */
function forms(secret: string): string[] {
  const bytes = Buffer.from(secret);
  // What base64 makes of a text depends on where in the three-byte groups it begins.
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/, "")
      .slice(0, -1);
    return before === 0 ? text : text.slice(before + 1);
  });
  const hex = bytes.toString("hex");
  const percent = hex.replace(/../g, "%$&");
  const escaped = [...secret].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    hex,
    hex.toUpperCase(),
    percent,
    percent.toUpperCase(),
    escaped,
    [...secret].reverse().join(""),
  ];
}

/** Secrets that no output may show: in none of their forms, and no 12 characters of them. */
export class Canaries {
  readonly #slices = new Map<string, string>();
  readonly #names: string[] = [];

  get size(): number {
    return this.#names.length;
  }

  /** Makes a secret that occurs nowhere else: `name-` and 32 random letters and digits. */
  make(name: string): string {
    const random = randomBytes(48).toString("base64").replace(/\W/g, "").slice(0, 32);
    this.add(name, random);
    return `${name}-${random}`;
  }

  /** Takes a secret that was made elsewhere. */
  add(name: string, secret: string): void {
    this.#names.push(name);
    for (const form of forms(secret)) {
      for (let start = 0; start + SLICE <= form.length; start++)
        this.#slices.set(form.slice(start, start + SLICE), name);
    }
  }

  clear(): void {
    this.#slices.clear();
    this.#names.length = 0;
  }

  /** The name of a secret that a text or file shows. */
  find(text: string | Uint8Array): string | undefined {
    if (this.#slices.size === 0) return undefined;
    const searched = typeof text === "string" ? text : Buffer.from(text).toString("latin1");
    for (let start = 0; start + SLICE <= searched.length; start++) {
      const name = this.#slices.get(searched.slice(start, start + SLICE));
      if (name !== undefined) return name;
    }
    return undefined;
  }

  /** The secrets that a thrown value or event shows, whichever way it gets printed, serialised or cloned. */
  findIn(value: unknown): Leak | undefined {
    for (const [place, text] of views(value)) {
      const secret = this.find(text);
      if (secret !== undefined) return { secret, place };
    }
    return undefined;
  }
}

/** Everything that a logger, debugger or error tracker may make of a value. */
function* views(value: unknown): Generator<[place: string, text: string]> {
  const attempts: [string, () => unknown][] = [
    ["text", () => String(value)],
    ["message", () => (value as Error).message],
    ["stack", () => (value as Error).stack],
    ["inspect", () => inspect(value, { showHidden: true, depth: Number.POSITIVE_INFINITY, getters: false })],
    ["JSON", () => JSON.stringify(value)],
    ["own properties", () => JSON.stringify(Object.getOwnPropertyDescriptors(value))],
    ["structuredClone", () => inspect(structuredClone(value), { showHidden: true, depth: Number.POSITIVE_INFINITY })],
    ["cause", () => inspect((value as Error).cause, { showHidden: true, depth: Number.POSITIVE_INFINITY })],
  ];
  for (const [place, attempt] of attempts) {
    let text: unknown;
    try {
      text = attempt();
    } catch {
      continue; // What cannot be made shows nothing.
    }
    if (typeof text === "string") yield [place, text];
  }
}
