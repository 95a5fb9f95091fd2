import { readdirSync } from "node:fs";
import { afterwards, copyRequest, readCopy, type Sent } from "./copy.ts";
import { wordsOf } from "./mask.ts";
import type { Operation } from "./operation.ts";
import type { PlatformId } from "./platforms.ts";
import { createMaskedSpec, loadDocument, type Spec } from "./spec.ts";

/** One place where a request or its answer is not what the spec says. */
export interface Difference {
  /** The operation's `operationId`; empty where the spec has no such operation. */
  operation: string;
  /** In capitals. */
  method: string;
  /** As the spec writes it, such as `/entity/ms.brands/{id}`. */
  path: string;
  side: "request" | "response";
  /** HTTP status of the answer; absent for a request. */
  status?: number;
  /** Where and what, in words of the spec: never a value of the body, and no name that the spec does not have. */
  message: string;
}

/** Differences of one request or one answer that are told one by one. */
const MOST = 20;

interface Known {
  spec: Spec;
  /** Of the servers that only this platform has; a shop's own domain can be anybody's. */
  hosts: RegExp[];
}

/**
 * A `fetch` for the create functions' `fetch` option that reports where requests and answers differ from the spec and
 * passes everything through unchanged. For development and tests.
 *
 * It throws only what the `fetch` below it throws. Reports come after the caller has got the answer; one that throws
 * disturbs nothing. Only operations of the spec are compared; any other request to a host of the platform is reported as
 * an unknown operation. A body that is sent as a stream and an answer of more than 8 MB or 30 s pass unread.
 *
 * @param options.fetch what sends the requests; default: the global `fetch` at the time of each call
 * @throws TypeError at once, for a platform of which there is no spec and where `report` is not a function
 */
export function validating(
  platform: PlatformId,
  options: { report: (difference: Difference) => void; fetch?: typeof globalThis.fetch },
): typeof globalThis.fetch {
  assertGiven(platform, options);
  // At once, so that reading it does not stand between the first answer and who waits for it.
  const loading = load(platform).catch(() => undefined);
  const before = globalThis.fetch;
  let unreadable = false;

  const tell = (difference: Difference): void => {
    try {
      // An async function is a report as well, and its failure as little the caller's.
      Promise.resolve(options.report(difference) as unknown).catch(() => {});
    } catch {}
  };

  const compare = async ({ method, url, request, whole }: Sent, copy: Response | undefined): Promise<void> => {
    const known = await loading;
    const operation = known?.spec.operationOf(method, url);
    if (!known || !operation) {
      copy?.body?.cancel().catch(() => {});
      const at = { operation: "", method, path: shownPath(url), side: "request" as const };
      if (known?.hosts.some((host) => host.test(url.host))) tell({ ...at, message: "unknown operation" });
      if (!known && !unreadable) {
        unreadable = true;
        tell({ ...at, message: "the spec of the platform cannot be read: nothing is compared" });
      }
      return;
    }
    const at = { operation: operation.operationId, method, path: operation.path };
    const answer = copy && (await readCopy(copy));
    await afterwards();
    const asked = whole ? operation : withoutBody(operation);
    for (const message of shortened(await known.spec.checkRequest(asked, request))) {
      tell({ ...at, side: "request", message });
    }
    if (!answer) return;
    const { status } = answer.response;
    const lines = shortened(await known.spec.checkResponse(operation, answer.response));
    for (const message of answer.whole ? lines : lines.filter((line) => !line.startsWith("body"))) {
      tell({ ...at, side: "response", status, message });
    }
  };

  const passing: typeof globalThis.fetch = async (input, init) => {
    const sent = attempt(() => copyRequest(input, init, placed));
    const below = options.fetch ?? (globalThis.fetch === passing ? before : globalThis.fetch);
    let copy: Response | undefined;
    try {
      const response = await below(input, init);
      if (sent) copy = attempt(() => response.clone());
      return response;
    } finally {
      if (sent) compare(sent, copy).catch(() => {});
    }
  };
  return passing;
}

/** JavaScript has no types that would tell, and a comparison that never happens looks like one that found nothing. */
function assertGiven(platform: string, options: { report?: unknown } | undefined): void {
  const specs = attempt(() => readdirSync(new URL("../dist/specs/", import.meta.url)));
  const known = specs?.map((name) => name.replace(/\.json$/, ""));
  if (known && !known.includes(platform))
    throw new TypeError(`there is no spec ${String(platform)}: one of ${known.join(", ")}`);
  if (typeof options?.report !== "function")
    throw new TypeError("validating needs { report }, a function that is told each difference");
}

async function load(platform: PlatformId): Promise<Known> {
  const document = await loadDocument(platform);
  const spec = createMaskedSpec(document, wordsOf(document));
  const servers = new Set(spec.operations.flatMap((operation) => operation.servers));
  const hosts = [...servers].flatMap((server) => {
    const host = /^[a-z]+:\/\/([^/]+)/.exec(server)?.[1] ?? "";
    if (!host.replace(/\{[^}]+\}/g, "").includes(".")) return [];
    const pattern = host.replace(/\{[^}]+\}|[^{]+/g, (part) =>
      part.startsWith("{") ? "[^/]+" : part.replace(/[.*+?^$()|[\]\\]/g, "\\$&"),
    );
    return new RegExp(`^${pattern}$`);
  });
  return { spec, hosts };
}

/** The platform's own URL, also of a request that goes to a sandbox: `http://127.0.0.1:4400/shop.example/…`. */
function placed(url: URL): URL | undefined {
  if (!/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname)) return url;
  const [, host, rest] = /^\/([^/]+\.[^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  return url.protocol === "http:" && host !== undefined
    ? new URL(`https://${host}${rest ?? "/"}${url.search}`)
    : undefined;
}

/** A path of which there is no template: what looks like an id or a secret is left out. */
function shownPath({ pathname }: URL): string {
  return pathname
    .split("/")
    .map((part) => (/^(?:[A-Za-z][A-Za-z._-]{0,23}|v?\d(?:\.\d)?|)$/.test(part) ? part : "{}"))
    .join("/");
}

function withoutBody({ requestBody: _, ...operation }: Operation): Operation {
  return { ...operation, requestBody: undefined };
}

/** Without the side and status, which stand on their own; no more than anybody reads. */
function shortened(lines: string[]): string[] {
  const messages = lines.slice(0, MOST).map((line) => line.replace(/^(?:request|response(?: \d+)?) /, ""));
  return lines.length > MOST ? [...messages, `and ${lines.length - MOST} more`] : messages;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
