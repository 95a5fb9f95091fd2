import { decodeBase64url, encodeBase64url } from "./base64url.ts";
import { ShopAuthError } from "./errors.ts";

/** What a sealed text is for: each purpose has a key of its own. */
export type Purpose = "cookie" | "connection" | "flow";

/** Authenticated encryption of records and cookies; the first secret seals, every secret unseals. */
export interface Sealer {
  /** @param context ties the text to its place: the same words are needed to unseal it */
  seal(purpose: Purpose, context: readonly string[], text: string): Promise<string>;
  /**
   * @returns the text, and whether the first secret had sealed it
   * @throws ShopAuthError `unreadable`
   */
  unseal(purpose: Purpose, context: readonly string[], sealed: string): Promise<{ text: string; current: boolean }>;
  /** Id of the secret that seals; the second dot-separated part of every sealed text. */
  keyId(): Promise<string>;
}

const VERSION = "1";
const encoder = new TextEncoder();
// A text may begin with a byte order mark of its own.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

interface Key {
  id: string;
  key: Awaited<ReturnType<typeof crypto.subtle.importKey>>;
}

/**
 * AES-256-GCM (NIST SP 800-38D) under keys derived by HKDF-SHA-256 (RFC 5869), one for each purpose and secret.
 * Sealed form: `1.<key id>.<base64url of 12 bytes nonce, ciphertext and 16 bytes tag>`.
 */
export function createSealer(secrets: readonly string[]): Sealer {
  const derived = new Map<Purpose, Promise<Key[]>>();

  const derive = async (secret: string, purpose: Purpose): Promise<Key> => {
    const material = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, [
      "deriveKey",
      "deriveBits",
    ]);
    const parameters = (info: string) => ({
      name: "HKDF",
      hash: "SHA-256",
      salt: new Uint8Array(32),
      info: encoder.encode(`shopauth/${VERSION}/${info}`),
    });
    const [id, key] = await Promise.all([
      crypto.subtle.deriveBits(parameters("key id"), material, 64),
      crypto.subtle.deriveKey(parameters(purpose), material, { name: "AES-GCM", length: 256 }, false, [
        "encrypt",
        "decrypt",
      ]),
    ]);
    return { id: encodeBase64url(new Uint8Array(id)), key };
  };

  const keys = (purpose: Purpose): Promise<Key[]> => {
    let pending = derived.get(purpose);
    if (!pending) {
      pending = Promise.all(secrets.map((secret) => derive(secret, purpose)));
      derived.set(purpose, pending);
    }
    return pending;
  };

  const additionalData = (purpose: Purpose, context: readonly string[]): Uint8Array<ArrayBuffer> =>
    encoder.encode(JSON.stringify([VERSION, purpose, ...context]));

  return {
    async seal(purpose, context, text) {
      const { id, key } = (await keys(purpose))[0]!;
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const algorithm = { name: "AES-GCM", iv, additionalData: additionalData(purpose, context) };
      const ciphertext = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, encoder.encode(text)));
      const bytes = new Uint8Array(iv.length + ciphertext.length);
      bytes.set(iv);
      bytes.set(ciphertext, iv.length);
      return `${VERSION}.${id}.${encodeBase64url(bytes)}`;
    },
    async unseal(purpose, context, sealed) {
      const [version, id, data, ...rest] = sealed.split(".");
      if (version === VERSION && id && data && rest.length === 0) {
        const all = await keys(purpose);
        const index = all.findIndex((key) => key.id === id);
        if (index < 0)
          throw new ShopAuthError(
            "unreadable",
            `A record is sealed with a secret that is not configured (key ${id.slice(0, 11)})`,
          );
        try {
          const bytes = decodeBase64url(data);
          const algorithm = {
            name: "AES-GCM",
            iv: bytes.subarray(0, 12),
            additionalData: additionalData(purpose, context),
          };
          const text = await crypto.subtle.decrypt(algorithm, all[index]!.key, bytes.subarray(12));
          return { text: decoder.decode(text), current: index === 0 };
        } catch {
          // Altered, truncated, or moved from another place; which of these must not be told apart.
        }
      }
      throw new ShopAuthError("unreadable", "A record cannot be opened");
    },
    async keyId() {
      return (await keys("connection"))[0]!.id;
    },
  };
}
