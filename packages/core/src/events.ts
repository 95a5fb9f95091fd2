import type { Connection } from "./connection.ts";
import type { ErrorCode } from "./errors.ts";

/** What happened, never with a secret inside. A listener that throws disturbs nothing. */
export interface Events {
  /** A flow ended well, a credential was adopted, or the platform accepts one again that it had refused. */
  connected(connection: Connection): void;
  /** A token was renewed; `forced`: because the platform refused the old one. */
  renewed(event: { connection: Connection; forced: boolean }): void;
  /** A token could not be renewed; the connection is kept. */
  renewalFailed(event: { platform: string; account: string; code: ErrorCode; status?: number }): void;
  /** The platform refuses the credential; told once, until it accepts the credential again. */
  rejected(connection: Connection): void;
  /** A connection was removed on the app's side. */
  disconnected(event: { platform: string; account: string; owner?: string }): void;
  /** A credential was issued and could not be stored; the error that follows carries it. */
  unsaved(event: { platform: string; account: string }): void;
  /** An exchange of unknown outcome is sent its one more time. */
  replayed(event: { platform: string; flow: string }): void;
}

export const EVENTS = [
  "connected",
  "renewed",
  "renewalFailed",
  "rejected",
  "disconnected",
  "unsaved",
  "replayed",
] as const satisfies readonly (keyof Events)[];

export type Emit = <Name extends keyof Events>(name: Name, event: Parameters<Events[Name]>[0]) => void;

export function createEmit(on: Partial<Events>): Emit {
  return (name, event) => {
    try {
      const result: unknown = (on[name] as ((event: unknown) => unknown) | undefined)?.(event);
      if (result instanceof Promise) result.catch(() => {});
    } catch {
      // A listener's fault is not the caller's.
    }
  };
}
