import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createShoprenter, isShopAuthError } from "@shopauth/shoprenter";
import { mockShoprenter, SHOPRENTER_APP } from "@shopauth/shoprenter/testing";

const SHOP = "acme";
const form = '<!doctype html><title>App</title><form method="post" action="/who"><button>Who came?</button></form>';

/** An app as the admin of a shop shows it: in a frame, which is of another site. */
export async function embeddedApp(tls: { cert: string; key: string }): Promise<{
  /** Address of an admin that opens the app. */
  open(options: { embedded: boolean; shop: string }): Promise<string>;
  /** Address of the app outside any admin. */
  readonly top: string;
  close(): void;
}> {
  const mock = mockShoprenter({ shops: [SHOP] });
  const shoprenter = (embedded: boolean) =>
    createShoprenter({
      ...SHOPRENTER_APP,
      redirectUri: "https://app.example/callback",
      secrets: ["a secret for the app in a frame, 32 characters"],
      embedded,
    });
  let app = shoprenter(false);

  const answer: RequestListener = async ({ url = "/", method, headers }, response) => {
    const cookie = headers.cookie ?? "";
    const request = new Request(`https://app.example${url}`, { headers: { cookie } });
    response.setHeader("content-type", "text/html");
    if (method === "POST") {
      const known = await app.entered(request, SHOP).catch((error: unknown) => {
        if (isShopAuthError(error)) return error.code;
        throw error;
      });
      return response.end(`It is ${known}.`);
    }
    if (url.startsWith("/entry?")) response.setHeader("set-cookie", (await app.enter(request)).setCookie);
    return response.end(form);
  };
  let frame = "";
  const admins: RequestListener = (_, response) => response.setHeader("content-type", "text/html").end(frame);
  const servers = await Promise.all(
    [answer, admins].map(async (listener) => {
      const server = createServer(tls, listener);
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return server;
    }),
  );
  // Another site than the app's for a browser, which goes by the name.
  const [top, admin] = servers.map((server, index) => {
    const { port } = server.address() as AddressInfo;
    return `https://${index === 0 ? "127.0.0.1" : "localhost"}:${port}/`;
  });
  return {
    async open({ embedded, shop }) {
      app = shoprenter(embedded);
      const entry = await mock.open({ shop, uri: "https://app.example/entry" });
      frame = `<!doctype html><title>Admin</title><iframe src="${top}entry${entry.search.replaceAll("&", "&amp;")}"></iframe>`;
      return admin!;
    },
    top: top!,
    close() {
      for (const server of servers) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
}
