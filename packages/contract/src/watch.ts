import type { Operation } from "./operation.ts";

/** What `watch` needs of the server that MSW's `setupServer` returns. Named here, so that the types need no MSW. */
export interface WatchedServer {
  events: {
    /** Calls the listener for every event of that type until the signal aborts. */
    // biome-ignore lint/suspicious/noExplicitAny: MSW's own types of each event are narrower than one type for all
    on(type: any, listener: (event: any) => void, options?: { signal?: AbortSignal }): unknown;
  };
}

/** What MSW tells of a request; which members there are differs by event. */
interface WatchedEvent {
  requestId: string;
  request: Request;
  response: Response;
  error: unknown;
}

/** What `watch` leaves out. */
export interface WatchOptions {
  /** Leaves a request out, for instance one that a test makes wrong on purpose. */
  ignore?: (request: Request) => boolean;
}

/** What was seen on a mock server since `watch` began. */
export interface Watch {
  /** One line a problem, complete after `settled()`. */
  readonly problems: string[];
  /** Ids of the operations that were called. */
  readonly called: Set<string>;
  /** Resolves when every request that began so far has been validated. */
  settled(): Promise<void>;
  /** Stops listening; what is under way is still validated. */
  stop(): void;
}

export interface Watched {
  operationOf(method: string, url: string): Operation | undefined;
  checkRequest(operation: Operation, request: Request): Promise<string[]>;
  checkResponse(operation: Operation, response: Response): Promise<string[]>;
}

interface Pending {
  /** Copied at the start: a handler may read the original. */
  request: Request;
  done: Promise<void>;
  finish: () => void;
}

/** Validates each request an MSW server answers, and the answer. A request no handler answers is a problem as well. */
export function createWatch(spec: Watched, server: WatchedServer, options: WatchOptions = {}): Watch {
  const problems: string[] = [];
  const called = new Set<string>();
  const pending = new Map<string, Pending>();
  const running = new Set<Promise<void>>();
  const listening = new AbortController();
  const { signal } = listening;

  const close = (requestId: string): void => {
    pending.get(requestId)?.finish();
    pending.delete(requestId);
  };

  const validate = async (request: Request, response: Response): Promise<void> => {
    const { method, url } = request;
    const operation = spec.operationOf(method, url);
    if (!operation) {
      problems.push(`${method} ${url} is not an operation of the spec`);
      return;
    }
    called.add(operation.operationId);
    const name = `${operation.operationId} (${method} ${new URL(url).pathname})`;
    const lines = [
      ...(await spec.checkRequest(operation, request)),
      // A network error is no answer: there is nothing to hold against the spec.
      ...(response.type === "error" ? [] : await spec.checkResponse(operation, response)),
    ];
    problems.push(...lines.map((line) => `${name} ${line}`));
  };

  server.events.on(
    "request:start",
    ({ requestId, request }: WatchedEvent) => {
      if (signal.aborted || options.ignore?.(request)) return;
      let finish = (): void => {};
      const done = new Promise<void>((resolve) => {
        finish = resolve;
      });
      pending.set(requestId, { request: request.clone(), done, finish });
    },
    { signal },
  );
  server.events.on("request:unhandled", ({ requestId, request }: WatchedEvent) => {
    if (!pending.has(requestId)) return;
    problems.push(`${request.method} ${request.url} has no handler`);
    close(requestId);
  });
  server.events.on("unhandledException", ({ requestId, request, error }: WatchedEvent) => {
    if (!pending.has(requestId)) return;
    problems.push(`${request.method} ${request.url}: the handler threw ${error}`);
    close(requestId);
  });
  server.events.on("request:end", ({ requestId }: WatchedEvent) => {
    // An answer that is no response (a network error, a passthrough) has no response event to wait for.
    setTimeout(() => close(requestId), 250).unref();
  });
  server.events.on("response:mocked", ({ requestId, response }: WatchedEvent) => {
    const entry = pending.get(requestId);
    if (!entry) return;
    pending.delete(requestId);
    running.add(
      validate(entry.request, response.clone())
        .catch((error: unknown) => void problems.push(`${entry.request.method} ${entry.request.url}: ${error}`))
        .finally(entry.finish),
    );
  });

  return {
    problems,
    called,
    settled: async () => {
      while (pending.size > 0) await Promise.all([...pending.values()].map(({ done }) => done));
      await Promise.all(running);
    },
    stop: () => listening.abort(),
  };
}
