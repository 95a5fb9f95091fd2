import { createStoreHippo, isShopAuthError, sandbox } from "@shopauth/storehippo";
import { sqliteStore } from "@shopauth/storehippo/sqlite";

export const storehippo = createStoreHippo({
  clientId: process.env.STOREHIPPO_CLIENT_ID!,
  clientSecret: process.env.STOREHIPPO_CLIENT_SECRET!,
  redirectUri: process.env.REDIRECT_URI!, // http://127.0.0.1:3000/callback while you develop
  scopes: ["read_products"],
  secrets: [process.env.SHOPAUTH_SECRET!], // openssl rand -base64 32
  store: sqliteStore("shopauth.db"),
  [sandbox]: process.env.SHOPAUTH_SANDBOX, // unset in production
});
await storehippo.recover();

export const owner = async (): Promise<string> => "user-7"; // whoever is signed in to your app

/** Logs what was thrown, and answers what was thrown on purpose with its code and hint. */
export async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!isShopAuthError(error)) throw error; // Next.js logs it
    console.error(error);
    return error.toResponse();
  }
}
