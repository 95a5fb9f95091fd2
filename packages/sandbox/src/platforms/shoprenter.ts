import { mockShoprenter, SHOPRENTER_APP, type ShoprenterMock } from "@shopauth/shoprenter/testing";
import { messagePage, refusedPage } from "../pages/consent.ts";
import { respond, seeOther } from "../pages/respond.ts";
import { adminPage } from "../pages/shoprenter-admin.ts";
import type { PlatformInput, SandboxPlatform } from "./platform.ts";

const SHOPS = ["lampabolt", "konyvsarok"];
const { appId, clientId, clientSecret } = SHOPRENTER_APP;

export interface ShoprenterPlatform extends SandboxPlatform {
  readonly mock: ShoprenterMock;
}

export function shoprenter(
  input: PlatformInput & { readonly entryUri: string; readonly uninstallUri: string; readonly tokenLife: number },
): ShoprenterPlatform {
  const { redirectUris, entryUri, uninstallUri, tokenLife, now } = input;
  const mock = mockShoprenter({ now, expiresIn: tokenLife });
  /** Shoprenter itself calls the UninstallUri; what the app answers changes nothing. */
  const uninstall = async (shop: string): Promise<string> => {
    const url = await mock.uninstall({ shop, uri: uninstallUri });
    try {
      const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5000) });
      await answer.body?.cancel();
      return `Uninstalled. The app's UninstallUri answered ${answer.status}.`;
    } catch (error) {
      const reason =
        error instanceof Error && error.name === "TimeoutError" ? "gave no answer in 5 s" : "cannot be reached";
      return `Uninstalled. The app's UninstallUri ${reason}.`;
    }
  };

  return {
    id: "shoprenter",
    name: "Shoprenter",
    mock,
    redirectUris: [...redirectUris, entryUri, uninstallUri],
    credentials: [
      { name: "clientId", value: clientId },
      { name: "clientSecret", value: clientSecret },
      { name: "appId", value: appId },
      { name: "shop", value: SHOPS.join(" or ") },
    ],
    begin: "The merchant installs the app in the shop's admin, which sends the browser to the app's RedirectUri.",
    links: SHOPS.map((shop) => ({ label: `Admin of ${shop}`, path: `/${shop}.myshoprenter.hu/admin` })),
    owns: (host) => host === "oauth.app.shoprenter.net" || host.endsWith(".myshoprenter.hu"),
    isApi: ({ host }) => host.endsWith(".api2.myshoprenter.hu"),
    async page({ host, pathname, search, searchParams }, request) {
      const shop = /^([a-z0-9][a-z0-9-]*)\.myshoprenter\.hu$/.exec(host)?.[1];
      const app = /^\/admin(?:\/app\/([^/]+))?\/?$/.exec(pathname);
      if (shop === undefined || !app) return undefined;
      const inApp = app[1] !== undefined;
      if (inApp && app[1] !== appId) {
        const text = `The app ${app[1]} is not registered; the demonstration app is ${appId}.`;
        return respond(messagePage({ title: "No such app", text }), { status: 404 });
      }
      // An app has one RedirectUri there; here several may stand by, and the address says which one is meant.
      const redirectUri = searchParams.get("redirect_uri") ?? redirectUris[0]!;
      if (!redirectUris.includes(redirectUri)) {
        const rule = `The RedirectUri ${redirectUri} is not registered`;
        mock.refusals.push({ at: now(), method: request.method, path: pathname, status: 400, rule });
        return respond(refusedPage({ platform: "Shoprenter", rule }), { status: 400 });
      }
      const show = (said?: string, status = 200) =>
        respond(
          adminPage({
            shop,
            appId,
            clientId,
            inApp,
            installed: mock.state.shops.get(shop)?.installed ?? false,
            action: `/${host}${pathname}${search}`,
            addresses: { install: redirectUri, entry: entryUri, uninstall: uninstallUri },
            ...(said !== undefined && { said }),
          }),
          { status, forms: [redirectUri, entryUri] },
        );
      if (request.method === "GET") return show();
      if (request.method !== "POST") return undefined;
      const form = await request.formData().catch(() => undefined);
      switch (form?.get("do")) {
        case "install":
          return seeOther((await mock.install({ shop, redirectUri })).href);
        case "open":
          if (!mock.state.shops.get(shop)?.installed) return show("The app is not installed.", 409);
          return seeOther((await mock.open({ shop, uri: entryUri })).href);
        case "uninstall":
          return show(await uninstall(shop));
        default:
          return show("The form says neither install, open nor uninstall.", 400);
      }
    },
    limited: () => Response.json({ message: "Too Many Requests" }, { status: 429 }),
    expire() {
      for (const [token, issued] of mock.state.tokens) mock.state.tokens.set(token, { ...issued, expiresAt: now() });
    },
    revoke: () => mock.state.tokens.clear(),
  };
}
