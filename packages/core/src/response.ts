import type { Deadline } from "./deadline.ts";
import { ShopAuthError } from "./errors.ts";

const PEEK = 64 * 1024;

/**
 * Lets a response through as it is, unless it is a redirect, or may become larger than `limit` bytes after decoding:
 * then its body ends with an error there. The end of the body, however it comes, clears the deadline.
 * @throws ShopAuthError `redirect_refused`, `response_too_large`
 */
export function limited(response: Response, limit: number, platform: string, deadline: Deadline): Response {
  const { status, headers, body } = response;
  const refuse = (error: ShopAuthError) => {
    deadline.clear();
    body?.cancel().catch(() => {});
    return error;
  };
  if (response.type === "opaqueredirect" || response.redirected || (status >= 300 && status < 400 && status !== 304)) {
    throw refuse(new ShopAuthError("redirect_refused", "The platform answered with a redirect", { platform, status }));
  }
  if (!body) {
    deadline.clear();
    return response;
  }
  const guard = new Guard(body, limit, platform, status, deadline);
  if (Number(headers.get("content-length")) > limit) throw refuse(guard.tooLarge());
  const { prototype, bodies } = (guarded ??= createGuarded());
  if (Object.getPrototypeOf(response) !== prototype || Object.hasOwn(response, "text"))
    return new Response(guard.stream, { status, statusText: response.statusText, headers });
  // Wrapping the body's stream in another Response costs more than the rest of a call together.
  return bodies(response, guard);
}

/** Counts what is read of one body. */
class Guard {
  readonly #body: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly #limit: number;
  readonly #platform: string;
  readonly #status: number;
  readonly #deadline: Deadline;
  #stream: ReadableStream<Uint8Array<ArrayBuffer>> | undefined;
  #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | undefined;
  #bytes = 0;

  constructor(
    body: ReadableStream<Uint8Array<ArrayBuffer>>,
    limit: number,
    platform: string,
    status: number,
    deadline: Deadline,
  ) {
    this.#body = body;
    this.#limit = limit;
    this.#platform = platform;
    this.#status = status;
    this.#deadline = deadline;
  }

  /** Whether somebody reads, or has read, this body. */
  get taken(): boolean {
    return this.#body.locked || this.#stream?.locked === true;
  }

  tooLarge(): ShopAuthError {
    const { status, platform } = { status: this.#status, platform: this.#platform };
    return new ShopAuthError("response_too_large", `The answer is larger than ${this.#limit} bytes`, {
      platform,
      status,
    });
  }

  /** The next part of the body; `undefined` at its end. */
  async read(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const reader = (this.#reader ??= this.#body.getReader());
    try {
      const { done, value } = await reader.read();
      if (done) {
        this.#deadline.clear();
        return undefined;
      }
      this.#bytes += value.length;
      if (this.#bytes <= this.#limit) return value;
    } catch (error) {
      this.#deadline.clear();
      throw error;
    }
    this.cancel().catch(() => {});
    throw this.tooLarge();
  }

  async text(): Promise<string> {
    const decoder = new TextDecoder();
    let text = "";
    for (let part = await this.read(); part; part = await this.read()) text += decoder.decode(part, { stream: true });
    return text + decoder.decode();
  }

  cancel(reason?: unknown): Promise<void> {
    this.#deadline.clear();
    return this.#reader ? this.#reader.cancel(reason) : this.#body.cancel(reason);
  }

  get stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return (this.#stream ??= new ReadableStream(
      {
        pull: async (controller) => {
          const part = await this.read();
          if (part) controller.enqueue(part);
          else controller.close();
        },
        cancel: (reason) => this.cancel(reason),
      },
      // Nothing is read before somebody asks.
      { highWaterMark: 0 },
    ));
  }
}

let guarded: ReturnType<typeof createGuarded> | undefined;

/** Made with the first response, since reading the global `Response` loads the runtime's HTTP stack. */
function createGuarded() {
  const { prototype } = Response;
  const guards = new WeakMap<Response, Guard>();
  class Guarded extends Response {
    override get body() {
      return guards.get(this)!.stream;
    }
    override async text(): Promise<string> {
      const guard = guards.get(this)!;
      return guard.taken || this.bodyUsed ? super.text() : guard.text();
    }
    override async json(): Promise<unknown> {
      return JSON.parse(await this.text());
    }
    override arrayBuffer() {
      return this.#counted().arrayBuffer();
    }
    override bytes() {
      return this.#counted().bytes();
    }
    override blob() {
      return this.#counted().blob();
    }
    override formData() {
      return this.#counted().formData();
    }
    override clone(): Response {
      throw 0;
    }
    #counted(): Response {
      return new Response(this.body, { headers: this.headers });
    }
  }
  return {
    prototype,
    bodies(response: Response, guard: Guard): Response {
      guards.set(response, guard);
      return Object.setPrototypeOf(response, Guarded.prototype) as Response;
    },
  };
}
