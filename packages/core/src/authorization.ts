import { sha256 } from "./base64url.ts";
import { assertOwner, type Connections } from "./connections.ts";
import type { Engine } from "./engine.ts";
import { type ErrorCode, ShopAuthError } from "./errors.ts";
import type { Exchanges } from "./exchange.ts";
import type { Flow, Flows } from "./flow.ts";
import { callbackQuery } from "./guards/query.ts";
import { returnPath } from "./guards/return-path.ts";
import { assertNames, assertOwnerName } from "./input.ts";
import type { Attempt } from "./journal.ts";
import type { JsonValue, Platform } from "./platform.ts";
import type { Proven } from "./proof.ts";
import type { Routes } from "./routes.ts";
import type { BeginInput, CallbackResult } from "./shop-auth.ts";

/** What a callback is finished with. */
export interface FinishInput {
  readonly query: string | URLSearchParams;
  /** Sealed flows of the browser or session. */
  readonly flow?: string | readonly string[] | undefined;
  readonly owner?: string | undefined;
}

/** The two halves of a flow, without HTTP. */
export interface Authorization<Target> {
  begin(input: Target & BeginInput): Promise<{ url: URL; flow: Flow; sealed: string }>;
  finish(input: FinishInput): Promise<CallbackResult & { returnTo: string }>;
}

/** @param options.refusesStore the store may forget what can be had only once */
export function createAuthorization<Target extends object, Credential>(
  {
    engine,
    connections,
    exchanges,
    flows,
    routes,
  }: {
    readonly engine: Engine<Credential>;
    readonly connections: Connections<Credential>;
    readonly exchanges: Exchanges;
    readonly flows: Flows;
    readonly routes: Routes;
  },
  options: { readonly redirectUri: string; readonly refusesStore: boolean },
): Authorization<Target> {
  const { now } = engine;
  const platform = engine.platform as unknown as Platform<Target, Credential>;
  const redirect = new URL(options.redirectUri);
  const fail = (code: ErrorCode, message: string, hint?: string) =>
    new ShopAuthError(code, message, { platform: platform.id, hint });

  /** What the proof brings to an attempt; a flow's only for the owner that began it. */
  const partOf = (proven: Proven, owner: string | undefined) => {
    if (!("flow" in proven)) {
      const { id, signed, expiresAt } = proven;
      return { id, signed, expiresAt, redirectUri: options.redirectUri };
    }
    const { flow } = proven;
    if (flow.expiresAt <= now()) throw fail("state_expired", "The flow took too long");
    // Sealed when the flow began: the platform may only send on to where it was asked to.
    if (flow.redirectUri !== redirect.href) throw fail("state_mismatch", "The flow was begun for another redirect URI");
    if (owner === undefined)
      throw fail(
        "owner_required",
        "callback needs the owner that began the flow",
        "Pass { owner }: the user or tenant who is signed in to your app, as to begin.",
      );
    if (owner !== flow.owner) throw fail("owner_mismatch", "The flow was begun by another owner");
    const { id, target, expiresAt, meta, link } = flow;
    const { redirectUri } = platform.proof.carry({ link, redirectUri: options.redirectUri });
    return { id, target, owner, redirectUri, expiresAt, ...(meta !== undefined && { meta }) };
  };

  return {
    async begin(input) {
      if (!platform.authorize) throw fail("begins_on_platform", "Installations begin on the platform");
      if (platform.target) assertNames("begin", input, ["owner", "returnTo", "meta", ...platform.target]);
      const { owner, returnTo, meta, ...rest } = input ?? {};
      const target = rest as unknown as Target;
      // Checks the target before a cookie or a store is touched.
      platform.authorize({ target, redirectUri: redirect.href, params: {} });
      assertOwnerName(owner);
      const path = returnPath(returnTo, redirect.origin);
      if (options.refusesStore) throw fail("store_volatile", "This platform's credential can be had only once");
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
      const { params, redirectUri } = platform.proof.carry({ link: flow.link, redirectUri: options.redirectUri });
      return { url: new URL(routes.to(platform.authorize({ target, redirectUri, params }).href)), flow, sealed };
    },

    async finish(input) {
      const query = callbackQuery(input?.query);
      const fingerprint = await sha256(query.toString());
      let open = await flows.open(typeof input.flow === "string" ? [input.flow] : (input.flow ?? []));
      if (open.length > 1) {
        const spent = await Promise.all(open.map(({ id }) => exchanges.isSpent(id, fingerprint)));
        open = open.filter((_, index) => !spent[index]);
      }
      const proven = await platform.proof.verify({ query, flows: open, now: now() });
      const attempt: Attempt = { ...partOf(proven, input.owner), fingerprint, query: query.toString() };
      const { meta } = attempt;
      const returnTo = "flow" in proven ? returnPath(proven.flow.returnTo, redirect.origin) : undefined;
      const connection = await exchanges.finish(attempt);
      const landing = () => routes.to(platform.landing?.(connection.account) ?? "/");
      return { connection, returnTo: returnTo ?? landing(), ...(meta !== undefined && { meta }) };
    },
  };
}
