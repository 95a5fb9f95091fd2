import { createRequest } from "@remix-run/node-fetch-server";
import { createStoreHippo, isShopAuthError, readError, sandbox } from "@shopauth/storehippo";
import { sqliteStore } from "@shopauth/storehippo/sqlite";
import fastify from "fastify";

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

const app = fastify();
const owner = "user-7"; // whoever is signed in to your app
const form = '<form method="post" action="/connect"><input name="store" value="acme"><button>Connect</button></form>';

app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
  done(null, new URLSearchParams(String(body))),
);

app.get("/", (_request, reply) => reply.type("text/html").send(form));

app.post<{ Body: URLSearchParams }>("/connect", async (request, reply) => {
  const store = String(request.body.get("store"));
  const web = createRequest(request.raw, reply.raw);
  return storehippo.begin(web, { store, owner, returnTo: `/products?store=${store}` }); // Fastify sends a Response
});

app.get("/callback", async (request, reply) => {
  const { response } = await storehippo.callback(createRequest(request.raw, reply.raw), { owner });
  return response;
});

app.get<{ Querystring: { store: string } }>("/products", async (request, reply) => {
  const { data, error } = await storehippo.client(request.query.store, { owner }).GET("/entity/ms.products");
  if (error !== undefined) {
    console.error(readError(error));
    return reply.code(502).send({ error: readError(error).message });
  }
  return data.data.map((product) => product.name);
});

app.setErrorHandler((error, _request, reply) => {
  console.error(error);
  return reply.send(isShopAuthError(error) ? error.toResponse() : error);
});

await app.listen({ port: Number(process.env.PORT ?? 3000), host: "127.0.0.1" });
