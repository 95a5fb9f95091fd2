import { answer, type Refuse } from "./answers.ts";
import type { StoreHippoState } from "./state.ts";

const LIFETIME = 600_000;
const FIELDS = ["client_id", "client_secret", "code", "redirect_uri", "grant_type"] as const;

/**
 * Exchanges a code for the store's permanent token.
 * https://help.storehippo.com/topic/oauth-authentication, errors as in RFC 6749, 5.2
 */
export async function exchangeCode(input: {
  request: Request;
  store: string;
  state: StoreHippoState;
  refuse: Refuse;
  now: () => number;
  makeToken: () => string;
}): Promise<Response> {
  const { request, store, state, refuse, now, makeToken } = input;
  const fail = (rule: string, error = "invalid_request") => refuse(400, rule, { error, error_description: rule });
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    return fail(`the body is ${type || "untyped"}, not application/x-www-form-urlencoded`);
  const form = new URLSearchParams(await request.text());
  const field: Record<string, string> = {};
  for (const name of FIELDS) {
    const values = form.getAll(name);
    if (values.length !== 1 || !values[0])
      return fail(`${name} is ${values.length > 1 ? "given more than once" : "missing"}`);
    field[name] = values[0];
  }
  if (field.grant_type !== "authorization_code")
    return fail("grant_type is not authorization_code", "unsupported_grant_type");
  if (field.client_id !== state.app.clientId)
    return refuse(401, "client_id is not that of a registered app", { error: "invalid_client" });
  if (field.client_secret !== state.app.clientSecret)
    return refuse(401, "client_secret is wrong", { error: "invalid_client" });
  const code = state.codes.find((each) => each.code === field.code);
  if (!code) return fail("the code was never issued", "invalid_grant");
  if (code.store !== store) return fail("the code was issued by another store", "invalid_grant");
  if (code.usedAt !== undefined) {
    // RFC 6749, 4.1.2: what was issued for it may have been stolen.
    for (const each of state.tokens) if (each.token === code.token) each.revoked ??= "its code was used twice";
    return fail("the code was used before; its token is revoked", "invalid_grant");
  }
  if (now() - code.issuedAt > LIFETIME) return fail("the code is older than 10 minutes", "invalid_grant");
  if (code.redirectUri !== field.redirect_uri)
    return fail("redirect_uri differs from that of the authorization", "invalid_grant");
  const token = makeToken();
  Object.assign(code, { usedAt: now(), token });
  state.tokens.push({ token, store, scopes: code.scopes, issuedAt: now() });
  return answer({ access_token: token });
}
