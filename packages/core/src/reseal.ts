import { isShopAuthError } from "./errors.ts";
import type { Vault } from "./vault.ts";

/**
 * Seals every record of a vault that is not sealed with the first secret.
 * @param end when a record is to go by itself (milliseconds since the epoch): without, it would stay for good
 */
export async function reseal<T>(
  vault: Vault<T>,
  end: (record: T) => number | undefined,
): Promise<{ resealed: number; unreadable: number }> {
  const count = { resealed: 0, unreadable: 0 };
  for await (const id of vault.ids()) {
    try {
      for (let found = await vault.read(id); found && !found.current; found = await vault.read(id)) {
        const { value, version } = found;
        if (await vault.write(id, value, { ifVersion: version, expiresAt: end(value) })) count.resealed++;
      }
    } catch (error) {
      if (!isShopAuthError(error) || error.code !== "unreadable") throw error;
      count.unreadable++;
    }
  }
  return count;
}

/** How many records of a vault the secrets open, and how many not. */
export async function countReadable(vault: Vault<unknown>): Promise<{ readable: number; unreadable: number }> {
  const count = { readable: 0, unreadable: 0 };
  for await (const id of vault.ids()) {
    try {
      await vault.read(id);
      count.readable++;
    } catch (error) {
      if (!isShopAuthError(error) || error.code !== "unreadable") throw error;
      count.unreadable++;
    }
  }
  return count;
}
