import { createServer } from "node:http";
import { createRequestListener } from "@remix-run/node-fetch-server";
import { sqliteStore } from "@shopauth/core/sqlite";
import { createStoreHippo, isShopAuthError, sandbox } from "@shopauth/storehippo";

const storehippo = createStoreHippo({
  clientId: process.env.STOREHIPPO_CLIENT_ID!,
  clientSecret: process.env.STOREHIPPO_CLIENT_SECRET!,
  redirectUri: process.env.REDIRECT_URI!, // http://localhost:3000/callback while you develop
  scopes: ["read_products"],
  secrets: [process.env.SHOPAUTH_SECRET!], // openssl rand -base64 32
  store: sqliteStore("shopauth.db"),
  [sandbox]: process.env.SHOPAUTH_SANDBOX, // unset in production
});
await storehippo.recover();

async function answer(request: Request): Promise<Response> {
  const owner = "user-7"; // whoever is signed in to your app
  switch (`${request.method} ${new URL(request.url).pathname}`) {
    case "POST /connect": {
      const store = String((await request.formData()).get("store"));
      return storehippo.begin(request, { store, owner, returnTo: `/products?store=${store}` });
    }
    case "GET /callback":
      return (await storehippo.callback(request, { owner })).response;
    case "GET /products": {
      const store = new URL(request.url).searchParams.get("store") ?? "";
      const { data } = await storehippo.client(store, { owner }).GET("/entity/ms.products");
      return Response.json(data?.data.map((product) => product.name));
    }
    default:
      return new Response("Not found", { status: 404 });
  }
}

const refused = (error: unknown) =>
  isShopAuthError(error) ? error.toResponse() : new Response("Failed", { status: 500 });

createServer(createRequestListener(answer, { onError: refused })).listen(Number(process.env.PORT ?? 3000), "localhost");
