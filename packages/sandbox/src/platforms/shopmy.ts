import type { ShopMyScope } from "@shopauth/shopmy";
import {
  mockShopMy,
  SHOPMY_APP,
  SHOPMY_BRAND_KEY,
  type ShopMyDecision,
  type ShopMyMock,
} from "@shopauth/shopmy/testing";
import { type PlatformInput, ruleOf, type SandboxPlatform } from "./platform.ts";

const ANSWERS = { connect: "Connect", apply: "Apply to ShopMy", deny: "Deny" } as const;

export interface ShopMyPlatform extends SandboxPlatform {
  readonly mock: ShopMyMock;
}

export function shopmy({ redirectUris, now }: PlatformInput): ShopMyPlatform {
  const registered = { redirectUris, now };
  const mock = mockShopMy(registered);
  return {
    id: "shopmy",
    name: "ShopMy",
    mock,
    redirectUris,
    credentials: [
      { name: "developerId", value: SHOPMY_APP.developerId },
      { name: "developerKey", value: SHOPMY_APP.developerKey },
      { name: "brandKey", value: SHOPMY_BRAND_KEY },
    ],
    begin: "The app sends the creator's browser to https://shopmy.us/oauth.",
    links: [],
    owns: (host) => host === "shopmy.us" || host === "api.shopmy.us",
    isApi: ({ host, pathname }) => host === "api.shopmy.us" && !pathname.endsWith("/oauth-exchange-token"),
    consent: {
      isPage: ({ host, pathname }) => host === "shopmy.us" && pathname === "/oauth",
      check: (url) => ruleOf(mockShopMy(registered), url),
      question: (url) => ({
        title: "Connect your ShopMy account",
        app: url.searchParams.get("Developer_id") ?? "",
        redirect: url.searchParams.get("redirect_url") ?? "",
        choices: [
          {
            legend: "Creator",
            name: "user",
            kind: "one",
            options: mock.state.users.map(({ id, name }, index) => ({
              value: String(id),
              label: name,
              chosen: index === 0,
            })),
          },
          {
            legend: "Allow the app to",
            name: "scope",
            kind: "many",
            options: (url.searchParams.get("scopes") ?? "")
              .split(",")
              .map((scope) => ({ value: scope, label: scope.replace("_", " "), chosen: true })),
          },
        ],
        answers: Object.entries(ANSWERS).map(([value, label]) => ({ value, label })),
      }),
      decide(url, form) {
        const answer = String(form.get("answer")) as NonNullable<ShopMyDecision["answer"]>;
        if (!Object.hasOwn(ANSWERS, answer)) throw new Error("the decision is to connect, apply or deny");
        return mock.authorize(url, {
          answer,
          user: Number(form.get("user")),
          scopes: form.getAll("scope").map(String) as ShopMyScope[],
        });
      },
      denial: "deny",
    },
    limited: () => Response.json({ error: "Too many requests." }, { status: 429 }),
    revoke() {
      for (const { token } of mock.state.users) if (token) token.active = false;
    },
  };
}
