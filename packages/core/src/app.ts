import { randomText, sha256 } from "./base64url.ts";
import { type Connection, type ConnectionRecord, toConnection } from "./connection.ts";
import { assertOwner, connectionEnd, createConnections, type SaveInput } from "./connections.ts";
import { createSealedCookies, readCookies, type SealedCookies, setCookie } from "./cookie.ts";
import { within } from "./delay.ts";
import type { Engine } from "./engine.ts";
import { type ErrorCode, isShopAuthError, PREFETCH, ShopAuthError, Unsaved } from "./errors.ts";
import { createEmit } from "./events.ts";
import { createExchanges } from "./exchange.ts";
import { assertSignable, createSigner } from "./fetch.ts";
import { createFlows } from "./flow.ts";
import { callbackQuery } from "./guards/query.ts";
import { returnPath } from "./guards/return-path.ts";
import { type Attempt, type FlowRecord, flowEnd } from "./journal.ts";
import { allowVolatile, type CommonOptions, type DirectOptions } from "./options.ts";
import type { Issued, JsonValue, Platform } from "./platform.ts";
import type { RecoveryReport } from "./recovery.ts";
import { createRenewals } from "./renewal.ts";
import { LightRequest } from "./request.ts";
import { createRoutes, sandbox } from "./routes.ts";
import { createSealer } from "./seal.ts";
import { createSend } from "./send.ts";
import { memoryStore } from "./stores/memory.ts";
import { createVault, type Vault } from "./vault.ts";

/** What a typed client is built on: everything it sends is signed, renewed and kept on the account's own API. */
export interface Transport {
  readonly account: string;
  readonly baseUrl: string;
  /** Signs and sends; renews and waits where the platform asks for it. */
  readonly fetch: (input: Request) => Promise<Response>;
  readonly Request: typeof globalThis.Request;
}

/** What `begin` is given besides the platform's target. */
export interface BeginInput {
  /** The app's own user or tenant; the callback must bring the same. */
  readonly owner: string;
  /** A path of the app, default `/`. */
  readonly returnTo?: string;
  /** Comes back from `callback` and stays with the connection; at most about 2 KB. */
  readonly meta?: JsonValue;
}

/** What an error's `unsaved` keeps. */
export interface UnsavedContent<Credential> {
  readonly platform: string;
  readonly registration: string;
  readonly issued: Issued<Credential>;
  readonly input: SaveInput;
}

/** What a finished flow gives. */
export interface CallbackResult {
  readonly connection: Connection;
  readonly meta?: JsonValue;
}

/** A credential that you have already, or what an error's `unsaved` holds. */
export type AdoptInput<Credential> =
  | {
      readonly account: string;
      readonly owner?: string;
      /** May be absent where the platform issues one for the asking. */
      readonly credential?: Credential;
      /** Seconds; absent: permanent. */
      readonly expiresIn?: number;
      readonly scopes?: readonly string[];
    }
  | { readonly unsaved: Unsaved };

/** The flows, connections and clients of one registration on one platform. */
export interface ShopAuth<Target, Client, Credential> {
  /**
   * Answers "connect my shop": 303 to the platform, with the flow's sealed cookie. Only for POST, or a GET that
   * `Sec-Fetch-Site` shows to come from the app itself.
   * @throws ShopAuthError `invalid_request`, `invalid_target`, `begins_on_platform`, `owner_mismatch`, `store_volatile`
   */
  begin(request: Request, input: Target & BeginInput): Promise<Response>;
  /**
   * Answers the platform's redirect: verifies, exchanges, stores, and sends the browser on by 303 to a URL without
   * secrets. A reload gets the same answer; nothing is spent twice.
   * @param input.owner the same as to `begin`; where installations begin on the platform it is not used, see `claim`
   * @throws ShopAuthError `state_…`, `owner_…`, `callback_…`, `signature_mismatch`, `exchange_…`, `token_response_invalid`, `store_failed`
   */
  callback(request: Request, input?: { owner?: string }): Promise<CallbackResult & { response: Response }>;
  /** `begin` without Request and Response: keep `flow` in the user's own session. */
  authorizationUrl(input: Target & BeginInput): Promise<{ url: URL; flow: string }>;
  /** `callback` without Request and Response. */
  exchange(input: {
    query: string | URLSearchParams;
    flow?: string | readonly string[];
    owner?: string;
  }): Promise<CallbackResult & { returnTo: string }>;
  /**
   * The typed API client of an account: cheap, lazy, safe to keep.
   * Answers of the API are returned, also a 401, and a 429 or 503 that stays after the tries; `rate_limited` is thrown
   * only for a call that could be sent again where the platform asks to wait longer than five minutes.
   * @param check.owner calls fail with `owner_mismatch` unless the connection is this owner's: multi-tenant apps always
   *   pass it
   * @throws ShopAuthError `invalid_target`, `invalid_request`; its calls `not_connected`, `owner_required`,
   *   `owner_mismatch`, `reauthorization_required`, `renewal_failed`, `missing_scope`, `rate_limited`, `foreign_origin`,
   *   `redirect_refused`, `response_too_large`, `timeout`, `network_failed`, `store_failed`, `unreadable`
   */
  client(account: string, check?: { owner: string }): Client;
  /** What is stored of an account, without the credential; `undefined` where nothing is. */
  connection(account: string): Promise<Connection | undefined>;
  /**
   * All connections of this registration, or those of one owner. Goes on past records that cannot be opened, and ends
   * with an error that says how many.
   * @throws ShopAuthError `invalid_request` for an owner that is missing, `store_failed`, `unreadable` after all others
   */
  connections(filter?: { owner: string }): AsyncIterable<Connection>;
  /**
   * Stores a credential that you already have, or one that could not be stored before.
   * @throws ShopAuthError `invalid_target`, `invalid_request`, `owner_mismatch`, `token_response_invalid`, `store_failed`
   */
  adopt(input: AdoptInput<Credential>): Promise<Connection>;
  /**
   * Gives an installation that began on the platform to a signed-in user who has seen the shop's name. Only from a POST.
   * @throws ShopAuthError `not_connected`, `owner_mismatch`
   */
  claim(account: string, owner: string): Promise<Connection>;
  /** Forgets the credential. It stays valid until the merchant removes it on the platform. */
  disconnect(account: string): Promise<void>;
  /**
   * Finishes what a crash interrupted; run it at start. Waits up to 15 s for a process that may still be at work.
   * @throws ShopAuthError `unreadable` where the secrets open none of the records: they are the wrong ones
   */
  recover(): Promise<RecoveryReport>;
  /** Seals every record with the first secret; can be stopped and run again. */
  reseal(): Promise<{ readonly resealed: number; readonly unreadable: number }>;
  /** Graceful stop: no further flows, and waits for exchanges and saves, at most `timeout` ms. */
  drain(timeout: number): Promise<void>;
}

/** What a platform package can use besides what it offers. */
export interface Internals {
  /** Renews now, and tells whether the platform still accepts the account. */
  probe(account: string): Promise<"alive" | "refused">;
  /** Whether something is used for the first time, which is remembered until `expiresAt` (milliseconds since the epoch). */
  once(id: string, expiresAt: number): Promise<boolean>;
  /** Cookies of the platform package's own. */
  readonly cookies: SealedCookies;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

const MAX_PENDING = 4;
/** Characters of all flows' cookies of a browser: servers and proxies refuse a header line of 8 KB. */
const MAX_COOKIES = 6_000;
/** Milliseconds; a timer with more fires at once. */
const MAX_TIMER = 2 ** 31 - 1;
const HEADERS = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

/**
 * Builds the flows, connections and clients of one registration on one platform.
 * @param options already checked by `readOptions`
 * @param client wraps a transport as the platform's typed client
 */
export function createShopAuth<Target extends object, Credential, Client>(
  platform: Platform<Target, Credential>,
  options: CommonOptions | DirectOptions,
  client: (transport: Transport) => Client,
): ShopAuth<Target, Client, Credential> & { readonly internals: Internals } {
  const direct = "direct" in options && options.direct === true;
  // Without a store there is nothing to open later, so that a passing secret will do.
  const common: CommonOptions = direct
    ? { ...options, secrets: [randomText(32)], redirectUri: "https://localhost/" }
    : (options as CommonOptions);
  const now = common.now ?? Date.now;
  const store = common.store ?? memoryStore({ now });
  const journalStore = common.journal ?? store;
  const routes = createRoutes(common[sandbox]);
  const fetch: typeof globalThis.fetch = common.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const sealer = createSealer(common.secrets);
  const scope = { platform: platform.id, registration: platform.registration };
  const vault: Vault<ConnectionRecord<Credential>> = createVault(store, sealer, "connection", scope);
  const journal: Vault<FlowRecord> = createVault(journalStore, sealer, "flow", scope);
  const emit = createEmit(common.on ?? {});
  const engine: Engine<Credential> = { platform: platform as never, vault, send: createSend(fetch, routes), emit, now };
  const connections = createConnections(engine);
  const renewals = createRenewals(engine, connections);
  const exchanges = createExchanges(engine, journal, connections);
  const signer = createSigner({ engine, connections, renewals, fetch, routes, direct });
  const redirect = new URL(common.redirectUri);
  const secure = redirect.protocol === "https:";
  const ttl = common.flowTtl ?? 600;
  const flows = createFlows(sealer, scope, ttl);
  const cookiePrefix = `${secure ? "__Host-" : ""}${common.cookiePrefix ?? "shopauth"}-${platform.id}`;
  const cookieStart = `${cookiePrefix}-`;
  if (direct && !platform.renew)
    throw new ShopAuthError("invalid_options", "direct is for platforms that issue a token for the asking", {
      platform: platform.id,
      hint: "Adopt the credential that you hold: adopt({ account, credential }).",
    });
  const flowsUnderWay = new Set<Promise<unknown>>();
  let draining = false;

  const fail = (code: ErrorCode, message: string, rest: { account?: string; hint?: string } = {}) =>
    new ShopAuthError(code, message, { platform: platform.id, ...rest });
  const withPlatform = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!isShopAuthError(error) || error.platform !== undefined) throw error;
      const { code, message, hint, account, status, retryAt, said, unsaved } = error;
      throw new ShopAuthError(code, message, { platform: platform.id, hint, account, status, retryAt, said, unsaved });
    }
  };
  /** Begins or finishes a flow, which a graceful stop waits for. */
  const inFlow = <T>(work: () => Promise<T>): Promise<T> =>
    withPlatform(async () => {
      if (draining) throw fail("draining", "No further flows are begun or finished here");
      const working = work();
      flowsUnderWay.add(working);
      try {
        return await working;
      } finally {
        flowsUnderWay.delete(working);
      }
    });

  const authorize = async (input: Target & BeginInput) => {
    const { owner, returnTo, meta, ...rest } = input ?? {};
    const target = rest as unknown as Target;
    if (!platform.authorize) throw fail("begins_on_platform", "Installations begin on the platform");
    // Checks the target before a cookie or a store is touched.
    platform.authorize({ target, redirectUri: redirect.href, params: {} });
    assertOwnerName(owner);
    const path = returnPath(returnTo, redirect.origin);
    const volatile = store.durability !== "durable" || journalStore.durability !== "durable";
    if (platform.replay !== "safe" && volatile && common[allowVolatile] !== true) {
      throw fail("store_volatile", "This platform's credential can be had only once");
    }
    const account = platform.accountOf?.(target);
    if (account !== undefined) {
      assertOwner((await connections.read(account))?.held, owner, platform.id, account);
    }
    const begun = {
      target: target as unknown as JsonValue,
      owner,
      returnTo: path,
      ...(meta !== undefined && { meta }),
    };
    // The redirect URI that is sent may carry the flow's link, which is known only with the flow.
    const { flow, sealed } = await flows.begin({ ...begun, redirectUri: redirect.href }, now());
    const { params, redirectUri } = platform.proof.carry({ link: flow.link, redirectUri: common.redirectUri });
    return { url: new URL(routes.to(platform.authorize({ target, redirectUri, params }).href)), flow, sealed };
  };

  const exchange = async (input: {
    query: string | URLSearchParams;
    flow?: string | readonly string[] | undefined;
    owner?: string | undefined;
  }) => {
    const query = callbackQuery(input?.query);
    const fingerprint = await sha256(query.toString());
    let open = await flows.open(typeof input.flow === "string" ? [input.flow] : (input.flow ?? []));
    if (open.length > 1) {
      const spent = await Promise.all(open.map(({ id }) => exchanges.isSpent(id, fingerprint)));
      open = open.filter((_, index) => !spent[index]);
    }
    const proven = await platform.proof.verify({ query, flows: open, now: now() });
    let attempt: Attempt;
    let returnTo: string;
    let meta: JsonValue | undefined;
    if ("flow" in proven) {
      const { flow } = proven;
      if (flow.expiresAt <= now()) throw fail("state_expired", "The flow took too long");
      // Sealed when the flow began: the platform may only send on to where it was asked to.
      if (flow.redirectUri !== redirect.href)
        throw fail("state_mismatch", "The flow was begun for another redirect URI");
      if (input.owner === undefined)
        throw fail("owner_required", "callback needs the owner that began the flow", {
          hint: "Pass { owner }: the user or tenant who is signed in to your app, as to begin.",
        });
      if (input.owner !== flow.owner) throw fail("owner_mismatch", "The flow was begun by another owner");
      const { params: _, redirectUri } = platform.proof.carry({ link: flow.link, redirectUri: common.redirectUri });
      meta = flow.meta;
      returnTo = returnPath(flow.returnTo, redirect.origin);
      const { id, target, owner, expiresAt } = flow;
      attempt = {
        id,
        fingerprint,
        query: query.toString(),
        target,
        owner,
        redirectUri,
        expiresAt,
        ...(meta !== undefined && { meta }),
      };
    } else {
      const { id, signed, expiresAt } = proven;
      attempt = { id, fingerprint, query: query.toString(), signed, redirectUri: common.redirectUri, expiresAt };
      returnTo = "/";
    }
    const connection = await exchanges.finish(attempt);
    signer.forget(connection.account);
    if (!("flow" in proven)) returnTo = routes.to(platform.landing?.(connection.account) ?? returnTo);
    return { connection, returnTo, ...(meta !== undefined && { meta }) };
  };

  return {
    begin: (request, input) =>
      inFlow(async () => {
        assertRequest(request);
        const site = request.headers.get("sec-fetch-site");
        if (request.method === "POST" ? site === "cross-site" : request.method !== "GET" || site !== "same-origin")
          throw fail("invalid_request", "begin answers a POST, or a same-origin GET");
        const { url, flow, sealed } = await authorize(input);
        const headers = new Headers({ ...HEADERS, location: url.href });
        headers.append("set-cookie", setCookie(cookieStart + flow.id, sealed, { maxAge: ttl, secure }));
        const pending = [...readCookies(request.headers.get("cookie"), cookieStart)].sort(([a], [b]) =>
          a < b ? 1 : -1,
        );
        let size = sealed.length;
        for (const [index, [name, value]] of pending.entries()) {
          size += name.length + value.length;
          if (index >= MAX_PENDING - 1 || size > MAX_COOKIES)
            headers.append("set-cookie", setCookie(name, "", { maxAge: 0, secure }));
        }
        return new Response(null, { status: 303, headers });
      }),
    callback: (request, input = {}) =>
      inFlow(async () => {
        assertRequest(request);
        const prefetch = /\bprefetch\b/i.test(
          request.headers.get("sec-purpose") ?? request.headers.get("purpose") ?? "",
        );
        if (request.method !== "GET" || prefetch) throw fail("invalid_request", PREFETCH);
        const cookies = readCookies(request.headers.get("cookie"), cookieStart);
        const search = request.url.includes("?") ? request.url.slice(request.url.indexOf("?")).split("#")[0]! : "";
        const { returnTo, ...result } = await exchange({
          query: search,
          flow: [...cookies.values()],
          owner: input.owner,
        });
        return {
          ...result,
          response: new Response(null, { status: 303, headers: { ...HEADERS, location: returnTo } }),
        };
      }),
    authorizationUrl: (input) =>
      inFlow(async () => {
        const { url, sealed } = await authorize(input);
        return { url, flow: sealed };
      }),
    exchange: (input) => inFlow(() => exchange(input)),
    client(account, check) {
      // An owner that is missing by mistake must not open every tenant's shop.
      if (check !== undefined) assertOwnerName(check?.owner, platform.id);
      const name = platform.account(account);
      return client({
        account: name,
        baseUrl: platform.baseUrl(name),
        fetch: signer.fetch(name, check?.owner),
        Request: LightRequest as unknown as typeof globalThis.Request,
      });
    },
    connection: (account) =>
      withPlatform(async () => {
        const name = platform.account(account);
        const here = await connections.read(name);
        return here && toConnection(platform.id, name, here.held);
      }),
    async *connections(filter) {
      if (filter !== undefined) assertOwnerName(filter?.owner, platform.id);
      for await (const connection of connections.list()) {
        if (filter === undefined || connection.owner === filter.owner) yield connection;
      }
    },
    adopt: (input) =>
      withPlatform(async () => {
        let issued: Issued<Credential>;
        let save: SaveInput;
        if (typeof input !== "object" || input === null) throw fail("invalid_request", "adopt needs an account");
        if ("unsaved" in input) {
          const kept = Unsaved.open(input.unsaved) as UnsavedContent<Credential> | undefined;
          if (kept?.platform !== platform.id || kept.registration !== platform.registration)
            throw fail("invalid_request", "The unsaved credential is of another platform or registration", {
              hint: "Give an error's `unsaved` to the same createX's adopt that threw the error.",
            });
          ({ issued, input: save } = kept);
        } else {
          const { owner, credential, expiresIn, scopes } = input;
          const account = platform.account(input.account);
          if (owner !== undefined) assertOwnerName(owner);
          if (expiresIn !== undefined && !(Number.isFinite(expiresIn) && expiresIn > 0))
            throw fail("invalid_request", "expiresIn is a number of seconds", { account });
          if (credential === undefined && !platform.renew)
            throw fail("token_response_invalid", "adopt needs the credential", {
              account,
              hint: "Pass the credential that you hold: this platform issues none for the asking.",
            });
          if (credential !== undefined) assertSignable(credential, platform);
          // Without a credential the first call renews.
          const life = credential === undefined ? 0 : expiresIn;
          issued = {
            account,
            credential: credential as Credential,
            ...(life !== undefined && { expiresIn: life }),
            ...(scopes && { scopes }),
          };
          save = { owner, status: "active" };
        }
        const connection = await connections.save(issued, save);
        signer.forget(connection.account);
        emit("connected", connection);
        return connection;
      }),
    claim: (account, owner) =>
      withPlatform(async () => {
        assertOwnerName(owner);
        const name = platform.account(account);
        const { held } = await connections.update(name, (held) => {
          assertOwner(held, owner, platform.id, name);
          return held.owner === owner ? undefined : { ...held, owner, status: "active" };
        });
        signer.forget(name);
        return toConnection(platform.id, name, held);
      }),
    disconnect: (account) =>
      withPlatform(async () => {
        const name = platform.account(account);
        const held = await connections.remove(name);
        signer.forget(name);
        if (held)
          emit("disconnected", {
            platform: platform.id,
            account: name,
            ...(held.owner !== undefined && { owner: held.owner }),
          });
      }),
    recover: () =>
      withPlatform(async () => {
        const report = await exchanges.recover();
        let [readable, unreadable] = [0, report.unreadable];
        for await (const account of vault.ids()) {
          await vault.read(account).then(
            () => readable++,
            (error: unknown) => {
              if (!isShopAuthError(error) || error.code !== "unreadable") throw error;
              unreadable++;
            },
          );
        }
        if (unreadable > 0 && readable === 0) {
          throw fail("unreadable", `None of ${unreadable} records can be opened with the configured secrets`);
        }
        return { ...report, unreadable };
      }),
    reseal: () =>
      withPlatform(async () => {
        const count = { resealed: 0, unreadable: 0 };
        const sweep = async <T>(each: Vault<T>, end: (record: T, now: number) => number | undefined) => {
          for await (const id of each.ids()) {
            try {
              for (let found = await each.read(id); found && !found.current; found = await each.read(id)) {
                const { value, version } = found;
                // Without an end of its own, what was to go by itself would stay for good.
                if (await each.write(id, value, { ifVersion: version, expiresAt: end(value, now()) })) count.resealed++;
              }
            } catch (error) {
              if (!isShopAuthError(error) || error.code !== "unreadable") throw error;
              count.unreadable++;
            }
          }
        };
        await sweep(vault, connectionEnd);
        await sweep(journal, flowEnd);
        return count;
      }),
    async drain(timeout) {
      draining = true;
      // What ends may leave something behind that has just begun, such as a save in the background.
      const end = performance.now() + timeout;
      for (;;) {
        const pending = [...flowsUnderWay, ...exchanges.pending(), ...renewals.pending()];
        const left = Math.min(end - performance.now(), MAX_TIMER);
        if (pending.length === 0 || !(left > 0)) return;
        await within(Promise.allSettled(pending), left);
      }
    },
    internals: {
      now,
      // A dot: no flow's cookie begins so.
      cookies: createSealedCookies({
        sealer,
        context: [scope.platform, scope.registration],
        prefix: `${cookiePrefix}.`,
        secure,
        now,
      }),
      async once(id, expiresAt) {
        const attempt = { id, fingerprint: "", query: "", redirectUri: "", expiresAt };
        const seen: FlowRecord = { state: "done", attempt, tries: 0, replays: 0, holder: "", until: 0 };
        return journal.write(id, seen, { ifVersion: null, expiresAt });
      },
      async probe(account) {
        const name = platform.account(account);
        const seen = await connections.read(name);
        if (!seen) return "refused";
        try {
          await renewals.renew(name, seen, false);
          return "alive";
        } catch (error) {
          // Not every failure is a refusal: the platform may be busy.
          if ((await connections.read(name))?.held.status === "rejected") return "refused";
          throw error;
        } finally {
          signer.forget(name);
        }
      },
    },
  };
}

function assertOwnerName(owner: unknown, platform?: string): asserts owner is string {
  if (typeof owner !== "string" || owner === "" || owner.length > 256) {
    throw new ShopAuthError("invalid_request", "owner is the app's own user or tenant: 1 to 256 characters", {
      platform,
      hint: "Pass the id of the user or tenant who is signed in to your app. Is nobody signed in?",
    });
  }
}

function assertRequest(request: unknown): void {
  const { headers, url } = (request ?? {}) as { headers?: { get?: unknown }; url?: unknown };
  if (typeof headers?.get === "function" && typeof url === "string") return;
  throw new ShopAuthError("invalid_request", "The request is not a Web Request", {
    hint: "Node's and Express's requests have to be converted: see packages/demo/recipes in the repository.",
  });
}
