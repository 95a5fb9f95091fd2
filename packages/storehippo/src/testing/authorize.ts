import { SCOPES, type StoreHippoScope } from "../scopes.ts";
import type { MockApp } from "./state.ts";

/** What an authorization request asks for, once it keeps the rules. */
export interface Asked {
  readonly scopes: StoreHippoScope[];
  readonly redirectUri: string;
  readonly state: string;
}

/**
 * Checks an authorization request. https://help.storehippo.com/topic/oauth-authentication
 * @returns the rule it breaks, as text
 */
export function readAuthorization(query: URLSearchParams, app: MockApp): Asked | string {
  const values: Record<string, string> = {};
  for (const name of ["client_id", "scope", "redirect_uri", "state"]) {
    const all = query.getAll(name);
    if (all.length > 1) return `${name} is given ${all.length} times`;
    if (!all[0]) return `${name} is missing`;
    values[name] = all[0];
  }
  if (values.client_id !== app.clientId) return "client_id is not that of a registered app";
  const scopes = values.scope!.split(",");
  const known: readonly string[] = SCOPES;
  for (const scope of scopes) {
    if (known.includes(scope)) continue;
    const hint = /[ +]/.test(scope) ? ": scopes are joined by commas, not by spaces" : "";
    return `scope "${scope}" is not one of the ${SCOPES.length}${hint}`;
  }
  const rule = redirectRule(values.redirect_uri!, app.redirectUris);
  if (rule) return rule;
  return { scopes: scopes as StoreHippoScope[], redirectUri: values.redirect_uri!, state: values.state! };
}

/** The rule that a redirect URI breaks, if it is not one of the registered ones to the last character. */
export function redirectRule(given: string, registered: readonly string[]): string | undefined {
  if (registered.includes(given)) return undefined;
  if (registered.length === 0) return "redirect_uri cannot match: the app has none registered";
  const position = Math.max(...registered.map((each) => difference(given, each)));
  return `redirect_uri differs from the registered one at character ${position + 1}`;
}

function difference(a: string, b: string): number {
  for (let at = 0; ; at++) if (a[at] !== b[at]) return at;
}
