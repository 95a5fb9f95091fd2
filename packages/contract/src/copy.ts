// What fake timers replace in a test is not what these wait for.
const { setTimeout, clearTimeout } = globalThis;

/** Bytes of an answer that are held for a comparison. */
const MAX_BYTES = 8 * 1024 * 1024;
/** Milliseconds that an answer is followed after its head. */
const MAX_TIME = 30_000;

/** What is about to be sent, taken so that the original stays as it is. */
export interface Sent {
  method: string;
  url: URL;
  request: Request;
  /** Whether the body is in `request`; a stream can be read once only, and that is for the platform. */
  whole: boolean;
}

/** @throws TypeError for what `fetch` itself refuses */
export function copyRequest(
  input: string | URL | Request,
  init: RequestInit | undefined,
  place: (url: URL) => URL | undefined,
): Sent | undefined {
  const given = typeof input === "object" && "url" in input ? input : undefined;
  const url = place(new URL(given ? given.url : String(input)));
  if (!url) return undefined;
  const method = (init?.method ?? given?.method ?? "GET").toUpperCase();
  const headers = new Headers(init?.headers ?? given?.headers);
  const body = init?.body ?? undefined;
  if (body === undefined && given?.body) {
    const copied = { method, headers, body: given.clone().body, duplex: "half" };
    return { method, url, request: new Request(url, copied as RequestInit), whole: true };
  }
  const whole = body === undefined || isRepeatable(body);
  const request = new Request(url, { method, headers, ...(whole && body !== undefined && { body }) });
  return { method, url, request, whole };
}

function isRepeatable(body: unknown): boolean {
  return (
    typeof body === "string" ||
    body instanceof URLSearchParams ||
    body instanceof FormData ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    ArrayBuffer.isView(body)
  );
}

/** The copy of an answer with its body at hand, or without it where it is too long, too slow or cut off. */
export async function readCopy(copy: Response): Promise<{ response: Response; whole: boolean }> {
  const { status, headers } = copy;
  if (copy.body === null) return { response: new Response(null, { status, headers }), whole: true };
  const reader = copy.body.getReader();
  const stop = (): void => void reader.cancel().catch(() => {});
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, MAX_TIME);
  (timer as { unref?: () => void }).unref?.();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let whole = false;
  try {
    while (size <= MAX_BYTES) {
      const { done, value } = await reader.read();
      if (done) {
        whole = !late;
        break;
      }
      size += value.byteLength;
      pieces.push(value);
    }
  } catch {
    // Cut off, by the network or by the caller's signal: the caller is told of it by its own copy.
  } finally {
    clearTimeout(timer);
    if (!whole) stop();
  }
  return { response: new Response(whole ? new Blob(pieces) : null, { status, headers }), whole };
}

/** Lets whatever waits for the answer go on first. */
export const afterwards = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
