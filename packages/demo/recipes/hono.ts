import { serve } from "@hono/node-server";
import { createStoreHippo, isShopAuthError, readError, sandbox } from "@shopauth/storehippo";
import { sqliteStore } from "@shopauth/storehippo/sqlite";
import { Hono } from "hono";

const storehippo = createStoreHippo({
  clientId: process.env.STOREHIPPO_CLIENT_ID!,
  clientSecret: process.env.STOREHIPPO_CLIENT_SECRET!,
  redirectUri: process.env.REDIRECT_URI!, // http://127.0.0.1:3000/callback while you develop
  scopes: ["read_products"],
  secrets: [process.env.SHOPAUTH_SECRET!], // openssl rand -base64 32
  store: sqliteStore("shopauth.db"),
  [sandbox]: process.env.SHOPAUTH_SANDBOX, // unset in production
});
await storehippo.recover();

const app = new Hono();
const owner = "user-7"; // whoever is signed in to your app
const form = '<form method="post" action="/connect"><input name="store" value="acme"><button>Connect</button></form>';

app.get("/", (c) => c.html(form));

app.post("/connect", async (c) => {
  const store = String((await c.req.parseBody()).store);
  return storehippo.begin(c.req.raw, { store, owner, returnTo: `/products?store=${store}` });
});

app.get("/callback", async (c) => (await storehippo.callback(c.req.raw, { owner })).response);

app.get("/products", async (c) => {
  const { data, error } = await storehippo.client(c.req.query("store") ?? "", { owner }).GET("/entity/ms.products");
  if (error !== undefined) {
    console.error(readError(error));
    return c.json({ error: readError(error).message }, 502);
  }
  return c.json(data.data.map((product) => product.name));
});

app.onError((error, c) => {
  console.error(error);
  return isShopAuthError(error) ? error.toResponse() : c.text("Failed", 500);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000), hostname: "127.0.0.1" });
