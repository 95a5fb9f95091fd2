/** What a runtime puts on the error of a failed fetch, or on its cause. */
interface RuntimeError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly cause?: RuntimeError & { readonly errors?: readonly RuntimeError[] };
}

/** Said where no connection was made, and of one that breaks: what was being done tells which. */
const UNREACHED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/;
/** Said only where no connection was made. */
const UNCONNECTED = /^(?:UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$/;

/** Whether a failed fetch says that no connection was made. */
export function neverSent(error: unknown): boolean {
  const { cause } = (error ?? {}) as RuntimeError;
  return [error as RuntimeError, cause, ...(cause?.errors ?? [])].some((each) => {
    const [code, call] = [String(each?.code), String(each?.syscall)];
    return UNCONNECTED.test(code) || (UNREACHED.test(code) && /^(?:connect|getaddrinfo)$/.test(call));
  });
}

/** The runtime's one word for what failed, such as `ECONNREFUSED`: its sentences may quote a request. */
export function wordOf(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as RuntimeError;
  return [code, cause?.code].find(
    (each): each is string => typeof each === "string" && /^[A-Z][A-Z0-9_]{2,40}$/.test(each),
  );
}

/** A message with that word, where there is one. */
export function withWord(message: string, word: string | undefined): string {
  return word === undefined ? message : `${message} (${word})`;
}

/**
 * What to look at where a request was to reach a sandbox.
 * @param url what was to be asked
 * @param target what was asked instead
 */
export function sandboxHint(url: string, target: string): string | undefined {
  return target === url ? undefined : `Is the sandbox running at ${new URL(target).origin}?`;
}
