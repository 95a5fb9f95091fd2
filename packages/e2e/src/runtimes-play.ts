import assert from "node:assert/strict";

export type App = (request: Request) => Promise<Response>;

/** An app that listens, asked as a browser asks it: redirects are the caller's to follow. */
export const overHttp: App = (request) => fetch(request, { redirect: "manual" });

/** Connects as a browser would, presses Install, reads the page that the flow ends on; a stranger's callback is refused. */
export async function play(input: { origin: string; app: App; store: string; products: number }): Promise<void> {
  const { origin, app, store, products } = input;
  const form = new URLSearchParams({ store });
  const begun = await app(new Request(`${origin}/connect`, { method: "POST", body: form }));
  assert.equal(begun.status, 303, await begun.clone().text());
  const [line = ""] = begun.headers.getSetCookie();
  assert.match(line, /HttpOnly; .*SameSite=Lax/);
  const consent = await fetch(begun.headers.get("location")!, {
    method: "POST",
    body: new URLSearchParams({ answer: "approve" }),
    redirect: "manual",
  });
  const back = consent.headers.get("location") ?? "";
  assert.ok(back.startsWith(`${origin}/callback?`), `${consent.status} ${await consent.text()}`);

  const stranger = await app(new Request(back));
  assert.equal(stranger.status, 400);
  assert.match(await stranger.text(), /state_missing/);

  const done = await app(new Request(back, { headers: { cookie: line.split(";")[0]! } }));
  assert.deepEqual([done.status, done.headers.get("cache-control")], [303, "no-store"]);
  const page = await app(new Request(new URL(done.headers.get("location")!, origin)));
  const text = await page.text();
  assert.equal(page.status, 200, text);
  const titles = JSON.parse(text) as unknown[];
  assert.equal(titles.length, products);
  assert.ok(titles.every((title) => typeof title === "string" && title !== ""));
}
