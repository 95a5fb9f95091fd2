import { readAdopted } from "./adopt.ts";
import { createAuthorization, type FinishInput } from "./authorization.ts";
import { randomText } from "./base64url.ts";
import { createBrowser } from "./browser.ts";
import { type ConnectionRecord, toConnection } from "./connection.ts";
import { assertOwner, connectionEnd, createConnections } from "./connections.ts";
import { createSealedCookies } from "./cookie.ts";
import { within } from "./delay.ts";
import type { Engine } from "./engine.ts";
import { isShopAuthError, ShopAuthError } from "./errors.ts";
import { createEmit } from "./events.ts";
import { createExchanges } from "./exchange.ts";
import { createSigner } from "./fetch.ts";
import { createFlows } from "./flow.ts";
import { assertOwnerName } from "./input.ts";
import { type FlowRecord, flowEnd } from "./journal.ts";
import { allowUncoordinated, allowVolatile, type CommonOptions, type DirectOptions } from "./options.ts";
import type { Platform } from "./platform.ts";
import { createRenewals } from "./renewal.ts";
import { LightRequest } from "./request.ts";
import { countReadable, reseal } from "./reseal.ts";
import { createRoutes, sandbox } from "./routes.ts";
import { createSealer } from "./seal.ts";
import { createSend } from "./send.ts";
import type { Internals, ShopAuth, Transport } from "./shop-auth.ts";
import { memoryStore } from "./stores/memory.ts";
import { createVault, type Vault } from "./vault.ts";

/** Milliseconds; a timer with more fires at once. */
const MAX_TIMER = 2 ** 31 - 1;

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
  const engine: Engine<Credential> = {
    platform: platform as never,
    vault,
    send: createSend(fetch, routes),
    emit,
    now,
    uncoordinated: common[allowUncoordinated] === true,
  };
  const connections = createConnections(engine);
  const renewals = createRenewals(engine, connections);
  const exchanges = createExchanges(engine, journal, connections);
  const signer = createSigner({ engine, connections, renewals, fetch, routes, direct });
  const secure = new URL(common.redirectUri).protocol === "https:";
  const ttl = common.flowTtl ?? 600;
  const cookiePrefix = `${secure ? "__Host-" : ""}${common.cookiePrefix ?? "shopauth"}-${platform.id}`;
  const flows = createFlows(sealer, scope, ttl);
  const volatile = store.durability !== "durable" || journalStore.durability !== "durable";
  const authorization = createAuthorization<Target, Credential>(
    { engine, connections, exchanges, flows, routes },
    {
      redirectUri: common.redirectUri,
      refusesStore: platform.replay !== "safe" && volatile && common[allowVolatile] !== true,
    },
  );
  if (direct && !platform.renew)
    throw new ShopAuthError("invalid_options", "direct is for platforms that issue a token for the asking", {
      platform: platform.id,
      hint: "Adopt the credential that you hold: adopt({ account, credential }).",
    });
  const flowsUnderWay = new Set<Promise<unknown>>();
  let draining = false;

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
      if (draining) throw new ShopAuthError("draining", "No further flows are begun or finished here");
      const working = work();
      flowsUnderWay.add(working);
      try {
        return await working;
      } finally {
        flowsUnderWay.delete(working);
      }
    });

  const exchange = async (input: FinishInput) => {
    const result = await authorization.finish(input);
    signer.forget(result.connection.account);
    return result;
  };
  const browser = createBrowser({ ...authorization, finish: exchange }, { start: `${cookiePrefix}-`, ttl, secure });

  return {
    begin: (request, input) => inFlow(() => browser.begin(request, input)),
    callback: (request, input) => inFlow(() => browser.callback(request, input ?? {})),
    authorizationUrl: (input) =>
      inFlow(async () => {
        const { url, sealed } = await authorization.begin(input);
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
        const { issued, save } = readAdopted(engine.platform, input);
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
        const { readable, unreadable } = await countReadable(vault);
        const all = report.unreadable + unreadable;
        if (all > 0 && readable === 0)
          throw new ShopAuthError("unreadable", `None of ${all} records can be opened with the configured secrets`);
        return { ...report, unreadable: all };
      }),
    reseal: () =>
      withPlatform(async () => {
        const held = await reseal(vault, (record) => connectionEnd(record, now()));
        const flows = await reseal(journal, (record) => flowEnd(record, now()));
        return { resealed: held.resealed + flows.resealed, unreadable: held.unreadable + flows.unreadable };
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
