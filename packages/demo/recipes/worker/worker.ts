import { createStoreHippo, isShopAuthError, readError, sandbox } from "@shopauth/storehippo";
import { type Records, recordsStore } from "./records.ts";

export { Records } from "./records.ts";

interface Env {
  STOREHIPPO_CLIENT_ID: string;
  STOREHIPPO_CLIENT_SECRET: string;
  REDIRECT_URI: string;
  SHOPAUTH_SECRET: string;
  SHOPAUTH_SANDBOX?: string;
  RECORDS: { getByName(name: string): Records };
}

// One for each request: a Worker's requests cannot share what is under way.
const open = (env: Env) =>
  createStoreHippo({
    clientId: env.STOREHIPPO_CLIENT_ID,
    clientSecret: env.STOREHIPPO_CLIENT_SECRET,
    redirectUri: env.REDIRECT_URI,
    scopes: ["read_products"],
    secrets: [env.SHOPAUTH_SECRET],
    store: recordsStore(env.RECORDS.getByName("shopauth")),
    [sandbox]: env.SHOPAUTH_SANDBOX,
  });

const form = '<form method="post" action="/connect"><input name="store" value="acme"><button>Connect</button></form>';

export default {
  scheduled: (_event: unknown, env: Env) => open(env).recover(), // finishes what was interrupted
  async fetch(request: Request, env: Env): Promise<Response> {
    const storehippo = open(env);
    const owner = "user-7"; // whoever is signed in to your app
    const { pathname, searchParams } = new URL(request.url);
    try {
      if (pathname === "/") return new Response(form, { headers: { "content-type": "text/html" } });
      if (pathname === "/connect" && request.method === "POST") {
        const store = String((await request.formData()).get("store"));
        return await storehippo.begin(request, { store, owner, returnTo: `/products?store=${store}` });
      }
      if (pathname === "/callback") return (await storehippo.callback(request, { owner })).response;
      if (pathname === "/products") {
        const api = storehippo.client(searchParams.get("store") ?? "", { owner });
        const { data, error } = await api.GET("/entity/ms.products");
        if (error === undefined) return Response.json(data.data.map((product) => product.name));
        console.error(readError(error));
        return Response.json({ error: readError(error).message }, { status: 502 });
      }
      return new Response("Not found", { status: 404 });
    } catch (error) {
      console.error(error);
      return isShopAuthError(error) ? error.toResponse() : new Response("Failed", { status: 500 });
    }
  },
};
