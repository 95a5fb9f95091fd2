import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";

/**
 * The emulated platform, a process of its own: it alone knows what was asked and what was issued. It gives short tokens
 * to anyone who names a shop, and exchanges a code once per user, ever; a second exchange is refused and revokes.
 */

/** What a harness tells it. All of it is optional. */
export interface Control {
  readonly type: "control";
  readonly id: number;
  /** Milliseconds that its clock is ahead of this machine's. */
  readonly offset?: number;
  /** Its clock runs so many times as fast, from now on. */
  readonly rate?: number;
  /** Seconds that a token lives. */
  readonly life?: number;
  /** Milliseconds before a shop's first token request is answered, by the beginning of its name. */
  readonly hold?: Readonly<Record<string, number>>;
  /** Shops whose held token request is answered now. */
  readonly release?: readonly string[];
  /** Refuses every API call of these shops. */
  readonly refuse?: readonly string[];
  /** A user's permanent token, as the redirect of some platforms brings it. */
  readonly issue?: { readonly shop: string; readonly token: string };
}

export interface ShopReport {
  /** Token requests, and those that came while a token had more than its soft window left. */
  tokens: number;
  early: number;
  /** Milliseconds since the epoch of each token request, by its clock. */
  tokenTimes: number[];
  /** Exchange requests, exchanges that issued, and codes that were presented. */
  exchanges: number;
  issued: number;
  codes: string[];
  /** API calls with a good token, with one that had expired, was of another shop, or was never issued. */
  calls: number;
  expired: number;
  wrongShop: number;
  unknownToken: number;
  /** When the newest token was first used; milliseconds since the epoch. */
  newestUsedAt?: number;
  /** When an exchange was committed; milliseconds since the epoch. */
  committedAt?: number;
}

interface Issued {
  shop: string;
  expiresAt: number;
  revoked: boolean;
}

let offset = 0;
let rate = 1;
const start = Date.now();
let life = 3_600;
let hold: Readonly<Record<string, number>> = {};
const held = new Map<string, () => void>();
let refused = new Set<string>();
const tokens = new Map<string, Issued>();
const shops = new Map<string, ShopReport & { newest?: string }>();
let serial = 0;

const now = () => start + (Date.now() - start) * rate + offset;
const reportOf = (shop: string) => {
  let report = shops.get(shop);
  if (!report) {
    report = {
      tokens: 0,
      early: 0,
      tokenTimes: [],
      exchanges: 0,
      issued: 0,
      codes: [],
      calls: 0,
      expired: 0,
      wrongShop: 0,
      unknownToken: 0,
    };
    shops.set(shop, report);
  }
  return report;
};

const answer = (response: ServerResponse, status: number, value: unknown) => {
  const body = JSON.stringify(value);
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) });
  response.end(body);
};

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The first segment is the platform's host.
  const [, , ...segments] = (request.url ?? "").split("?")[0]!.split("/");
  if (segments[0] === "v1") return callApi(segments[1] ?? "", segments[2] ?? "", request, response);
  const form = await bodyOf(request);
  const shop = form.get("shop") ?? "";
  const report = reportOf(shop);
  if (segments[0] === "token") {
    const current = report.newest === undefined ? undefined : tokens.get(report.newest);
    const soft = Math.min(600_000, (life * 1_000) / 6) * 1.2;
    if (current && !current.revoked && current.expiresAt - now() > soft) report.early++;
    report.tokens++;
    report.tokenTimes.push(now());
    const accessToken = `${shop}.${++serial}.${crypto.randomUUID()}`;
    tokens.set(accessToken, { shop, expiresAt: now() + life * 1_000, revoked: false });
    report.newest = accessToken;
    delete report.newestUsedAt;
    process.send?.({ type: "token", shop, pid: Number(request.headers["x-process"]), nth: report.tokens });
    const wait = Object.entries(hold).find(([start]) => shop.startsWith(start))?.[1];
    if (wait !== undefined && report.tokens === 1)
      await new Promise<void>((resolve) => {
        held.set(shop, resolve);
        setTimeout(resolve, wait);
      });
    return answer(response, 200, { access_token: accessToken, expires_in: life });
  }
  if (segments[0] === "exchange") {
    report.exchanges++;
    report.codes.push(form.get("code") ?? "");
    if (report.issued > 0) {
      // RFC 6749, 4.1.2: a code that is used twice revokes what it had brought. StoreHippo may; this one does where told.
      if (form.get("code")?.startsWith("revoking"))
        for (const each of tokens.values()) if (each.shop === shop) each.revoked = true;
      return answer(response, 400, { error: "invalid_grant", error_description: "This user was exchanged before" });
    }
    if (!form.get("code")?.includes(shop)) return answer(response, 400, { error: "invalid_grant" });
    report.issued++;
    const accessToken = `${shop}.${++serial}.${crypto.randomUUID()}`;
    tokens.set(accessToken, { shop, expiresAt: Number.POSITIVE_INFINITY, revoked: false });
    report.newest = accessToken;
    report.committedAt = performance.timeOrigin + performance.now();
    return answer(response, 200, { access_token: accessToken });
  }
  answer(response, 404, {});
}

function callApi(shop: string, path: string, request: IncomingMessage, response: ServerResponse): void {
  const report = reportOf(shop);
  const given = request.headers.authorization?.slice("Bearer ".length) ?? "";
  const issued = tokens.get(given);
  request.resume();
  if (!issued) report.unknownToken++;
  else if (issued.shop !== shop) report.wrongShop++;
  else if (issued.expiresAt <= now()) report.expired++;
  else if (!issued.revoked && !refused.has(shop)) {
    report.calls++;
    if (given === report.newest) report.newestUsedAt ??= Date.now();
    answer(response, 200, { shop: issued.shop, path });
    return;
  }
  answer(response, 401, { error: "invalid_token" });
}

const server = createServer((request, response) => {
  handle(request, response).catch(() => response.destroy());
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", 4_096, () => {
  process.send?.({ type: "listening", origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});

process.on("message", (control: Control) => {
  if (control.offset !== undefined) offset = control.offset;
  if (control.rate !== undefined) rate = control.rate;
  if (control.life !== undefined) life = control.life;
  if (control.hold !== undefined) hold = control.hold;
  for (const shop of control.release ?? []) held.get(shop)?.();
  if (control.refuse !== undefined) refused = new Set(control.refuse);
  if (control.issue) {
    tokens.set(control.issue.token, { shop: control.issue.shop, expiresAt: Number.POSITIVE_INFINITY, revoked: false });
    reportOf(control.issue.shop).newest = control.issue.token;
  }
  process.send?.({ type: "report", id: control.id, now: now(), shops: Object.fromEntries(shops) });
});
process.on("disconnect", () => process.exit());
