import { within } from "./delay.ts";

const MOST = 64 * 1024;
const PATIENCE = 1_000;

/**
 * Lets go of a body that nobody will read: its rest is read where that is little, so that the connection can be used
 * again, and cancelled otherwise. Never throws.
 */
export function discard(body: ReadableStream<Uint8Array> | null): void {
  if (!body || body.locked) return;
  const reader = body.getReader();
  const rest = (async () => {
    for (let bytes = 0; bytes <= MOST; ) {
      const { done, value } = await reader.read();
      if (done) return true;
      bytes += value.length;
    }
    return false;
  })();
  within(rest, PATIENCE)
    .then((done) => (done ? undefined : reader.cancel()))
    .catch(() => {});
}
