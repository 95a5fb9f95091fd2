import { readFileSync } from "node:fs";
import { type Connection, isShopAuthError } from "@shopauth/core";
import { type Context, Hono } from "hono";
import { basicAuth } from "hono/basic-auth";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import { timingSafeEqual } from "hono/utils/buffer";
import { type CallLog, createCallLog } from "./call-log.ts";
import { addConsole } from "./console.ts";
import { OWNER } from "./owner.ts";
import { disconnectPage } from "./pages/disconnect.ts";
import { type Html, layout, type Page } from "./pages/layout.ts";
import { headingOf, problemPage } from "./pages/problem.ts";
import { shopsPage } from "./pages/shops.ts";
import { startPage } from "./pages/start.ts";
import { createProblems, problemOf } from "./problems.ts";
import { PLATFORMS, type PlatformId, type Shops } from "./shops.ts";

export interface AppOptions {
  /** Where this page is reached; requests for other names are refused. */
  readonly origin: string;
  /** Origin of the sandbox. */
  readonly sandbox?: string | undefined;
  /** Platforms that are used themselves although there is a sandbox. */
  readonly live?: readonly PlatformId[];
  readonly calls?: CallLog;
  /** Asked for by the browser, with any name: for a page that others can reach. */
  readonly password?: string | undefined;
  /** Seconds that Shoprenter's tokens live; default 3,600. */
  readonly tokenLife?: number;
}

export const isPlatform = (value: string): value is PlatformId => (PLATFORMS as readonly string[]).includes(value);

const FILES = { "style.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml" } as const;

/** "Connect your shop": the page that an app around ShopAuth has. */
export function createApp(shops: Shops, options: AppOptions): Hono {
  const { origin, sandbox, live = [], calls = createCallLog(), password, tokenLife = 3600 } = options;
  const sandboxOf = (id: PlatformId) => (live.includes(id) ? undefined : sandbox);
  const problems = createProblems();
  const app = new Hono();

  app.use(async (c, next) => {
    // A name that others own may resolve to this machine (DNS rebinding), and there is no sign-in here.
    if (c.req.header("host") !== new URL(origin).host) return c.text(`This page is at ${origin}\n`, 421);
    return next();
  });
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'"],
        // Browsers hold the redirects after a form against it too; a platform may send on to its own sign-in.
        formAction: ["'self'", ...(sandbox ? [sandbox] : []), ...(live.length > 0 || !sandbox ? ["https:"] : [])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: "same-origin",
    }),
  );
  // Shoprenter itself calls the uninstall address; its signature is what counts there.
  if (password !== undefined) {
    const ask = basicAuth({ verifyUser: (_, given) => timingSafeEqual(given, password), realm: "Connect your shop" });
    app.use((c, next) => (c.req.path === "/uninstall/shoprenter" ? next() : ask(c, next)));
  }
  app.use(csrf({ origin, secFetchSite: "same-origin" }));
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
  });

  for (const [name, type] of Object.entries(FILES)) {
    const text = readFileSync(new URL(`public/${name}`, import.meta.url), "utf8");
    app.get(`/${name}`, (c) =>
      c.body(text, 200, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-cache" }),
    );
  }

  const show = (c: Context, page: Page, status = 200) => c.html(layout({ sandbox, ...page }), status as 200);
  const connections = async (): Promise<Connection[]> => {
    const all: Connection[] = [];
    for (const id of PLATFORMS) for await (const connection of shops[id].connections()) all.push(connection);
    return all
      .filter(({ owner }) => owner === undefined || owner === OWNER)
      .sort((a, b) => b.connectedAt - a.connectedAt);
  };
  /** The connection that a path names, if it is this user's. */
  const connectionOf = async (c: Context): Promise<Connection | undefined> => {
    const id = c.req.param("platform") ?? "";
    if (!isPlatform(id)) return undefined;
    const connection = await shops[id].connection(c.req.param("account") ?? "");
    return connection?.owner === OWNER ? connection : undefined;
  };
  const notFound = (c: Context) => {
    const hint = "It was disconnected, or never was. Connect the shop first.";
    const problem = { code: "not_connected" as const, message: "There is nothing at this address", hint, status: 404 };
    return show(c, { title: "Nothing here", body: problemPage(problem) }, 404);
  };

  /** A typed error becomes a page with its code and hint; nothing secret is in either. */
  const guarded = async (c: Context, work: () => Promise<Response> | Response): Promise<Response> => {
    try {
      return await work();
    } catch (error) {
      if (!isShopAuthError(error)) throw error;
      const problem = problemOf(error);
      if (problem.status === 204) return error.toResponse();
      // What the address brought must not stay in the address bar, the history or a Referer.
      if (new URL(c.req.url).search !== "") {
        const headers = { "cache-control": "no-store", "referrer-policy": "no-referrer" };
        return c.body(null, 303, { ...headers, location: `/problem/${problems.keep(problem)}` });
      }
      return show(c, { title: headingOf(problem), body: problemPage(problem) }, problem.status);
    }
  };

  app.get("/", async (c) =>
    show(c, {
      title: "Connect your shop",
      at: "connect",
      body: startPage({ connections: await connections(), sandboxOf }),
    }),
  );

  app.get("/shops", async (c) => {
    const connected = c.req.query("connected") ?? "";
    const body: Html = shopsPage({
      connections: await connections(),
      lastCall: ({ platform, account }) => calls.last(platform as PlatformId, account),
      adminUrl: (url, id) => {
        const there = sandboxOf(id);
        return there === undefined ? url : url.replace("https:/", there);
      },
      tokenLife,
      now: Date.now(),
      connected: isPlatform(connected) ? connected : undefined,
      disconnected: c.req.query("disconnected") !== undefined,
    });
    return show(c, { title: "Your shops", at: "shops", body });
  });

  app.get("/problem/:id", (c) => {
    const problem = problems.find(c.req.param("id"));
    if (!problem) return notFound(c);
    return show(c, { title: headingOf(problem), body: problemPage(problem) }, problem.status);
  });

  app.post("/connect/:platform", async (c) => {
    const id = c.req.param("platform");
    const form = await c.req.parseBody();
    const name = String(form.name ?? "").trim();
    const input = { owner: OWNER, returnTo: `/shops?connected=${id}` };
    if (id === "shopmy") return guarded(c, () => shops.shopmy.begin(c.req.raw, { ...input, account: name }));
    if (id === "storehippo") return guarded(c, () => shops.storehippo.begin(c.req.raw, { ...input, store: name }));
    if (id === "shoporama") return guarded(c, () => shops.shoporama.begin(c.req.raw, input));
    return notFound(c);
  });

  app.get("/callback/:platform", async (c) => {
    const id = c.req.param("platform");
    if (!isPlatform(id)) return notFound(c);
    return guarded(c, async () => (await shops[id].callback(c.req.raw, { owner: OWNER })).response);
  });

  // Shoprenter opens the app here; its signature names a shop and no person.
  app.get("/open/shoprenter", (c) =>
    guarded(c, async () => {
      const { shop, setCookie } = await shops.shoprenter.enter(c.req.raw);
      c.header("set-cookie", setCookie);
      const mine = (await shops.shoprenter.connection(shop))?.owner === OWNER;
      return c.redirect(mine ? `/shops/shoprenter/${shop}` : "/shops", 303);
    }),
  );
  app.get("/uninstall/shoprenter", async (c) => {
    try {
      return (await shops.shoprenter.uninstall(c.req.raw)).response;
    } catch (error) {
      // A server asks, and reads no page.
      if (isShopAuthError(error)) return error.toResponse();
      throw error;
    }
  });

  app.post("/claim/:account", (c) =>
    guarded(c, async () => {
      const shop = await shops.shoprenter.entered(c.req.raw, c.req.param("account"));
      await shops.shoprenter.claim(shop, OWNER);
      return c.redirect("/shops?connected=shoprenter", 303);
    }),
  );

  app.get("/shops/:platform/:account/disconnect", async (c) => {
    const connection = await connectionOf(c);
    if (!connection) return notFound(c);
    return show(c, { title: `Disconnect ${connection.account}`, at: "shops", body: disconnectPage(connection) });
  });
  app.post("/shops/:platform/:account/disconnect", async (c) => {
    const connection = await connectionOf(c);
    if (!connection) return notFound(c);
    const platform = connection.platform as PlatformId;
    return guarded(c, async () => {
      await shops[platform].disconnect(connection.account);
      calls.forget(platform, connection.account);
      return c.redirect("/shops?disconnected", 303);
    });
  });

  addConsole(app, { shops, calls, connectionOf, notFound, show });
  app.notFound(notFound);
  app.onError((error, c) => {
    if ("getResponse" in error) return error.getResponse();
    // The message may quote anything; the terminal is the developer's own.
    console.error(error);
    return c.text("Something went wrong; the terminal says what.\n", 500);
  });
  return app;
}
