import {
  mockShoporama,
  SHOPORAMA_APP,
  type ShoporamaDecision,
  type ShoporamaLevel,
  type ShoporamaMock,
} from "@shopauth/shoporama/testing";
import { respond } from "../pages/respond.ts";
import { keysPage, type ShownKey } from "../pages/shoporama-keys.ts";
import { type PlatformInput, ruleOf, type SandboxPlatform } from "./platform.ts";

const HOST = "www.shoporama.dk";
const KEYS = "/webshop/api";
const ANSWERS = { approve: "Allow", deny: "Deny" } as const;
/** https://www.shoporama.dk/en/article/oauth */
const LEVELS: Readonly<Record<ShoporamaLevel, string>> = {
  read: "Read only",
  write: "Read and write",
  all: "Full access",
};

export interface ShoporamaPlatform extends SandboxPlatform {
  readonly mock: ShoporamaMock;
}

export function shoporama({ redirectUris, now }: PlatformInput): ShoporamaPlatform {
  const mock = mockShoporama({ now });
  const shops = () => mock.state.shops;
  const keys = () =>
    shops().flatMap((shop) => shop.keys.map((key, index) => ({ id: `${shop.id}-${index}`, shop, key })));

  return {
    id: "shoporama",
    name: "Shoporama",
    mock,
    redirectUris,
    credentials: [
      {
        name: "appName",
        value: `${SHOPORAMA_APP.appName}, or any other: Shoporama registers no apps and no addresses`,
      },
      {
        name: "webshops",
        value: shops()
          .map(({ name, id }) => `${name} (${id})`)
          .join(", "),
      },
    ],
    begin: `The app sends the merchant's browser to https://${HOST}/admin/oauth/login.`,
    links: [{ label: "Settings → API", path: `/${HOST}${KEYS}` }],
    owns: (host) => host === HOST || shops().some(({ domain }) => domain === host),
    isApi: ({ pathname }) => pathname.startsWith("/REST/"),
    consent: {
      isPage: ({ host, pathname }) => host === HOST && pathname === "/admin/oauth/login",
      check: (url) => ruleOf(mockShoporama({ now }), url),
      question: (url) => ({
        title: "Allow access to your webshop",
        app: url.searchParams.get("client_id") ?? "",
        redirect: url.searchParams.get("redirect_uri") ?? "",
        choices: [
          {
            legend: "Webshop",
            name: "shop",
            kind: "one",
            options: shops().map(({ id, name }, index) => ({ value: String(id), label: name, chosen: index === 0 })),
          },
          {
            legend: "Access level",
            name: "level",
            kind: "one",
            options: Object.entries(LEVELS).map(([value, label]) => ({ value, label, chosen: value === "all" })),
          },
        ],
        answers: Object.entries(ANSWERS).map(([value, label]) => ({ value, label })),
      }),
      decide(url, form) {
        const [answer, level] = [String(form.get("answer")), String(form.get("level"))];
        if (!Object.hasOwn(ANSWERS, answer)) throw new Error("the decision is to allow or to deny");
        if (!Object.hasOwn(LEVELS, level))
          throw new Error(`the access level is one of ${Object.keys(LEVELS).join(", ")}`);
        return mock.authorize(url, {
          answer: answer as NonNullable<ShoporamaDecision["answer"]>,
          shop: Number(form.get("shop")),
          level: level as ShoporamaLevel,
        });
      },
      denial: "deny",
    },
    async page({ host, pathname }, request) {
      if (host !== HOST || pathname !== KEYS) return undefined;
      const show = (said?: string, status = 200) => {
        const shown = keys().map(
          ({ id, shop, key }): ShownKey => ({
            id,
            name: key.name,
            shop: shop.name,
            token: key.value,
            accessLevel: LEVELS[key.level],
            lastUsed: key.lastUsed,
            revoked: key.revoked,
          }),
        );
        return respond(keysPage({ keys: shown, action: `/${HOST}${KEYS}`, ...(said !== undefined && { said }) }), {
          status,
        });
      };
      if (request.method === "GET") return show();
      if (request.method !== "POST") return undefined;
      const form = await request.formData().catch(() => undefined);
      const found = keys().find(({ id }) => id === form?.get("key"));
      if (!found) return show("There is no such key.", 404);
      found.key.revoked = true;
      return show(`${found.key.name} of ${found.shop.name} is revoked: the next call with it is refused.`);
    },
    limited: () => new Response("429 Too Many Requests", { status: 429, headers: { "content-type": "text/plain" } }),
    revoke() {
      for (const { key } of keys()) key.revoked = true;
    },
  };
}
