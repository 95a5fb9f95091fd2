import { createServer } from "node:http";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { createStoreHippo, isShopAuthError, readError, sandbox } from "@shopauth/storehippo";
import { sqliteStore } from "@shopauth/storehippo/sqlite";

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

const owner = "user-7"; // whoever is signed in to your app
const form = '<form method="post" action="/connect"><input name="store" value="acme"><button>Connect</button></form>';

async function answer(request: Request): Promise<Response> {
  switch (`${request.method} ${new URL(request.url).pathname}`) {
    case "GET /":
      return new Response(form, { headers: { "content-type": "text/html" } });
    case "POST /connect": {
      const store = String((await request.formData()).get("store"));
      return storehippo.begin(request, { store, owner, returnTo: `/products?store=${store}` });
    }
    case "GET /callback":
      return (await storehippo.callback(request, { owner })).response;
    case "GET /products": {
      const store = new URL(request.url).searchParams.get("store") ?? "";
      const { data, error } = await storehippo.client(store, { owner }).GET("/entity/ms.products");
      if (error === undefined) return Response.json(data.data.map((product) => product.name));
      console.error(readError(error));
      return Response.json({ error: readError(error).message }, { status: 502 });
    }
    default:
      return new Response("Not found", { status: 404 });
  }
}

function onError(error: unknown): Response {
  console.error(error);
  return isShopAuthError(error) ? error.toResponse() : new Response("Failed", { status: 500 });
}

createServer(createRequestListener(answer, { onError })).listen(Number(process.env.PORT ?? 3000), "127.0.0.1");
