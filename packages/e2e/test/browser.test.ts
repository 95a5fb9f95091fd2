import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { historyOf, launch, look, missing, picture } from "./browser/chromium.ts";
import { embeddedApp } from "./browser/embedded-app.ts";
import { foreignSite, openStage, type Stage, selfSigned, temporaryFolder } from "./browser/stage.ts";

let browser: Browser | undefined;
beforeAll(async () => {
  if (!missing) browser = await launch();
});
afterAll(() => browser?.close());
beforeEach((context) => {
  if (missing) context.skip(missing);
});

const CODES = /[?&](?:code|shopmy_code|token|state|hmac|flow)=/;

interface Visit {
  readonly stage: Stage;
  readonly context: BrowserContext;
  readonly page: Page;
}

/** A stage of its own and a fresh profile for some work. */
async function onStage(
  work: (visit: Visit) => Promise<void>,
  stageOptions: Parameters<typeof openStage>[1] = {},
  profile: BrowserContextOptions = {},
): Promise<void> {
  const folder = temporaryFolder();
  const stage = await openStage(folder, stageOptions);
  try {
    const context = await browser!.newContext({
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 900 },
      ...profile,
    });
    context.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    context.on("weberror", (error) => complaints.push(String(error.error())));
    context.on("console", (message) => {
      // What the content security policy stops is told here.
      if (message.type() === "error" && !/^Failed to load resource: the server responded/.test(message.text()))
        complaints.push(message.text());
    });
    try {
      await work({ stage, context, page: await context.newPage() });
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  } finally {
    await stage.close();
    folder.remove();
  }
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

async function connectShoporama({ page, stage }: Visit): Promise<void> {
  await page.goto(stage.origin);
  await press(page, "Connect Shoporama");
  await press(page, "Allow");
  await page.waitForURL(`${stage.origin}/shops?connected=shoporama`);
}

async function connectStoreHippo({ page, stage }: Visit): Promise<void> {
  await page.goto(stage.origin);
  await press(page, "Connect StoreHippo");
  await press(page, "Install");
  await page.waitForURL(`${stage.origin}/shops?connected=storehippo`);
}

/** The first call of the console, made. */
async function firstCall(page: Page, account: string): Promise<void> {
  await page.getByRole("link", { name: `Call its API with ${account}` }).click();
  await press(page, "Send GET");
  await page.getByRole("heading", { name: "What happened" }).waitFor();
}

describe("all four platforms, by clicking", () => {
  test("ShopMy, StoreHippo, Shoprenter and Shoporama are connected and called", async () => {
    await onStage(async ({ stage, page }) => {
      await page.goto(stage.origin);
      await look(page, "01-start");

      await press(page, "Connect ShopMy");
      await look(page, "02-shopmy-consent");
      await press(page, "Connect");
      await page.getByText("ShopMy is connected.").waitFor();

      await page.getByRole("link", { name: "Connect", exact: true }).click();
      await press(page, "Connect StoreHippo");
      await look(page, "03-storehippo-consent");
      await press(page, "Install");
      await page.getByText("StoreHippo is connected.").waitFor();

      await page.getByRole("link", { name: "Connect", exact: true }).click();
      await press(page, "Connect Shoporama");
      await page.getByLabel("Read and write").check();
      await look(page, "04-shoporama-consent");
      await press(page, "Allow");
      await page.getByText("Shoporama is connected.").waitFor();
      expect(await page.getByText("read and write", { exact: true }).count()).toBe(1);

      await page.getByRole("link", { name: "Connect", exact: true }).click();
      await page.getByRole("link", { name: "Open a Shoprenter admin" }).click();
      await look(page, "05-shoprenter-admin");
      await press(page, "Install app");
      await page.getByRole("heading", { name: "Is this your shop?" }).waitFor();
      await look(page, "06-claim");
      await press(page, "Claim lampabolt");
      await page.getByText("Shoprenter is connected.").waitFor();

      for (const account of ["creator-7", "northwind-lamps", "lampabolt", "4410"]) {
        await firstCall(page, account);
        if (account === "4410") await look(page, "08-console-result");
        expect(await page.locator(".wire > li .status").allInnerTexts()).toEqual(["200"]);
        await page.getByRole("link", { name: "Your shops" }).first().click();
      }
      expect(await page.locator(".shop .status").allInnerTexts()).toEqual(["Active", "Active", "Active", "Active"]);
      expect(await page.locator("meter").count()).toBe(1);
      await look(page, "07-shops");
    });
  });
});

describe("what else merchants do", () => {
  test("deny, and apply instead of connecting: a page that says so, and another try works", async () => {
    await onStage(async (visit) => {
      const { stage, page } = visit;
      await page.goto(stage.origin);
      await press(page, "Connect StoreHippo");
      await press(page, "Deny");
      await page.getByRole("heading", { name: "Permission was not given" }).waitFor();
      expect(page.url()).toMatch(/\/problem\/[\w-]+$/);
      expect(await page.getByRole("alert").textContent()).toContain("callback_denied");
      await look(page, "09-denied");
      await page.reload();
      await page.getByRole("heading", { name: "Permission was not given" }).waitFor();

      await page.getByRole("link", { name: "Try again" }).click();
      await press(page, "Connect ShopMy");
      await press(page, "Apply to ShopMy");
      await page.getByRole("heading", { name: "You are on the waiting list" }).waitFor();
      await look(page, "10-waiting-list");

      await connectStoreHippo(visit);
      await page.goto(stage.origin);
      await press(page, "Connect ShopMy");
      await press(page, "Deny");
      await page.getByRole("heading", { name: "Permission was not given" }).waitFor();
      await page.goto(`${stage.origin}/shops`);
      expect(await page.locator(".shop h2").allInnerTexts()).toEqual(["northwind-lamps"]);
    });
  });

  test("reload of the callback and the back button: the same answer, nothing is spent twice", async () => {
    await onStage(async ({ stage, page }) => {
      let callback = "";
      page.on("request", (request) => {
        if (request.url().startsWith(`${stage.origin}/callback/`)) callback = request.url();
      });
      await page.goto(stage.origin);
      await press(page, "Connect ShopMy");
      await press(page, "Connect");
      await page.waitForURL(`${stage.origin}/shops?connected=shopmy`);
      const connected = await page.locator(".shop time").first().getAttribute("datetime");

      for (let times = 0; times < 2; times++) {
        await page.goto(callback);
        expect(page.url()).toBe(`${stage.origin}/shops?connected=shopmy`);
      }
      expect(await page.locator(".shop time").first().getAttribute("datetime")).toBe(connected);

      // Back to the consent page, and through it once more: ShopMy would refuse a second exchange, so none is sent.
      await page.goBack();
      while (!page.url().startsWith(stage.sandbox.origin)) await page.goBack();
      await press(page, "Connect");
      await page.getByRole("heading", { name: "This callback belongs to another attempt" }).waitFor();
      expect(stage.sandbox.mocks.shopmy.refusals).toEqual([]);
      await page.goto(`${stage.origin}/shops`);
      expect(await page.locator(".shop .status").allInnerTexts()).toEqual(["Active"]);
      await firstCall(page, "creator-7");
      expect(await page.locator(".wire .status").allInnerTexts()).toEqual(["200"]);
    });
  });

  test("two tabs, answered in the other order: each finishes its own flow", async () => {
    await onStage(async ({ stage, context, page }) => {
      const stores = Object.keys(stage.sandbox.mocks.storehippo.state.stores).slice(0, 2);
      const other = await context.newPage();
      for (const [index, tab] of [page, other].entries()) {
        await tab.goto(stage.origin);
        await tab.getByLabel("Store name").fill(stores[index]!);
        await press(tab, "Connect StoreHippo");
        await tab.getByRole("heading", { name: `Install an app in ${stores[index]}` }).waitFor();
      }
      for (const tab of [other, page]) {
        await press(tab, "Install");
        await tab.waitForURL(`${stage.origin}/shops?connected=storehippo`);
      }
      expect((await page.locator(".shop h2").allInnerTexts()).sort()).toEqual([...stores].sort());
      expect(stage.sandbox.mocks.storehippo.refusals).toEqual([]);
    });
  });

  test("another browser that gets the callback's address is refused, and nothing is spent", async () => {
    await onStage(async ({ stage, context, page }) => {
      await page.goto(stage.origin);
      await press(page, "Connect ShopMy");
      // The merchant agrees, and the address of the callback reaches somebody else before the merchant's own browser.
      const agreed = await context.request.post(page.url(), {
        form: { user: String(stage.sandbox.mocks.shopmy.state.users[0]!.id), scope: "read_links", answer: "connect" },
        maxRedirects: 0,
      });
      const callback = agreed.headers().location ?? "";
      expect(callback).toMatch(new RegExp(`^${stage.origin}/callback/shopmy\\?.*shopmy_code=`));

      const stranger = await browser!.newContext();
      const theirs = await stranger.newPage();
      await theirs.goto(callback);
      await theirs.getByRole("heading", { name: "This callback belongs to another browser" }).waitFor();
      expect(await theirs.getByRole("alert").textContent()).toContain("state_missing");
      expect(theirs.url()).toMatch(/\/problem\/[\w-]+$/);
      await look(theirs, "11-other-browser");
      await theirs.goto(`${stage.origin}/shops`);
      await theirs.getByText("None yet.").waitFor();
      await stranger.close();
      expect([...stage.sandbox.mocks.shopmy.state.codes.values()].map(({ used }) => used)).toEqual([false]);

      await page.goto(callback);
      await page.getByText("ShopMy is connected.").waitFor();
    });
  });

  test("revokes: the connection is rejected, with what to do, and connects again", async () => {
    await onStage(async (visit) => {
      const { stage, page } = visit;
      await connectShoporama(visit);
      const settings = page.getByRole("link", { name: "Settings → API of 4410" });
      await settings.click();
      await look(page, "12-shoporama-keys");
      await page.getByRole("button", { name: /^Revoke / }).click();
      await page.goto(`${stage.origin}/shops`);
      expect(await page.locator(".shop .status").textContent()).toBe("Active");
      await firstCall(page, "4410");
      expect(await page.locator(".wire .status").allInnerTexts()).toEqual(["401"]);

      await page.goto(`${stage.origin}/shops`);
      expect(await page.locator(".shop .status").textContent()).toBe("Rejected");
      await page.getByText("Shoporama refuses the credential.").waitFor();
      await look(page, "13-rejected");
      await firstCall(page, "4410");
      expect(await page.getByRole("alert").textContent()).toContain("reauthorization_required");
      await page.getByText("No request was sent.").waitFor();

      await page.goto(`${stage.origin}/shops`);
      await press(page, "Reconnect 4410");
      await press(page, "Allow");
      await page.getByText("Shoporama is connected.").waitFor();
      expect(await page.locator(".shop .status").textContent()).toBe("Active");

      await press(page, "Disconnect 4410");
      await look(page, "14-disconnect");
      await press(page, "Yes, disconnect");
      await page.getByText("None yet.").waitFor();
    });
  });

  test("uninstall in the Shoprenter admin: rejected at once, and an install brings it back", async () => {
    await onStage(async ({ stage, page }) => {
      const admin = `${stage.sandbox.origin}/lampabolt.myshoprenter.hu/admin`;
      await page.goto(admin);
      await press(page, "Install app");
      await press(page, "Claim lampabolt");
      await page.goto(admin);
      await press(page, "Uninstall app");
      await page.getByText("The app's UninstallUri answered 204").waitFor();
      await page.goto(`${stage.origin}/shops`);
      expect(await page.locator(".shop .status").textContent()).toBe("Rejected");
      await page.goto(admin);
      await press(page, "Install app");
      await page.goto(admin);
      await press(page, "Open app");
      await page.getByRole("heading", { name: "Call Shoprenter" }).waitFor();
      await page.goto(`${stage.origin}/shops`);
      expect(await page.locator(".shop .status").textContent()).toBe("Active");
    });
  });
});

describe("cookies", () => {
  test("over https: __Host-, Secure, HttpOnly, Lax, and gone from scripts", async () => {
    const folder = temporaryFolder();
    const tls = selfSigned(folder);
    try {
      await onStage(
        async (visit) => {
          const { stage, page, context } = visit;
          expect(stage.origin).toMatch(/^https:/);
          await page.goto(stage.origin);
          await press(page, "Connect StoreHippo");
          const cookies = await context.cookies(stage.origin);
          expect(cookies).toHaveLength(1);
          expect(cookies[0]).toMatchObject({
            name: expect.stringMatching(/^__Host-shopauth-storehippo-/),
            httpOnly: true,
            secure: true,
            sameSite: "Lax",
            path: "/",
            domain: "localhost",
          });
          expect(cookies[0]!.expires * 1000 - Date.now()).toBeLessThan(601_000);
          await press(page, "Install");
          await page.waitForURL(`${stage.origin}/shops?connected=storehippo`);
          expect(await page.evaluate("document.cookie")).toBe("");
        },
        { tls },
      );
    } finally {
      folder.remove();
    }
  });

  test("over http on loopback: a plain name, HttpOnly, Lax", async () => {
    await onStage(async ({ stage, page, context }) => {
      await page.goto(stage.origin);
      await press(page, "Connect Shoporama");
      const [cookie, ...others] = await context.cookies(stage.origin);
      expect(others).toEqual([]);
      expect(cookie).toMatchObject({
        name: expect.stringMatching(/^shopauth-shoporama-/),
        httpOnly: true,
        secure: false,
        sameSite: "Lax",
        path: "/",
        domain: "localhost",
      });
      // The sandbox is another site, so that Lax is what lets the cookie come back with the redirect.
      expect(await context.cookies(stage.sandbox.origin)).toEqual([]);
      await press(page, "Allow");
      await page.getByText("Shoporama is connected.").waitFor();
      expect(await page.evaluate("document.cookie")).toBe("");
    });
  });

  test("in the frame of an admin: the entry's cookie by option alone, and only below that admin", async () => {
    const folder = temporaryFolder();
    const admin = await embeddedApp(selfSigned(folder));
    try {
      for (const [embedded, expected] of [
        [false, "state_missing"],
        [true, "acme"],
      ] as const) {
        const context = await browser!.newContext({ ignoreHTTPSErrors: true });
        context.setDefaultTimeout(15_000);
        try {
          const page = await context.newPage();
          await page.goto(await admin.open({ embedded, shop: "acme" }));
          const frame = page.frameLocator("iframe");
          await frame.getByRole("button", { name: "Who came?" }).click();
          await frame.getByText(`It is ${expected}.`).waitFor();
          // The same app at top level is below no admin: nobody entered there.
          await page.goto(admin.top);
          await page.getByRole("button", { name: "Who came?" }).click();
          await page.getByText("It is state_missing.").waitFor();
          const cookies = await context.cookies();
          expect(cookies.map(({ name }) => name)).toEqual(embedded ? ["__Host-shopauth-shoprenter.entry-acme"] : []);
          for (const cookie of cookies)
            expect(cookie).toMatchObject({
              httpOnly: true,
              secure: true,
              sameSite: "None",
              partitionKey: expect.any(String),
            });
        } finally {
          await context.close();
        }
      }
    } finally {
      admin.close();
      folder.remove();
    }
  });
});

describe("nothing secret stays behind", () => {
  test("no token or code in the history, in a Referer, or in a page", async () => {
    const elsewhere = await foreignSite();
    try {
      await onStage(async (visit) => {
        const { stage, page } = visit;
        const referers: { to: string; from: string }[] = [];
        page.on("request", async (request) => {
          const { referer } = await request.allHeaders().catch(() => ({}) as Record<string, string>);
          if (referer !== undefined) referers.push({ to: new URL(request.url()).origin, from: referer });
        });
        await connectShoporama(visit);
        // A link to another site, on the page where the callback has led.
        const follow = async () => {
          await page.evaluate(`document.body.append(Object.assign(document.createElement("a"),
            { href: "${elsewhere.origin}/from-here", textContent: "Elsewhere" }))`);
          await page.getByRole("link", { name: "Elsewhere" }).click();
          await page.getByRole("heading", { name: "Elsewhere" }).waitFor();
        };
        await follow();
        await connectStoreHippo(visit);
        await page.goto(stage.origin);
        await press(page, "Connect StoreHippo");
        await press(page, "Deny");
        await page.getByRole("heading", { name: "Permission was not given" }).waitFor();
        await follow();

        const followed = elsewhere.received.filter(({ url }) => url === "/from-here");
        expect(followed.map(({ headers }) => headers.referer)).toEqual([undefined, undefined]);
        expect(referers.length).toBeGreaterThan(0);
        // A platform's page may tell itself where it was; nobody tells anybody else.
        expect(referers.filter(({ to, from }) => new URL(from).origin !== to)).toEqual([]);
        expect(referers.filter(({ to, from }) => to === stage.origin && CODES.test(from))).toEqual([]);
        const history = await historyOf(page);
        expect(history.filter((url) => url.startsWith(stage.origin) && /[?#]./.test(url))).toEqual([
          `${stage.origin}/shops?connected=shoporama`,
          `${stage.origin}/shops?connected=storehippo`,
        ]);

        const { shoporama, storehippo } = stage.sandbox.mocks;
        const secrets = [
          ...shoporama.state.shops.flatMap(({ keys }) => keys.map(({ value }) => value)),
          ...storehippo.state.tokens.map(({ token }) => token),
          ...storehippo.state.codes.map(({ code }) => code),
        ];
        expect(secrets.length).toBeGreaterThan(2);
        for (const url of history) for (const secret of secrets) expect(url).not.toContain(secret);
        for (const account of ["4410", "northwind-lamps"]) {
          await page.goto(`${stage.origin}/shops`);
          const dashboard = await page.content();
          await firstCall(page, account);
          const called = await page.content();
          expect(called).toMatch(/authorization: .*••••/);
          for (const secret of secrets) {
            expect(dashboard).not.toContain(secret);
            expect(called).not.toContain(secret);
          }
        }
      });
    } finally {
      elsewhere.close();
    }
  });

  test("a form of another site does nothing, nor does a page under another name", async () => {
    const elsewhere = await foreignSite();
    try {
      await onStage(async (visit) => {
        const { stage, page } = visit;
        await connectShoporama(visit);
        for (const path of ["/connect/shoporama", "/shops/shoporama/4410/disconnect"]) {
          await page.goto(elsewhere.origin);
          await page.evaluate(`(() => {
            const form = Object.assign(document.createElement("form"), { method: "post", action: "${stage.origin}${path}" });
            document.body.append(form);
            form.submit();
          })()`);
          await page.getByText("Forbidden").waitFor();
        }
        const [, port] = stage.origin.split(/:(?=\d+$)/);
        const answer = await page.goto(`http://127.0.0.1:${port}/shops`);
        expect(answer?.status()).toBe(421);
        await page.goto(`${stage.origin}/shops`);
        expect(await page.locator(".shop h2").allInnerTexts()).toEqual(["4410"]);
      });
    } finally {
      elsewhere.close();
    }
  });
});

describe("accessible", () => {
  test("the check itself finds what is wrong", async () => {
    const page = await browser!.newPage();
    await page.setContent(`<!doctype html><html lang="en"><title>Wrong</title><main><h1>Wrong</h1><img src="/x">`);
    await expect(look(page, "wrong")).rejects.toThrow(/on wrong, light.*image-alt/s);
    await page.setContent(`<!doctype html><html lang="en"><title>Dark</title>
      <style>p { color: #333 } @media (prefers-color-scheme: dark) { body { background: #111; color: #eee } }</style>
      <main><h1>Dark</h1><p>Readable in light, and hardly in dark.</p>`);
    await expect(look(page, "wrong")).rejects.toThrow(/on wrong, dark.*color-contrast/s);
    await page.close();
  });

  test("keyboard only: connect, call and disconnect without a pointer", async () => {
    await onStage(async ({ stage, page }) => {
      const focused = () =>
        page.evaluate<string>(`(() => {
          const at = document.activeElement;
          const label = at.labels?.[0]?.textContent ?? at.textContent;
          return label.trim().replace(/\\s+/g, " ");
        })()`);
      const tabTo = async (wanted: RegExp) => {
        for (let presses = 0; presses < 60; presses++) {
          await page.keyboard.press("Tab");
          if (wanted.test(await focused())) {
            const outline = "getComputedStyle(document.activeElement).outlineStyle";
            expect(await page.evaluate(outline), `focus on ${wanted} can be seen`).not.toBe("none");
            return;
          }
        }
        throw new Error(`Tab does not reach ${wanted} on ${page.url()}`);
      };
      await page.goto(stage.origin);
      await page.keyboard.press("Tab");
      expect(await focused()).toBe("Skip to content");
      await tabTo(/^Connect Shoporama$/);
      await page.keyboard.press("Enter");
      await page.waitForURL(/admin\/oauth\/login/);
      await tabTo(/Lampehuset/);
      await page.keyboard.press("ArrowDown");
      await tabTo(/Full access|Read/);
      await page.keyboard.press("ArrowUp");
      await tabTo(/^Allow$/);
      await page.keyboard.press("Space");
      await page.waitForURL(`${stage.origin}/shops?connected=shoporama`);
      await page.getByText("Uldværket").waitFor();

      await tabTo(/^Call its API/);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "Call Shoporama" }).waitFor();
      await tabTo(/^Find one of/);
      await page.keyboard.type("list orders");
      await tabTo(/^GET \/order/);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "GET /order", exact: true }).waitFor();
      await tabTo(/^limit/);
      await page.keyboard.type("2");
      await tabTo(/^Send GET$/);
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { name: "What happened" }).waitFor();
      expect(await focused()).toBe("What happened");
      expect(await page.locator(".wire pre").first().textContent()).toContain("limit=2");

      await page.goto(`${stage.origin}/shops`);
      await tabTo(/^Disconnect/);
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Yes, disconnect" }).waitFor();
      await tabTo(/^Yes, disconnect$/);
      await page.keyboard.press("Enter");
      await page.getByText("None yet.").waitFor();
    });
  });

  test("without scripts: connect, call and disconnect", async () => {
    await onStage(
      async (visit) => {
        const { page } = visit;
        await connectShoporama(visit);
        await firstCall(page, "4410");
        expect(await page.locator(".wire .status").allInnerTexts()).toEqual(["200"]);
        await page.getByRole("link", { name: "Your shops" }).first().click();
        await press(page, "Disconnect 4410");
        await press(page, "Yes, disconnect");
        await page.getByText("None yet.").waitFor();
      },
      {},
      { javaScriptEnabled: false },
    );
  });

  test("small screens and mistakes: nothing runs out of the page, and errors are told", async () => {
    await onStage(async (visit) => {
      const { stage, page } = visit;
      await page.setViewportSize({ width: 360, height: 740 });
      await page.goto(stage.origin);
      await look(page, "15-start-small");
      const overflow = "document.documentElement.scrollWidth - innerWidth";
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      await page.getByLabel("Store name").fill("not a store");
      await press(page, "Connect StoreHippo");
      expect(await page.getByRole("alert").textContent()).toContain("invalid_target");

      await connectShoporama(visit);
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      await page.goto(`${stage.origin}/shops/shoporama/4410?operation=updateProduct`);
      await page.getByLabel(/^Body/).fill("{ not JSON");
      await press(page, "Send PUT");
      expect(await page.getByRole("alert").textContent()).toContain("The body is not JSON");
      expect(await page.getByLabel(/^Body/).inputValue()).toBe("{ not JSON");
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
      await look(page, "16-console-small");
    });
  });
});

test("a restart: connections, last calls and what the sandbox issued are still there", async () => {
  const folder = temporaryFolder();
  const context = await browser!.newContext();
  const page = await context.newPage();
  try {
    let stage = await openStage(folder);
    await connectStoreHippo({ stage, context, page });
    await firstCall(page, "northwind-lamps");
    const port = Number(new URL(stage.origin).port);
    const sandboxPort = Number(new URL(stage.sandbox.origin).port);
    await stage.close();
    stage = await openStage(folder, { port, sandboxPort });
    try {
      await page.goto(`${stage.origin}/shops`);
      expect(await page.locator(".shop h2").allInnerTexts()).toEqual(["northwind-lamps"]);
      await page.getByText("GET /entity/ms.products").waitFor();
      await firstCall(page, "northwind-lamps");
      expect(await page.locator(".wire .status").allInnerTexts()).toEqual(["200"]);
    } finally {
      await stage.close();
    }
  } finally {
    await context.close();
    folder.remove();
  }
});

describe("the sandbox's inspector", () => {
  test("shows requests as they come, the rule that was broken, and switches faults on", async () => {
    await onStage(async (visit) => {
      const { stage, page, context } = visit;
      await connectStoreHippo(visit);
      const inspector = await context.newPage();
      await inspector.goto(`${stage.sandbox.origin}/inspector`);
      const wrong = new URL(`${stage.sandbox.origin}/acme.storehippo.com/admin/oauth/authorization`);
      wrong.search = String(
        new URLSearchParams({
          client_id: "mock-storehippo-client",
          scope: "read_products",
          redirect_uri: `${stage.origin}/callback/storehippO`,
          state: "s",
        }),
      );
      wrong.pathname = wrong.pathname.replace("acme", "northwind-lamps");
      await page.goto(wrong.href);
      await page
        .getByRole("alert")
        .getByText(/redirect_uri differs from the registered one at character \d+/)
        .waitFor();
      await look(page, "17-refused-by-the-platform");
      // Without a reload.
      await inspector
        .getByText(/redirect_uri differs from the registered one at character \d+/)
        .first()
        .waitFor();
      await look(inspector, "18-inspector");

      const storehippo = inspector.getByRole("group", { name: "StoreHippo" });
      await storehippo.getByRole("button", { name: "Answer 401" }).click();
      await page.goto(`${stage.origin}/shops`);
      await firstCall(page, "northwind-lamps");
      expect(await page.locator(".wire .status").allInnerTexts()).toEqual(["401"]);
      await storehippo.getByRole("button", { name: "Answer 401" }).click();
      await storehippo.getByRole("button", { name: "Merchant denies" }).click();
      await page.goto(stage.origin);
      await press(page, "Connect StoreHippo");
      await page.getByRole("heading", { name: "Permission was not given" }).waitFor();
    });
  });

  test("a token that is expired from it is renewed before the call is seen to fail", async () => {
    await onStage(async ({ stage, page, context }) => {
      await page.goto(`${stage.sandbox.origin}/lampabolt.myshoprenter.hu/admin`);
      await press(page, "Install app");
      await press(page, "Claim lampabolt");
      await firstCall(page, "lampabolt");
      const inspector = await context.newPage();
      await inspector.goto(`${stage.sandbox.origin}/inspector`);
      const shoprenter = inspector.getByRole("group", { name: "Shoprenter" });
      await shoprenter.getByRole("button", { name: "Expire tokens now" }).click();
      await page.goto(`${stage.origin}/shops`);
      await firstCall(page, "lampabolt");
      expect(await page.locator(".wire .status").allInnerTexts()).toEqual(["401", "200", "200"]);
      await page.getByText("(not shown)").first().waitFor();
      await picture(page, "19-renewed");
    });
  });
});
