import type { components } from "../schema.ts";
import type { ShopMyScope } from "../scopes.ts";

type Schemas = components["schemas"];

/** A creator, as ShopMy knows one. */
export interface ShopMyUser {
  readonly id: number;
  name: string;
  /** The sections of the shelf; the first is where a collection goes by default. */
  sections: number[];
  links: Schemas["Link"][];
  collections: Schemas["Collection"][];
  profile: Schemas["Profile"];
  /** False: creating a link answers 403. */
  mayCreateLinks: boolean;
  /** Issued once, ever; `scopes` is what the creator chose. Take `active` away and calls answer 401. */
  token?: { readonly value: string; scopes: readonly ShopMyScope[]; active: boolean };
}

/** An authorization code that the consent page gave. */
export interface ShopMyCode {
  readonly user: number;
  readonly scopes: readonly ShopMyScope[];
  used: boolean;
}

/** A merchant whose products can be linked. */
export interface ShopMyMerchant {
  readonly name: string;
  readonly domain: string;
  /** Percent. */
  readonly rate: number;
}

/** A click on a link, as the tracking routes know it. */
export interface ShopMyClick {
  readonly user: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Everything the emulated ShopMy knows. Change it to set a scene. */
export interface ShopMyState {
  users: ShopMyUser[];
  /** Codes of consents, by their value. */
  codes: Map<string, ShopMyCode>;
  /** Ids of the creators who joined the waitlist. */
  waitlist: number[];
  merchants: ShopMyMerchant[];
  catalog: Schemas["CatalogProduct"][];
  /** The brand whose key it is; its domains, the main one first. */
  brand: { name: string; domains: string[]; rate: number };
  /** Rows of the order report, by their source. */
  orders: { source: string; row: Schemas["OrderReportRow"] }[];
  /** Sources that the key may not read. */
  closedSources: string[];
  /** Order report calls of a UTC day. */
  report: { day: string; calls: number };
  /** Clicks on creators' links, by click id. */
  clicks: Map<string, ShopMyClick>;
  /** Creators' discount codes. */
  discounts: Map<string, number>;
}

const SHOP = "https://www.harborandpine.example.com";

/** Invented creators, merchants and orders. */
export function seed(now: number): ShopMyState {
  const day = 86_400_000;
  const stamp = (ago: number) => utc(now - ago * day);
  const order = (id: string, ago: number, amount: number, rest: Partial<Schemas["OrderReportRow"]>) => ({
    source: "shopmyshelf",
    row: {
      "Order ID": id,
      "Transaction Date": stamp(ago),
      "Record Updated Date": stamp(ago / 2),
      "Click Date": stamp(ago + 0.25),
      "Order Amount USD": amount,
      "Commission Amount USD": (amount * 0.12).toFixed(2),
      "Creator Name": "Rowan Vale",
      "Creator ShopMy": "https://shopmy.us/rowanvale",
      Domain: "harborandpine.example.com",
      Code: null,
      Currency: "USD",
      "Click-Order Delta (Hours)": 6,
      SKU: "APR-LIN-01,TRAY-OAK",
      "Customer Status": "new",
      "Ship-to Country": "US",
      "Gross Sales": amount,
      "Number of Items": 2,
      ...rest,
    },
  });
  return {
    users: [
      {
        id: 90211,
        name: "Rowan Vale",
        sections: [55120, 55121],
        links: [
          { url: `${SHOP}/products/linen-apron`, title: "Linen apron", link: "https://go.shopmy.us/p-48213077" },
          { url: `${SHOP}/products/oak-tray`, title: null, link: "https://go.shopmy.us/p-48213078" },
        ],
        collections: [
          {
            id: 730114,
            name: "Autumn kitchen",
            description: "What I cook with.",
            image: null,
            social_links: ["https://www.instagram.com/p/harbor-kitchen"],
            private: 0,
            Section_id: 55120,
            url: "https://shopmy.us/collections/730114",
          },
        ],
        profile: { name: "Rowan Vale", username: "rowanvale", bio: "Slow kitchens." },
        mayCreateLinks: true,
      },
      {
        id: 90544,
        name: "Imke Aldana",
        sections: [61007],
        links: [],
        collections: [],
        profile: { name: "Imke Aldana", username: "imkealdana", bio: "" },
        mayCreateLinks: true,
      },
    ],
    codes: new Map(),
    waitlist: [],
    merchants: [
      { name: "Harbor & Pine", domain: "harborandpine.example.com", rate: 12.5 },
      { name: "Northlight Home", domain: "northlight.example.com", rate: 8 },
    ],
    catalog: [
      ["Linen apron", "linen-apron"],
      ["Oak tray", "oak-tray"],
      ["Linen tea towel", "linen-tea-towel"],
      ["Stoneware bowl", "stoneware-bowl"],
    ].map(([title, slug]) => ({
      title: title!,
      image: `https://img.example.com/${slug}.jpg`,
      brand: "Harbor & Pine",
      retailers: [
        {
          name: "Harbor & Pine",
          domain: "harborandpine.example.com",
          url: `${SHOP}/products/${slug}`,
          rate: 12.5,
        },
        {
          name: "Northlight Home",
          domain: "northlight.example.com",
          url: `https://northlight.example.com/p/${slug}`,
          rate: "8",
        },
      ],
    })),
    brand: { name: "Harbor & Pine", domains: ["harborandpine.example.com", "hp-outlet.example.com"], rate: 12 },
    orders: [
      order("HP-20881", 2, 84.5, { Code: "ROWAN10" }),
      order("HP-20862", 5, 132, { "Customer Status": "existing", "Order Amount USD": "132.00" }),
      order("HP-20790", 9, 0, { "Commission Amount USD": 0, "Gross Sales": 61.25 }),
    ],
    closedSources: ["partner-network"],
    report: { day: "", calls: 0 },
    clicks: new Map([
      ["91c2-55fe", { user: 90211, at: now - day }],
      ["1f00-0a3b", { user: 90211, at: now - 40 * day }],
    ]),
    discounts: new Map([["ROWAN10", 90211]]),
  };
}

/** UTC as the order report writes it: `YYYY-MM-DD HH:mm:ss`. */
export function utc(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}
