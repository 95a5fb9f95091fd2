import { mask, maskIn, maskQuery } from "./mask.ts";
import type { PlatformId } from "./platforms/platform.ts";

/** A request as the inspector shows it: without a secret in full. */
export interface Entry {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly platform: PlatformId;
  readonly method: string;
  readonly address: string;
  /** The credential it came with, masked. */
  readonly credential: string | undefined;
  /** 0: the connection was cut. */
  readonly status: number;
  /** Milliseconds. */
  readonly took: number;
  /** Why it was refused. */
  readonly rules: readonly string[];
}

export interface Traffic {
  add(input: {
    platform: PlatformId;
    request: Request;
    status: number;
    at: number;
    took: number;
    rules: readonly string[];
  }): void;
  /** The latest first. */
  latest(platform: PlatformId): readonly Entry[];
  clear(): void;
}

const KEPT = 50;

export function createTraffic(): Traffic {
  const entries = new Map<PlatformId, Entry[]>();
  let id = 0;
  return {
    add({ platform, request, status, at, took, rules }) {
      const url = new URL(request.url);
      const list = entries.get(platform) ?? [];
      entries.set(platform, list);
      const source = { headers: request.headers, query: url.searchParams };
      const credential = ["x-access-token", "authorization", "access-key"]
        .map((name) => request.headers.get(name)?.replace(/^\S+\s+/, ""))
        .find((value) => value !== undefined);
      list.unshift({
        id: ++id,
        at,
        platform,
        method: request.method,
        address: `${url.host}${url.pathname}${maskQuery(url.searchParams)}`,
        credential: credential === undefined ? undefined : mask(credential),
        status,
        took,
        rules: rules.map((rule) => maskIn(rule, source)),
      });
      list.length = Math.min(list.length, KEPT);
    },
    latest: (platform) => entries.get(platform) ?? [],
    clear: () => entries.clear(),
  };
}
