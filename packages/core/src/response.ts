import type { Deadline } from "./deadline.ts";
import { discard } from "./discard.ts";
import { isShopAuthError, ShopAuthError } from "./errors.ts";
import { withWord, wordOf } from "./trouble.ts";

const PEEK = 64 * 1024;
/** As many bytes a part counts at least: a body of single bytes would cost a hundred times its size. */
const LEAST = 16;
/** So many parts are kept before they are put together. */
const MANY = 1024;

type Bytes = Uint8Array<ArrayBuffer>;

export interface Limits {
  readonly platform: string;
  /** Bytes of a body after decoding. */
  readonly bytes: number;
}

/** Cleared when the body has come to its end, however it does. */
type Clear = Pick<Deadline, "clear"> & { readonly signal?: AbortSignal };

/**
 * Whether an encoding's size cannot be limited: runtimes inflate `deflate` without waiting for the reader, so that a
 * small answer fills the memory. Nothing here asks for it.
 */
export function isUnbounded(headers: Headers): boolean {
  return /deflate/i.test(headers.get("content-encoding") ?? "");
}

/**
 * What a failed request or body is told as: the reason of who ended it, or a typed error with no more than one word of
 * the runtime's.
 */
export function networkFailure(
  error: unknown,
  signal: AbortSignal | undefined,
  platform: string,
  hint?: string,
): unknown {
  if (signal?.aborted || isShopAuthError(error)) return error;
  const message = withWord("The platform's answer did not come, or not to its end", wordOf(error));
  return new ShopAuthError("network_failed", message, { platform, hint });
}

/**
 * Lets responses through as they are, unless one is a redirect, or becomes larger than the limit: then its body ends
 * with an error there.
 * @throws ShopAuthError `redirect_refused`, `response_too_large`
 */
export function createLimit(limits: Limits): (response: Response, deadline: Clear) => Response {
  let guarding: ReturnType<typeof createGuarding> | undefined;
  return (response, deadline) => {
    const { status, headers, body } = response;
    const { platform } = limits;
    const refused =
      response.type === "opaqueredirect" || response.redirected || (status >= 300 && status < 400 && status !== 304)
        ? new ShopAuthError("redirect_refused", "The platform answered with a redirect", { platform, status })
        : body && (Number(headers.get("content-length")) > limits.bytes || isUnbounded(headers))
          ? tooLarge(limits, status)
          : undefined;
    if (refused || !body) deadline.clear();
    if (refused) {
      discard(body);
      throw refused;
    }
    if (!body) return response;
    // With the first response only: reading the global `Response` loads the runtime's HTTP stack.
    const { prototype, guard } = (guarding ??= createGuarding(limits));
    if (Object.getPrototypeOf(response) === prototype && !Object.hasOwn(response, "text"))
      return guard(response, deadline);
    // A look-alike, or another implementation's.
    const { stream } = new Reading(() => body, limits, status, deadline);
    return new Response(stream, { status, statusText: reason(response), headers });
  };
}

function tooLarge({ bytes, platform }: Limits, status: number): ShopAuthError {
  return new ShopAuthError("response_too_large", `The answer is larger than ${bytes} bytes`, { platform, status });
}

const utf8 = new TextDecoder();

function joined(parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The reading of one body, which counts what it reads. */
class Reading {
  readonly #body: () => ReadableStream<Bytes>;
  readonly #limits: Limits;
  readonly #status: number;
  readonly #deadline: Clear;
  #reader: ReadableStreamDefaultReader<Bytes> | undefined;
  #stream: ReadableStream<Bytes> | undefined;
  #count = 0;

  /** @param body gives the body as it is when it is read: `clone` puts another one in its place */
  constructor(body: () => ReadableStream<Bytes>, limits: Limits, status: number, deadline: Clear) {
    this.#body = body;
    this.#limits = limits;
    this.#status = status;
    this.#deadline = deadline;
  }

  /**
   * Whether it has been read, at least in part.
   * @throws TypeError where somebody holds its stream
   */
  get taken(): boolean {
    if (this.#stream?.locked) throw new TypeError("The body is locked by a reader");
    return this.#body().locked;
  }

  /** The next part; `undefined` at the end. */
  async read(): Promise<Bytes | undefined> {
    this.#reader ??= this.#body().getReader();
    let part: Bytes | undefined;
    try {
      part = (await this.#reader.read()).value;
    } catch (error) {
      throw networkFailure(error, this.#deadline.signal, this.#limits.platform);
    } finally {
      if (!part) this.#deadline.clear();
    }
    if (part) this.#count += Math.max(part.length, LEAST);
    if (this.#count <= this.#limits.bytes) return part;
    this.cancel().catch(() => {});
    throw tooLarge(this.#limits, this.#status);
  }

  async bytes(): Promise<Bytes> {
    let parts: Bytes[] = [];
    for (let part = await this.read(); part; part = await this.read()) {
      // A view into a larger buffer would keep all of that.
      parts.push(part.buffer.byteLength > part.length * 1.25 ? part.slice() : part);
      if (parts.length === MANY) parts = [joined(parts)];
    }
    return parts.length === 1 ? parts[0]! : joined(parts);
  }

  cancel(reason?: unknown): Promise<void> {
    this.#deadline.clear();
    return (this.#reader ?? this.#body()).cancel(reason);
  }

  /** The same as a stream, which reads nothing before it is asked. */
  get stream(): ReadableStream<Bytes> {
    return (this.#stream ??= new ReadableStream(
      {
        pull: async (controller) => {
          const part = await this.read();
          if (part) controller.enqueue(part);
          else controller.close();
        },
        cancel: (reason) => this.cancel(reason),
      },
      { highWaterMark: 0 },
    ));
  }
}

/**
 * Counts in the response itself, by its prototype: another Response around a stream of ours would cost more than all
 * else in a call.
 */
function createGuarding(limits: Limits) {
  const { prototype } = Response;
  // Whoever holds the getter: on workerd that is not `Response.prototype` itself.
  const bodyOf = (response: Response) => Reflect.get(prototype, "body", response) as ReadableStream<Bytes>;
  const guarded = new WeakMap<Response, { reading: Reading; deadline: Clear }>();
  const readingOf = (response: Response) => guarded.get(response)!.reading;
  const counted = (response: Response) => new Response(response.body, { headers: response.headers });
  const guard = (response: Response, deadline: Clear): Response => {
    const reading = new Reading(() => bodyOf(response), limits, response.status, deadline);
    guarded.set(response, { reading, deadline });
    return Object.setPrototypeOf(response, own) as Response;
  };
  // What is taken already fails in the runtime's own words.
  const own = Object.create(
    prototype,
    Object.getOwnPropertyDescriptors({
      get body() {
        return readingOf(this as never).stream;
      },
      async text(this: Response) {
        const reading = readingOf(this);
        return reading.taken ? prototype.text.call(this) : utf8.decode(await reading.bytes());
      },
      async json(this: Response) {
        const reading = readingOf(this);
        return reading.taken ? prototype.json.call(this) : (JSON.parse(utf8.decode(await reading.bytes())) as unknown);
      },
      async arrayBuffer(this: Response) {
        const reading = readingOf(this);
        return reading.taken ? prototype.arrayBuffer.call(this) : (await reading.bytes()).slice().buffer;
      },
      async bytes(this: Response) {
        return new Uint8Array(await this.arrayBuffer());
      },
      async blob(this: Response) {
        return readingOf(this).taken ? prototype.blob.call(this) : counted(this).blob();
      },
      async formData(this: Response) {
        return readingOf(this).taken ? prototype.formData.call(this) : counted(this).formData();
      },
      clone(this: Response) {
        return guard(prototype.clone.call(this), guarded.get(this)!.deadline);
      },
    }),
  ) as Response;
  return { prototype, guard };
}

/** Reads the beginning of a body without taking it from whoever reads it next. */
export async function peek(response: Response): Promise<{ text: string; response: Response }> {
  if (!response.body) return { text: "", response };
  const [mine, theirs] = response.body.tee();
  const reader = mine.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let bytes = 0; bytes < PEEK; ) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    text += decoder.decode(value, { stream: true });
  }
  reader.cancel().catch(() => {});
  const { status, headers } = response;
  return { text, response: new Response(theirs, { status, statusText: reason(response), headers }) };
}

/** The status's words where a `Response` can be made with them. */
function reason({ statusText }: Response): string {
  return /^[\t\x20-\x7e]{0,256}$/.test(statusText) ? statusText : "";
}
