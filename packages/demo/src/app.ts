import { type Connection, isShopAuthError } from "@shopauth/core";
import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { secureHeaders } from "hono/secure-headers";
import { PLATFORMS, type PlatformId, type Shops } from "./shops.ts";
import { STYLE } from "./style.ts";

/** The demo has no sign-in: whoever opens it is this user. A real app takes it from its own session. */
export const OWNER = "demo-user";

const NAMES: Record<PlatformId, string> = {
  shopmy: "ShopMy",
  storehippo: "StoreHippo",
  shoprenter: "Shoprenter",
  shoporama: "Shoporama",
};
const PROOFS: Record<PlatformId, string> = {
  shopmy: "browser cookie",
  storehippo: "state",
  shoprenter: "HMAC signature",
  shoporama: "state",
};

const isPlatform = (value: string): value is PlatformId => (PLATFORMS as readonly string[]).includes(value);
type Markup = ReturnType<typeof html>;

function page(title: string, body: Markup): Markup {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>${title}</title><link rel="stylesheet" href="/style.css" /></head><body>${body}</body></html>`;
}

/** "Connect your shop": the page that an app around ShopAuth has. */
export function createApp(shops: Shops, options: { sandbox?: string } = {}): Hono {
  const app = new Hono();
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'", ...(options.sandbox ? [options.sandbox] : ["https:"])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    }),
  );
  app.get("/style.css", (c) => c.body(STYLE, 200, { "content-type": "text/css; charset=utf-8" }));

  const connections = async (): Promise<Connection[]> => {
    const all: Connection[] = [];
    for (const id of PLATFORMS) for await (const connection of shops[id].connections()) all.push(connection);
    return all.sort((a, b) => b.connectedAt - a.connectedAt);
  };

  app.get("/", async (c) =>
    c.html(page("Connect your shop", startPage(await connections(), c.req.query("connected"), options.sandbox))),
  );

  app.post("/connect/:platform", async (c) => {
    const id = c.req.param("platform");
    const form = await c.req.parseBody();
    const name = String(form.name ?? "").trim();
    const input = { owner: OWNER, returnTo: `/?connected=${id}`, meta: { plan: "demo" } };
    if (id === "shopmy") return guarded(c, () => shops.shopmy.begin(c.req.raw, { ...input, account: name }));
    if (id === "storehippo") return guarded(c, () => shops.storehippo.begin(c.req.raw, { ...input, store: name }));
    if (id === "shoporama") return guarded(c, () => shops.shoporama.begin(c.req.raw, input));
    return c.notFound();
  });

  app.get("/callback/:platform", async (c) => {
    const id = c.req.param("platform");
    if (!isPlatform(id)) return c.notFound();
    return guarded(c, async () => (await shops[id].callback(c.req.raw, { owner: OWNER })).response);
  });

  // Shoprenter opens the app here; its signature names a shop and no person.
  app.get("/open/shoprenter", (c) =>
    guarded(c, async () => {
      const { shop } = await shops.shoprenter.verifyRequest(c.req.raw);
      return c.redirect(`/?connected=shoprenter&shop=${shop}`, 303);
    }),
  );
  app.get("/uninstall/shoprenter", (c) =>
    guarded(c, async () => (await shops.shoprenter.uninstall(c.req.raw)).response),
  );

  app.post("/claim/:account", (c) =>
    guarded(
      c,
      async () => (
        await shops.shoprenter.claim(c.req.param("account"), OWNER), c.redirect("/?connected=shoprenter", 303)
      ),
    ),
  );

  app.post("/disconnect/:platform/:account", (c) => {
    const id = c.req.param("platform");
    if (!isPlatform(id)) return c.notFound();
    return guarded(c, async () => (await shops[id].disconnect(c.req.param("account")), c.redirect("/", 303)));
  });

  return app;
}

/** A typed error becomes a page with its code and hint; nothing secret is in either. */
async function guarded(c: Context, work: () => Promise<Response> | Response): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!isShopAuthError(error)) throw error;
    const { status, headers } = error.toResponse();
    if (status === 204) return error.toResponse();
    const said = error.said?.message ? html`<p>The platform says: ${error.said.message}</p>` : "";
    const body = html`<main><h1>${error.code === "callback_pending" ? "Not yet connected" : "Not connected"}</h1><div class="notice ${error.code === "callback_pending" ? "" : "bad"}"><p><strong>${error.code}</strong>: ${error.message}.</p><p>${error.hint}</p>${said}</div><p><a href="/">Back to your shops</a></p></main>`;
    return c.html(page("Not connected", body), status as 400, {
      "cache-control": headers.get("cache-control") ?? "",
      "referrer-policy": "no-referrer",
    });
  }
}

function startPage(all: readonly Connection[], connected: string | undefined, sandbox: string | undefined): Markup {
  return html`<main>
    <h1>Connect your shop</h1>
    ${connected && isPlatform(connected) ? html`<p class="notice" role="status">${NAMES[connected]} is connected.</p>` : ""}
    <ul class="cards">
      <li><form method="post" action="/connect/shopmy"><h2>ShopMy</h2><label for="shopmy-name">Your id of the creator</label><input id="shopmy-name" name="name" value="creator-7" required autocomplete="off" /><button>Connect ShopMy</button></form></li>
      <li><form method="post" action="/connect/storehippo"><h2>StoreHippo</h2><label for="storehippo-name">Store name</label><input id="storehippo-name" name="name" placeholder="the part before .storehippo.com" required autocomplete="off" /><button>Connect StoreHippo</button></form></li>
      <li><h2>Shoprenter</h2><p>Merchants install the app in their Shoprenter admin.</p>${sandbox ? html`<p><a href="${sandbox}/">Open the sandbox</a> and press Install app.</p>` : ""}</li>
      <li><form method="post" action="/connect/shoporama"><h2>Shoporama</h2><p>You choose the webshop there.</p><button>Connect Shoporama</button></form></li>
    </ul>
    <h2>Your shops</h2>
    ${all.length === 0 ? html`<p>None yet.</p>` : html`<div class="scroll"><table><thead><tr><th scope="col">Platform</th><th scope="col">Account</th><th scope="col">Proof</th><th scope="col">May</th><th scope="col">Status</th><th scope="col">Life</th><th scope="col"><span>Actions</span></th></tr></thead><tbody>${all.map(row)}</tbody></table></div>`}
  </main>`;
}

function row(connection: Connection): Markup {
  const { platform, account, status, scopes, details, expiresAt } = connection;
  const life =
    expiresAt === undefined ? "permanent" : `renewed at ${new Date(expiresAt).toISOString().slice(11, 19)} UTC`;
  const claim =
    status === "unclaimed"
      ? html`<form class="inline" method="post" action="/claim/${account}"><button>Claim ${account}</button></form> `
      : "";
  return html`<tr><td>${NAMES[platform as PlatformId]}</td><td>${account}</td><td>${PROOFS[platform as PlatformId]}</td><td>${scopes?.join(", ") ?? details?.access_level ?? "what the creator allowed"}</td><td>${status}</td><td>${life}</td><td>${claim}<form class="inline" method="post" action="/disconnect/${platform}/${account}"><button class="plain">Disconnect ${account}</button></form></td></tr>`;
}
