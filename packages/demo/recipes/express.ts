import { createRequest, sendResponse } from "@remix-run/node-fetch-server";
import { createStoreHippo, isShopAuthError, readError, sandbox } from "@shopauth/storehippo";
import { sqliteStore } from "@shopauth/storehippo/sqlite";
import express, { type ErrorRequestHandler } from "express";

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

const app = express();
const owner = "user-7"; // whoever is signed in to your app
const form = '<form method="post" action="/connect"><input name="store" value="acme"><button>Connect</button></form>';

app.get("/", (_req, res) => void res.send(form));

app.post("/connect", express.urlencoded(), async (req, res) => {
  const store = String(req.body?.store);
  const request = createRequest(req, res);
  await sendResponse(res, await storehippo.begin(request, { store, owner, returnTo: `/products?store=${store}` }));
});

app.get("/callback", async (req, res) => {
  const { response } = await storehippo.callback(createRequest(req, res), { owner });
  await sendResponse(res, response);
});

app.get("/products", async (req, res) => {
  const { data, error } = await storehippo.client(String(req.query.store), { owner }).GET("/entity/ms.products");
  if (error !== undefined) {
    console.error(readError(error));
    res.status(502).json({ error: readError(error).message });
  } else res.json(data.data.map((product) => product.name));
});

app.use((async (error, _req, res, next) => {
  if (!isShopAuthError(error)) return next(error); // Express logs it
  console.error(error);
  await sendResponse(res, error.toResponse());
}) satisfies ErrorRequestHandler);

app.listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
