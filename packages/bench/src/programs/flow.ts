// Times whole code flows, from the authorise URL to the token: `flow.ts ours|badgateway|arctic|oauth4webapi`.
import { peer } from "../peers.ts";
import { plainApp } from "../platform.ts";

const subject = process.argv[2] as "ours" | "badgateway" | "arctic" | "oauth4webapi";
const BASE = "https://acme.shops.example";
const REDIRECT = "https://app.example/callback";
const CODE = "code-0123456789abcdef";
const TOKEN = "token-0123456789abcdef0123456789abcdef";
const body = JSON.stringify({ access_token: TOKEN, token_type: "Bearer", expires_in: 3600 });
const fetch = (async () =>
  new Response(body, { headers: { "content-type": "application/json" } })) as typeof globalThis.fetch;

/** One flow: the answer is whether the token came. `forged` brings a wrong state, which must fail. */
type Flow = (forged: boolean) => Promise<boolean>;

const back = (state: string | null, forged: boolean) =>
  new URL(`${REDIRECT}?code=${CODE}&state=${forged ? `${state?.slice(0, -3)}xyz` : state}`);

const flows: Record<typeof subject, () => Promise<Flow>> = {
  // Also seals the flow and the token, journals the exchange and stores the connection, as none of the others does.
  ours: async () => {
    const app = plainApp(BASE, { fetch });
    return async (forged) => {
      const { url, flow } = await app.authorizationUrl({ shop: "acme", owner: "ann" });
      const query = back(url.searchParams.get("state"), forged).searchParams;
      const { connection } = await app.exchange({ query, flow, owner: "ann" });
      return connection.status === "active";
    };
  },
  badgateway: async () => {
    const { OAuth2Client } = await peer<{ OAuth2Client: new (settings: object) => BadGateway }>(
      "@badgateway/oauth2-client",
    );
    const client = new OAuth2Client({
      server: BASE,
      clientId: "client",
      clientSecret: "secret",
      tokenEndpoint: "/token",
      authorizationEndpoint: "/authorize",
      fetch,
    });
    return async (forged) => {
      const state = crypto.randomUUID();
      const url = new URL(await client.authorizationCode.getAuthorizeUri({ redirectUri: REDIRECT, state }));
      const callback = back(url.searchParams.get("state"), forged);
      const token = await client.authorizationCode.getTokenFromCodeRedirect(callback, { redirectUri: REDIRECT, state });
      return token.accessToken === TOKEN;
    };
  },
  arctic: async () => {
    const { OAuth2Client, generateState } = await peer<Arctic>("arctic");
    globalThis.fetch = fetch;
    const client = new OAuth2Client("client", "secret", REDIRECT);
    return async (forged) => {
      const state = generateState();
      const url = client.createAuthorizationURL(`${BASE}/authorize`, state, []);
      const callback = back(url.searchParams.get("state"), forged);
      // It leaves the comparison to its caller.
      if (callback.searchParams.get("state") !== state) throw new Error("state");
      const code = callback.searchParams.get("code")!;
      return (await client.validateAuthorizationCode(`${BASE}/token`, code, null)).accessToken() === TOKEN;
    };
  },
  oauth4webapi: async () => {
    const o = await peer<OAuth4WebApi>("oauth4webapi");
    const server = { issuer: BASE, authorization_endpoint: `${BASE}/authorize`, token_endpoint: `${BASE}/token` };
    const client = { client_id: "client" };
    const authenticate = o.ClientSecretPost("secret");
    return async (forged) => {
      const state = o.generateRandomState();
      const url = new URL(server.authorization_endpoint);
      url.searchParams.set("client_id", client.client_id);
      url.searchParams.set("redirect_uri", REDIRECT);
      url.searchParams.set("response_type", "code");
      url.searchParams.set("state", state);
      const params = o.validateAuthResponse(server, client, back(url.searchParams.get("state"), forged), state);
      const options = { [o.customFetch]: fetch };
      const response = await o.authorizationCodeGrantRequest(
        server,
        client,
        authenticate,
        params,
        REDIRECT,
        o.nopkce,
        options,
      );
      return (await o.processAuthorizationCodeResponse(server, client, response)).access_token === TOKEN;
    };
  },
};

interface BadGateway {
  readonly authorizationCode: {
    getAuthorizeUri(input: object): Promise<string>;
    getTokenFromCodeRedirect(url: URL, input: object): Promise<{ accessToken: string }>;
  };
}
interface Arctic {
  generateState(): string;
  readonly OAuth2Client: new (
    id: string,
    secret: string,
    redirect: string,
  ) => {
    createAuthorizationURL(endpoint: string, state: string, scopes: string[]): URL;
    validateAuthorizationCode(endpoint: string, code: string, verifier: null): Promise<{ accessToken(): string }>;
  };
}
interface OAuth4WebApi {
  readonly customFetch: symbol;
  readonly nopkce: symbol;
  generateRandomState(): string;
  ClientSecretPost(secret: string): unknown;
  validateAuthResponse(server: object, client: object, url: URL, state: string): URLSearchParams;
  authorizationCodeGrantRequest(...input: unknown[]): Promise<Response>;
  processAuthorizationCodeResponse(...input: unknown[]): Promise<{ access_token: string }>;
}

const flow = await flows[subject]();
if (!(await flow(false))) throw new Error(`${subject} got no token`);
const fooled = await flow(true).catch(() => undefined);
if (fooled !== undefined) throw new Error(`${subject} took a wrong state`);
for (let index = 0; index < 1_000; index++) await flow(false);
const times: number[] = [];
for (let batch = 0; batch < 60; batch++) {
  const start = performance.now();
  for (let index = 0; index < 25; index++) await flow(false);
  times.push((performance.now() - start) * 40);
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ us: times[15] }));
process.exit();
