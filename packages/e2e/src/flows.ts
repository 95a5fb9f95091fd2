import { createHmac } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Figures, figures, type Run } from "./figures.ts";
import type { Callback, FlowsInput, Outcomes } from "./flows-worker.ts";
import { type EmulatedPlatform, startPlatform, sum } from "./platform.ts";
import { type App, appOf, type Shape, SIGNING } from "./platforms.ts";
import { message, pooled, startScript, temporaryFolder } from "./processes.ts";
import { openStore, type StoreSpec } from "./stores.ts";

const PROCESSES = 2;
const TABS = 4;
const DUPLICATES = 20;
const SHAPES: readonly Shape[] = ["once", "never", "redirected", "signed"];

interface Tab {
  readonly shape: Shape;
  readonly shop: string;
  readonly owner: string;
  /** What the platform would send the browser back to. */
  readonly url: URL;
  /** Of the browser, with all its tabs' flows. */
  readonly jar: Map<string, string>;
  /** The name of the cookie of this tab's flow. */
  readonly cookie: string;
}

const header = (jar: ReadonlyMap<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

function signedUrl(shop: string, code: string, at: number): URL {
  const timestamp = String(Math.floor(at / 1_000));
  const text = `shop=${shop}&code=${code}&timestamp=${timestamp}`;
  const hmac = createHmac("sha256", SIGNING).update(text).digest("hex");
  return new URL(`https://app.example/callback?${text}&hmac=${hmac}`);
}

/** Opens a tab: presses the button, and lets the platform answer. */
async function openTab(
  app: App,
  platform: EmulatedPlatform,
  tab: Pick<Tab, "shape" | "shop" | "owner" | "jar">,
): Promise<Tab> {
  const { shape, shop, owner, jar } = tab;
  if (shape === "signed") return { ...tab, url: signedUrl(shop, `honest-${shop}`, Date.now()), cookie: "" };
  const button = new Request("https://app.example/connect", {
    method: "POST",
    headers: jar.size > 0 ? { cookie: header(jar) } : {},
  });
  const response = await app.begin(button, { shop, owner });
  let cookie = "";
  for (const line of response.headers.getSetCookie()) {
    const [pair] = line.split(";");
    const at = pair!.indexOf("=");
    if (/Max-Age=0/.test(line)) jar.delete(pair!.slice(0, at));
    else {
      cookie = pair!.slice(0, at);
      jar.set(cookie, pair!.slice(at + 1));
    }
  }
  const authorize = new URL(response.headers.get("location")!);
  const url = new URL(authorize.searchParams.get("redirect_uri")!);
  const state = authorize.searchParams.get("state");
  if (state) url.searchParams.set("state", state);
  const code = shape === "redirected" ? `honest-token-of-${shop}` : `honest-${shop}`;
  if (shape === "redirected") await platform.control({ issue: { shop, token: code } });
  url.searchParams.set("code", code);
  return { ...tab, url, cookie };
}

const withCode = (url: URL, code: string) => {
  const changed = new URL(url);
  changed.searchParams.set("code", code);
  return changed;
};

/** Attacks on a tab whose own callback never comes. Each has a code of its own that the platform would take. */
function attacks(tab: Tab, other: Tab, foreign: Tab, stale: Tab): Omit<Callback, "id">[] {
  const { shape, shop, owner, url, jar } = tab;
  const base = { shape, url: url.href, cookie: header(jar), owner };
  if (shape === "signed") {
    const swapped = new URL(url);
    swapped.searchParams.set("shop", other.shop);
    return [
      { ...base, url: swapped.href },
      { ...base, url: withCode(url, `hostile-${shop}`).href },
      { ...base, url: signedUrl(shop, `hostile-${shop}`, Date.now() - 600_000).href },
      { ...base, url: signedUrl(shop, `hostile-${shop}`, Date.now() + 600_000).href },
      { ...base, url: url.href.replace(/hmac=..../, "hmac=0000") },
    ];
  }
  const injected = withCode(url, `hostile-${shop}`);
  const withoutLink = new URL(injected);
  withoutLink.searchParams.delete("flow");
  withoutLink.searchParams.delete("state");
  return [
    // The victim's link followed in another browser, with flows of its own or with none.
    { ...base, url: injected.href, cookie: header(other.jar), owner: other.owner },
    { ...base, url: injected.href, cookie: "" },
    // Another user of the app in the same browser.
    { ...base, url: injected.href, owner: other.owner },
    // A flow of another platform under the name that this one reads.
    { ...base, url: injected.href, cookie: `${tab.cookie}=${foreign.jar.get(foreign.cookie)}` },
    // A link that names no tab, while several different ones are open.
    { ...base, url: withoutLink.href },
    // A flow that took too long.
    { ...base, url: withCode(stale.url, `hostile-${stale.shop}`).href, cookie: header(stale.jar), owner: stale.owner },
  ];
}

async function answerAll(
  callbacks: readonly Omit<Callback, "id">[],
  name: string,
  input: Omit<FlowsInput, "callbacks" | "outcomes">,
  folder: string,
): Promise<Record<string, number>[]> {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(callbacks.map((callback, id) => ({ ...callback, id }))));
  const answers = await Promise.all(
    Array.from({ length: PROCESSES }, async (_, index) => {
      const outcomes = join(folder, `${name}-${index}.json`);
      const child = startScript("./flows-worker.ts", { ...input, callbacks: file, outcomes } satisfies FlowsInput);
      await message(child, "finished");
      return JSON.parse(readFileSync(outcomes, "utf8")) as Outcomes;
    }),
  );
  return callbacks.map((_, id) => {
    const total: Record<string, number> = {};
    for (const outcomes of answers)
      for (const [outcome, count] of Object.entries(outcomes[id]!)) total[outcome] = (total[outcome] ?? 0) + count;
    return total;
  });
}

/** Thousands of flows at once: tabs, duplicates and attacks, answered by two processes over one store. */
export async function flows(run: Run): Promise<Figures> {
  const out = figures();
  const count = run.long ? 10_000 : 2_000;
  const folder = await temporaryFolder("flows");
  const platform = await startPlatform();
  const spec: StoreSpec = { kind: "sqlite", path: join(folder, "flows.db") };
  const { store, close } = await openStore(spec);
  const apps = new Map(SHAPES.map((shape) => [shape, appOf(shape, platform.origin, { store })]));
  const past = new Map(
    SHAPES.map((shape) => [shape, appOf(shape, platform.origin, { store, now: () => Date.now() - 660_000 })]),
  );

  const tabs: Tab[] = [];
  for (let browser = 0; browser < count / TABS; browser++) {
    const shape = SHAPES[browser % SHAPES.length]!;
    const jar = new Map<string, string>();
    for (let tab = 0; tab < TABS; tab++) {
      const shop = `${shape}-${browser}-${tab}`;
      tabs.push(await openTab(apps.get(shape)!, platform, { shape, shop, owner: `owner-${browser}`, jar }));
    }
  }
  run.log(`${tabs.length} flows begun in ${count / TABS} browsers`);

  // One in ten is never answered honestly, only attacked. Whole browsers, so that each shape has its share.
  const isVictim = (index: number) => Math.floor(index / (TABS * SHAPES.length)) % 10 === 9;
  const honest = tabs.filter((_, index) => !isVictim(index));
  const victims = tabs.filter((_, index) => isVictim(index));
  const hostile: Omit<Callback, "id">[] = [];
  for (const [index, victim] of victims.entries()) {
    const { shape, shop } = victim;
    const other = victims.find((each) => each.shape === shape && each.owner !== victim.owner) ?? honest[0]!;
    const foreign = tabs.find((each) => each.shape === (shape === "never" ? "once" : "never"))!;
    const fresh = { shape, shop: `${shop}-stale`, owner: victim.owner, jar: new Map<string, string>() };
    const stale = await openTab(past.get(shape)!, platform, fresh);
    const all = attacks(victim, other, foreign, stale);
    hostile.push(all[index % all.length]!, all[(index + 1) % all.length]!);
  }
  const input = { spec, origin: platform.origin, copies: DUPLICATES / PROCESSES, width: 60 };
  // Attacks come among the honest ones.
  const mixed: { callback: Omit<Callback, "id">; tab?: Tab }[] = honest.map((tab) => {
    const { shape, url, jar, owner } = tab;
    return { tab, callback: { shape, url: url.href, cookie: header(jar), owner } };
  });
  for (const [index, callback] of hostile.entries())
    mixed.splice(Math.floor((index * mixed.length) / hostile.length), 0, { callback });
  const started = performance.now();
  const outcomes = await answerAll(
    mixed.map(({ callback }) => callback),
    "first",
    input,
    folder,
  );
  run.log(`${mixed.length * DUPLICATES} callbacks in ${((performance.now() - started) / 1_000).toFixed(1)} s`);

  // Finished flows, replayed with another code, or from another browser with the same one.
  const replays = honest
    .filter((_, index) => index % 10 === 0)
    .map(({ shape, url, jar, owner, shop }, index) => {
      const elsewhere = honest[(index * 10 + TABS * SHAPES.length) % honest.length]!;
      return index % 2 || shape === "signed"
        ? { shape, url: withCode(url, `hostile-${shop}`).href, cookie: header(jar), owner }
        : { shape, url: url.href, cookie: header(elsewhere.jar), owner: elsewhere.owner };
    });
  const replayed = await answerAll(replays, "replayed", input, folder);
  const report = await platform.control();

  let duplicates = 0;
  let crossed = 0;
  let accepted = 0;
  const refusals: Record<string, number> = {};
  const refuse = (outcome: Record<string, number>) => {
    for (const [name, times] of Object.entries(outcome)) {
      if (name.startsWith("connected")) accepted += times;
      else refusals[name] = (refusals[name] ?? 0) + times;
    }
  };
  for (const [index, { tab }] of mixed.entries()) {
    const outcome = outcomes[index]!;
    if (!tab) {
      refuse(outcome);
      continue;
    }
    for (const [name, times] of Object.entries(outcome)) {
      if (name === `connected ${tab.shop}`) duplicates += times;
      else if (name.startsWith("connected")) crossed += times;
      else run.log(`${tab.shape} ${tab.shop}: ${times} honest callbacks ended in ${name}`);
    }
  }
  for (const outcome of replayed) refuse(outcome);

  let exchangedOnce = 0;
  for (const { shape, shop } of honest) {
    const { issued = 0, exchanges = 0, tokens = 0, calls = 0 } = report[shop] ?? {};
    // The redirected token is confirmed by an API call; nothing is issued for it.
    const times = shape === "signed" ? tokens : shape === "redirected" ? calls : Math.max(exchanges, issued);
    if (times === 1) exchangedOnce++;
    else run.log(`${shape} ${shop}: ${times} exchanges`);
  }
  const spent = Object.values(report).flatMap(({ codes }) => codes.filter((code) => code.startsWith("hostile")));
  const victimsTouched = victims.filter(({ shop }) => {
    const { exchanges = 0, tokens = 0, calls = 0 } = report[shop] ?? {};
    return exchanges + tokens + calls > 0;
  });

  // Every connection opens its own account, for its own owner.
  await pooled(honest, 40, async ({ shape, shop, owner }) => {
    const app = apps.get(shape)!;
    if (shape === "signed") await app.claim(shop, owner);
    const response = await app.client(shop, { owner }).get("/whoami");
    const body = (await response.json()) as { shop?: string };
    if (response.status !== 200 || body.shop !== shop) crossed++;
  });
  const after = await platform.control();

  out.note("flows", tabs.length);
  out.exactly("honest flows with exactly one exchange", exchangedOnce, honest.length);
  out.exactly("honest callbacks that got the recorded outcome", duplicates, honest.length * DUPLICATES);
  out.exactly("cross-wired", crossed + sum(after, "wrongShop"), 0);
  out.note("hostile callbacks", (hostile.length + replays.length) * DUPLICATES);
  out.exactly("hostile accepted", accepted, 0);
  out.exactly("hostile codes that reached the platform", spent.length, 0);
  out.exactly("flows under attack that reached the platform", victimsTouched.length, 0);
  for (const [code, times] of Object.entries(refusals).sort()) out.note(`refused with ${code}`, times);
  await close();
  await platform.stop();
  return out;
}
