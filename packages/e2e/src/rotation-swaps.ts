import { memoryStore, type Store } from "@shopauth/core";
import { type App, appOf, codeOf, type Shape } from "./platforms.ts";

const OWNER = "ann";
/** Sealed texts: whose they are, and of what kind. */
interface Place {
  readonly key: string;
  readonly kind: "connection" | "flow";
  readonly shape: Shape;
  readonly registration: string;
  readonly shop: string;
  /** Reads the place as the app does. */
  read(): Promise<unknown>;
  /** Does what would overwrite the place, if it were taken for absent. */
  replace(): Promise<unknown>;
}

export interface Swaps {
  /** Alterations, by their sort. */
  readonly sorts: Map<string, number>;
  opened: string[];
  overwritten: string[];
  /** Refused, but not as `unreadable`. */
  otherwise: string[];
}

const SHAPES = ["once", "never"] as const satisfies Shape[];
const REGISTRATIONS = ["left", "right"];
const SHOPS = ["ann-shop", "bob-shop", "cat-shop"];
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= \n\u0001\u00e4";

/**
 * Puts altered and foreign sealed texts into the places of good ones: another account's, platform's, registration's and
 * kind's, changed characters, truncations. Everything has to be refused as `unreadable` and left as it is.
 */
export async function swapRows(
  secrets: readonly [string, ...string[]],
  count: number,
  store: Store = memoryStore(),
): Promise<Swaps> {
  const places: Place[] = [];
  let answered = 0;
  const fetch: typeof globalThis.fetch = async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : String(input));
    if (pathname.endsWith("/exchange")) return Response.json({ access_token: `token-${++answered}-0123456789abcdef` });
    throw new Error(`Nothing of an unreadable record may be sent: ${pathname}`);
  };
  for (const shape of SHAPES)
    for (const registration of REGISTRATIONS) {
      const app: App = appOf(shape, "http://127.0.0.1:1", {
        registration,
        secrets,
        fetch,
        store: { ...store, durability: "durable" },
      });
      for (const shop of SHOPS) {
        const { url, flow } = await app.authorizationUrl({ shop, owner: OWNER });
        const query = new URL(url.searchParams.get("redirect_uri")!).searchParams;
        const state = url.searchParams.get("state");
        if (state) query.set("state", state);
        query.set("code", `code-${shop}`);
        const callback = () => app.exchange({ query: query.toString(), flow, owner: OWNER });
        await callback();
        const of = (kind: Place["kind"]) => `${kind}/${shape}/${registration}/`;
        const credential = { accessToken: "another-token-0123456789" };
        const adopt = () => app.adopt({ account: shop, owner: OWNER, credential });
        places.push({
          ...{ key: of("connection") + shop, kind: "connection", shape, registration, shop },
          read: () => (Math.random() < 0.5 ? app.connection(shop) : app.client(shop).get("/ping")),
          replace: () => (Math.random() < 0.5 ? adopt() : app.disconnect(shop)),
        });
        const known = new Set(places.map(({ key }) => key));
        for await (const key of store.list(of("flow"))) {
          if (known.has(key)) continue;
          places.push({ key, kind: "flow", shape, registration, shop, read: callback, replace: callback });
        }
      }
    }

  const texts = new Map<string, string>();
  for (const { key } of places) texts.set(key, (await store.get(key))!.value);
  const swaps: Swaps = { sorts: new Map(), opened: [], overwritten: [], otherwise: [] };
  const any = <T>(items: readonly T[]): T => items[Math.floor(Math.random() * items.length)]!;
  /** Texts of other places that differ from this one in one respect. */
  const foreign = (place: Place, field: "shop" | "shape" | "registration" | "kind"): string => {
    const fields = ["shop", "shape", "registration", "kind"] as const;
    const others = places.filter((other) =>
      fields.every((name) => (name === field ? other[name] !== place[name] : other[name] === place[name])),
    );
    return texts.get(any(others).key)!;
  };
  const sorts: Record<string, (place: Place, text: string) => string> = {
    "another account's": (place) => foreign(place, "shop"),
    "another platform's": (place) => foreign(place, "shape"),
    "another registration's": (place) => foreign(place, "registration"),
    "another kind's": (place) => foreign(place, "kind"),
    "one character changed": (_, text) => {
      const at = Math.floor(Math.random() * text.length);
      const other = any([...ALPHABET].filter((character) => character !== text[at]));
      return text.slice(0, at) + other + text.slice(at + 1);
    },
    "the last character changed": (_, text) =>
      text.slice(0, -1) + any([...ALPHABET].filter((each) => each !== text.at(-1))),
    truncated: (_, text) => text.slice(0, Math.floor(Math.random() * text.length)),
    lengthened: (_, text) => text + any([...ALPHABET]),
  };

  const names = Object.keys(sorts);
  for (let number = 0; number < count; number++) {
    const place = places[number % places.length]!;
    const sort = names[Math.floor(number / places.length) % names.length]!;
    const text = texts.get(place.key)!;
    const altered = sorts[sort]!(place, text);
    const put = async (value: string) => {
      const held = await store.get(place.key);
      if (!(await store.set(place.key, value, { ifVersion: held?.version ?? null }))) throw new Error("Not put");
    };
    await put(altered);
    swaps.sorts.set(sort, (swaps.sorts.get(sort) ?? 0) + 1);
    const what = `${sort} in ${place.key}`;
    // Reading first, then whatever would write.
    for (const work of [place.read, place.replace]) {
      const outcome = await work().then(() => "opened", codeOf);
      if (outcome === "opened") swaps.opened.push(what);
      else if (outcome !== "unreadable") swaps.otherwise.push(`${what}: ${outcome}`);
    }
    if ((await store.get(place.key))?.value !== altered) swaps.overwritten.push(what);
    await put(text);
  }
  // The control: what nobody has altered opens.
  for (const place of places)
    if (place.kind === "flow" && (await place.read().then(() => "opened", codeOf)) !== "opened")
      swaps.otherwise.push(`not altered in ${place.key}`);
  return swaps;
}
