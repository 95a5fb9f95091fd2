import {
  mockStoreHippo,
  STOREHIPPO_ACCESS_KEY,
  STOREHIPPO_APP,
  type StoreHippoMock,
} from "@shopauth/storehippo/testing";
import { type PlatformInput, ruleOf, type SandboxPlatform } from "./platform.ts";

const ANSWERS = { approve: "Install", deny: "Deny" } as const;

export interface StoreHippoPlatform extends SandboxPlatform {
  readonly mock: StoreHippoMock;
}

export function storehippo({ redirectUris, now }: PlatformInput): StoreHippoPlatform {
  const registered = { app: { redirectUris: [...redirectUris] }, now };
  const mock = mockStoreHippo(registered);
  const stores = () => Object.keys(mock.state.stores);
  return {
    id: "storehippo",
    name: "StoreHippo",
    mock,
    redirectUris,
    credentials: [
      { name: "clientId", value: STOREHIPPO_APP.clientId },
      { name: "clientSecret", value: STOREHIPPO_APP.clientSecret },
      { name: "store", value: stores().join(" or ") },
      { name: "accessKey", value: STOREHIPPO_ACCESS_KEY },
    ],
    begin: "The app sends the merchant's browser to https://{store}.storehippo.com/admin/oauth/authorization.",
    links: [],
    owns: (host) => host.endsWith(".storehippo.com"),
    isApi: ({ pathname }) => !pathname.startsWith("/admin/"),
    consent: {
      isPage: ({ host, pathname }) => host.endsWith(".storehippo.com") && pathname === "/admin/oauth/authorization",
      check: (url) => ruleOf(mockStoreHippo(registered), url),
      question: (url) => ({
        title: `Install an app in ${url.host.split(".")[0]}`,
        app: url.searchParams.get("client_id") ?? "",
        redirect: url.searchParams.get("redirect_uri") ?? "",
        facts: (url.searchParams.get("scope") ?? "").split(",").map((scope) => scope.replaceAll("_", " ")),
        choices: [],
        answers: Object.entries(ANSWERS).map(([value, label]) => ({ value, label })),
      }),
      decide(url, form) {
        const answer = String(form.get("answer"));
        if (answer !== "approve" && answer !== "deny") throw new Error("the decision is to install or to deny");
        return mock.authorize(url, { answer });
      },
      denial: "deny",
    },
    limited: () => Response.json({ error: "Too many requests" }, { status: 429, headers: { "retry-after": "2" } }),
    revoke() {
      for (const store of stores()) mock.uninstall(store);
    },
  };
}
