import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Mocks } from "@shopauth/sandbox";

/**
 * The sandbox keeps what it issued in memory, and real platforms do not forget on a restart. This keeps its tokens,
 * keys and installations in a file.
 */
export interface SandboxMemory {
  save(): void;
}

interface Kept {
  readonly shopmy: { readonly users: readonly { id: number; token?: unknown }[] };
  readonly storehippo: { readonly tokens: unknown[] };
  readonly shoprenter: { readonly installed: readonly string[]; readonly tokens: readonly [string, unknown][] };
  readonly shoporama: { readonly shops: readonly { id: unknown; keys: unknown[] }[] };
}

/** Restores what the file holds, if it is there. */
export function sandboxMemory(path: string, mocks: Mocks): SandboxMemory {
  const { shopmy, storehippo, shoprenter, shoporama } = mocks;
  const kept = read(path);
  if (kept) {
    for (const { id, token } of kept.shopmy.users) {
      const user = shopmy.state.users.find((each) => each.id === id);
      if (user && token) Object.assign(user, { token });
    }
    Object.assign(storehippo.state, { tokens: kept.storehippo.tokens });
    for (const name of kept.shoprenter.installed) shoprenter.shop(name).installed = true;
    for (const [token, issued] of kept.shoprenter.tokens) shoprenter.state.tokens.set(token, issued as never);
    for (const { id, keys } of kept.shoporama.shops) {
      const shop = shoporama.state.shops.find((each) => each.id === id);
      if (shop) Object.assign(shop, { keys });
    }
  }
  return {
    save() {
      const text = JSON.stringify({
        shopmy: { users: shopmy.state.users.map(({ id, token }) => ({ id, ...(token && { token }) })) },
        storehippo: { tokens: storehippo.state.tokens },
        shoprenter: {
          installed: [...shoprenter.state.shops].filter(([, { installed }]) => installed).map(([name]) => name),
          tokens: [...shoprenter.state.tokens],
        },
        shoporama: { shops: shoporama.state.shops.map(({ id, keys }) => ({ id, keys })) },
      } satisfies Kept);
      writeFileSync(`${path}.part`, text, { mode: 0o600 });
      renameSync(`${path}.part`, path);
    },
  };
}

function read(path: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT" || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
