/** Whatever `fetch` takes as a body. */
export type Body = RequestInit["body"];

/** Takes off whatever a signature may have put on. */
export type Unsign = (headers: Headers) => void;

/**
 * What openapi-fetch is given instead of `Request`: keeps the body as it was, so that it can be sent again, and saves
 * the copy that `fetch` would make. Becomes a real `Request` for middleware that reads one.
 */
export class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly payload: Body;
  readonly signal: AbortSignal | null | undefined;
  readonly #init: RequestInit;
  readonly #headers: Headers;
  /** Whether somebody has the headers, to change or to keep. */
  #shown = false;
  #unsign: Unsign | undefined;

  constructor(url: string, init: RequestInit = {}) {
    this.url = url;
    this.method = init.method ?? "GET";
    this.#headers = init.headers instanceof Headers ? init.headers : new Headers(init.headers);
    this.payload = init.body;
    this.signal = init.signal;
    this.#init = init;
  }

  /** Never with what signed the request. */
  get headers(): Headers {
    if (!this.#unsign) {
      this.#shown = true;
      return this.#headers;
    }
    const headers = new Headers(this.#headers);
    this.#unsign(headers);
    return headers;
  }

  static is(value: object): value is LightRequest {
    return #headers in value;
  }

  /**
   * The headers to sign and send. Where nobody has seen them they are no copy: that would cost more than all else in
   * signing, and is made when a middleware looks.
   */
  static toSign(request: LightRequest, unsign: Unsign | undefined): Headers {
    if (request.#shown || !unsign) return new Headers(request.#headers);
    request.#unsign = unsign;
    return request.#headers;
  }

  /** A `Request` that a middleware returns is as good. */
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && "url" in value && "method" in value && "headers" in value;
  }

  /** The same as a real `Request`; each call makes a fresh one. */
  clone(): Request {
    return new Request(this.url, { ...this.#init, method: this.method, headers: this.headers });
  }
  get body(): ReadableStream<Uint8Array<ArrayBuffer>> | null {
    return this.payload == null ? null : this.clone().body;
  }
  text(): Promise<string> {
    return this.clone().text();
  }
  json(): Promise<unknown> {
    return this.clone().json();
  }
  arrayBuffer(): Promise<ArrayBuffer> {
    return this.clone().arrayBuffer();
  }
  blob(): Promise<Blob> {
    return this.clone().blob();
  }
  formData(): Promise<FormData> {
    return this.clone().formData();
  }
}

/** One request in parts that can be sent more than once. */
export interface Outgoing {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Body;
  readonly signal: AbortSignal | null | undefined;
  /** Whether the body can be sent again. */
  readonly repeatable: boolean;
}

/**
 * Takes apart whatever `fetch` may be called with; waits only for the body of a real `Request`. What is signed is not to
 * be seen on the input.
 * @param unsign saves a copy of the headers
 */
export function outgoing(
  input: LightRequest | Request | URL | string,
  init?: RequestInit,
  unsign?: Unsign,
): Outgoing | Promise<Outgoing> {
  if (typeof input === "string" || input instanceof URL) {
    const { method = "GET", headers, body, signal } = init ?? {};
    return {
      url: String(input),
      method: method.toUpperCase(),
      headers: new Headers(headers),
      body,
      signal,
      repeatable: isRepeatable(body),
    };
  }
  if (!LightRequest.is(input)) return buffered(init ? new Request(input, init) : input);
  const { url, method, payload, signal } = input;
  const headers = LightRequest.toSign(input, unsign);
  return { url, method, headers, body: payload, signal, repeatable: isRepeatable(payload) };
}

async function buffered(request: Request): Promise<Outgoing> {
  const { url, method, headers, signal } = request;
  const body = request.body ? await request.arrayBuffer() : undefined;
  return { url, method, headers: new Headers(headers), body, signal, repeatable: true };
}

function isRepeatable(body: Body): boolean {
  return body == null || !(body instanceof ReadableStream);
}
