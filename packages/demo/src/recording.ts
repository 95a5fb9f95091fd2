import { AsyncLocalStorage } from "node:async_hooks";

/** One request to a platform and its answer, without the secrets it was sent with. */
export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  /** Absent: there was no answer. */
  readonly answer?: {
    readonly status: number;
    readonly headers: readonly (readonly [name: string, value: string])[];
    readonly body: string;
    /** Characters, where the body is cut. */
    readonly cut?: number;
  };
  /** Milliseconds. */
  readonly took: number;
}

const SECRET_HEADERS = /^(?:authorization|x-access-token|access-key|cookie|set-cookie)$/i;
/** Token requests carry secrets both ways: only that they happened is shown. */
const TOKEN_REQUEST = /\/(?:token|oauth-exchange-token)(?:$|\?)/;
const MAX_SHOWN = 20_000;
const running = new AsyncLocalStorage<Promise<Recorded>[]>();

/** Runs some work and tells which requests it led to. */
export async function recorded<Result>(
  work: () => Promise<Result>,
): Promise<{ result?: Result; error?: unknown; requests: readonly Recorded[] }> {
  const requests: Promise<Recorded>[] = [];
  const outcome = await running.run(requests, () =>
    work().then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    ),
  );
  return { ...outcome, requests: await Promise.all(requests) };
}

/** `fetch` that takes notes while `recorded` runs: goes into the `fetch` option of the create functions. */
export const recordingFetch: typeof fetch = async (input, init) => {
  const notes = running.getStore();
  if (!notes) return fetch(input, init);
  const began = performance.now();
  const asked = { url: String(input instanceof Request ? input.url : input), method: init?.method ?? "GET" };
  const headers = [...new Headers(init?.headers)];
  const secrets = headers.filter(([name]) => SECRET_HEADERS.test(name)).map(([, value]) => value.split(" ").at(-1)!);
  const hidden = TOKEN_REQUEST.test(asked.url);
  const request = {
    ...asked,
    headers: headers.map(([name, value]) => [name, SECRET_HEADERS.test(name) ? masked(value) : value] as const),
    ...(init?.body != null && { body: hidden ? "(not shown)" : without(secrets, String(init.body)) }),
  };
  try {
    const response = await fetch(input, init);
    const took = performance.now() - began;
    const copy = hidden ? undefined : response.clone();
    notes.push(
      (async () => {
        const text = copy ? without(secrets, await copy.text().catch(() => "(broke off)")) : "(not shown)";
        const answer = {
          status: response.status,
          headers: [...response.headers].filter(([name]) => !SECRET_HEADERS.test(name)),
          body: pretty(text).slice(0, MAX_SHOWN),
          ...(text.length > MAX_SHOWN && { cut: text.length }),
        };
        return { ...request, answer, took };
      })(),
    );
    return response;
  } catch (error) {
    notes.push(Promise.resolve({ ...request, took: performance.now() - began }));
    throw error;
  }
};

/** Enough of a secret to tell two apart. */
function masked(value: string): string {
  const [scheme, secret] = /^(\w+) (\S+)$/.exec(value)?.slice(1) ?? ["", value];
  return `${scheme} ${secret!.length >= 12 ? secret!.slice(0, 4) : ""}••••••••`.trim();
}

function without(secrets: readonly string[], text: string): string {
  return secrets.reduce((all, secret) => (secret.length < 8 ? all : all.replaceAll(secret, masked(secret))), text);
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
