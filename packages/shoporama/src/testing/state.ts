import type { components } from "../schema.ts";

type Schemas = components["schemas"];

/** What the merchant gives a key: `write` also reads. */
export type ShoporamaLevel = "read" | "write" | "all";

/** An API key, as the admin lists it under Settings → API. */
export interface ShoporamaKey {
  readonly value: string;
  /** `OAuth:` and the app's name for one that a permission flow made. */
  readonly name: string;
  level: ShoporamaLevel;
  /** Milliseconds since the epoch. */
  lastUsed?: number;
  /** Calls of a UTC day. */
  usage: { day: string; calls: number };
  /** Removed in the admin: the next call answers 401. */
  revoked: boolean;
}

/** The records of a shop, by the path of their resource. */
export interface ShoporamaRecords {
  product: Schemas["Product"][];
  category: Schemas["Category"][];
  brand: Schemas["Brand"][];
  manufacturer: Schemas["Manufacturer"][];
  supplier: Schemas["Supplier"][];
  stock: Schemas["StockLevel"][];
  profile: Schemas["Profile"][];
  "profile-attribute": Schemas["ProfileAttribute"][];
  order: Schemas["Order"][];
  "order-return": Schemas["OrderReturn"][];
  customer: Schemas["Customer"][];
  /** The id is known to the API, and is in none of its answers. */
  voucher: (Schemas["Voucher"] & { voucher_id: number })[];
  "blog-post": Schemas["BlogPost"][];
  page: Schemas["Page"][];
  "landing-page": Schemas["LandingPage"][];
  menu: Schemas["Menu"][];
  shipping: Schemas["ShippingMethod"][];
  "payment-gateway": Schemas["PaymentGateway"][];
  country: Schemas["Country"][];
  redirect: Schemas["Redirect"][];
  webhook: Schemas["Webhook"][];
}

/** A webshop of the emulated Shoporama. */
export interface ShoporamaShop {
  /** The webshop's id. */
  readonly id: number;
  name: string;
  /** Its domain, without a scheme. */
  readonly domain: string;
  keys: ShoporamaKey[];
  records: ShoporamaRecords;
  /** Ids of products that were there once: reading one answers 410. */
  deleted: Set<string>;
  /** Visitors' baskets, by their session: product id and amount. */
  baskets: Map<string, Map<string, number>>;
  /** What a customer may see of an order, with the MD5 of the e-mail. */
  receipts: { chk: string; order: Schemas["StorefrontOrder"] }[];
}

/** Everything the emulated Shoporama knows. Change it to set a scene. */
export interface ShoporamaState {
  shops: ShoporamaShop[];
  /** The log of grants. */
  grants: { at: number; app: string; shop: number; level: ShoporamaLevel }[];
}

/** A time as answers have it: `YYYY-MM-DD HH:MM:SS`. */
export function local(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace("T", " ");
}

const NAMES = [
  "Bordlampe Fyr",
  "Pendel Havn",
  "Gulvlampe Skær",
  "Væglampe Molo",
  "Bordlampe Klit",
  "Pendel Strand",
  "Lampeskærm Hør",
];

function product(
  domain: string,
  id: number,
  name: string,
  now: number,
  rest: Partial<Schemas["Product"]> = {},
): Schemas["Product"] {
  const slug = name.toLowerCase().replace(/[^a-z]+/g, "-");
  return {
    product_id: id,
    own_id: String(id),
    sec_own_id: null,
    gtin: null,
    profile_id: 310,
    supplier_id: 7001,
    manufacturer_id: null,
    brand_id: null,
    main_category_id: null,
    created: local(now - 90 * 86_400_000),
    is_online: 1,
    online_since: local(now - 90 * 86_400_000),
    no_index: 0,
    removed_on: null,
    rewrite_url: slug,
    name,
    list_description: "",
    description: "<p>Lampe i eg og h&oslash;r.</p>\r\n",
    vat: null,
    price: 349.95,
    sale_price: null,
    purchase_price: null,
    discount_intervals: [],
    shipping: null,
    never_free_shipping: 0,
    delivery_time: "",
    allow_negative_stock: 1,
    auto_offline: 0,
    weight: 0,
    meta_title: "",
    last_modified: local(now - 30 * 86_400_000),
    url: `https://${domain}/${slug}`,
    categories: [412],
    related: [],
    bundle: [],
    attributes: [],
    stock_settings: [],
    images: [],
    extension_data: [{ title: "Sokkel", type: "text", id: "socket", value: false }],
    ...rest,
  };
}

function shop(id: number, name: string, domain: string, now: number, products: Schemas["Product"][]): ShoporamaShop {
  return {
    id,
    name,
    domain,
    keys: [],
    deleted: new Set(),
    baskets: new Map(),
    receipts: [],
    records: {
      product: products,
      category: [
        {
          category_id: 412,
          is_removed: "0",
          tag: null,
          parent_id: 0,
          in_menu: 1,
          is_online: 1,
          is_hidden: null,
          name: "Lamper",
          description_a: "<p>Alle lamper.</p>",
          rewrite_url: "lamper",
          sort_order: "normal",
          json_data: '{"banner":1}',
          last_modified: local(now - 86_400_000),
          url: `https://${domain}/lamper`,
          images: [],
          extension_data: [],
        },
        {
          category_id: 418,
          is_removed: "0",
          parent_id: 412,
          is_hidden: "1",
          name: "Bordlamper",
          rewrite_url: "lamper/bord",
        },
      ],
      brand: [{ brand_id: 88, name: "Molo" }],
      manufacturer: [],
      supplier: [
        {
          supplier_id: 7001,
          is_removed: 0,
          name: "Nordlys Engros",
          link_to: "",
          dropshipping_mail: "orders@nordlys.example.com",
        },
        { supplier_id: 7002, is_removed: 0, name: "Vestkyst Tekstil", link_to: "", dropshipping_mail: null },
      ],
      stock: products.map(({ product_id }, index) => ({ product_id, stock: index * 3 })),
      profile: [{ profile_id: 310, name: "Lampe" }],
      "profile-attribute": [],
      order: Array.from({ length: 7 }, (_, index) => ({
        order_id: 2051 + index,
        status: index < 5 ? "shipped" : "new",
        customer_id: 611,
      })),
      "order-return": [],
      customer: [
        { customer_id: 611, email: "signe@example.com" },
        { customer_id: 612, email: "" },
      ],
      voucher: [
        {
          voucher_id: 77,
          code: "SOMMER15",
          name: "Sommer",
          percent_discount: 15,
          price_discount: null,
          free_shipping: 0,
        },
        { voucher_id: 78, code: "FRAGT", name: "", percent_discount: null, price_discount: "0.00", free_shipping: "1" },
      ],
      "blog-post": [{ blog_post_id: 5, title: "Lys i stuen" }],
      page: [{ page_id: 14, name: "Handelsbetingelser" }],
      "landing-page": [{ landing_page_id: 31, product_count: 12 }],
      menu: [
        {
          menu_id: 2,
          location: "top",
          tag: "main",
          items: [{ type: "category", val: 412, cached_url: "/lamper", sub_items: [] }],
        },
      ],
      shipping: [{ shipping_id: 3, name: "Pakkeshop" }],
      "payment-gateway": [{ payment_gateway_id: 1, name: "Kort" }],
      country: [{ country_id: 1, name: "Danmark" }],
      redirect: [],
      webhook: [],
    },
  };
}

/** Two invented shops. */
export function seed(now: number): ShoporamaState {
  const lamps = Array.from({ length: 12 }, (_, index) => {
    const rest: Partial<Schemas["Product"]> =
      index === 0
        ? {
            own_id: "LAMP-07",
            main_category_id: "412",
            main_category_name: "Lamper",
            sale_price: 299,
            last_modified: local(now - 3_600_000),
            images: [
              {
                image_id: "90211",
                weight: "10",
                variant_name: null,
                description: "",
                url: "https://lampehuset.example.com/cache/90211.png",
              },
            ],
          }
        : { price: index % 2 ? 264 : 159.95, supplier_id: index % 3 ? 7001 : 7002 };
    return product("lampehuset.example.com", 512_034 + index, NAMES[index % NAMES.length]!, now, rest);
  });
  const lampehuset = shop(4410, "Lampehuset", "lampehuset.example.com", now, lamps);
  lampehuset.receipts.push({
    chk: "1f0e3dad99908345f7439f8ffabdffc4",
    order: {
      order_id: "2051",
      status: "shipped",
      total: "738.90",
      currency: "DKK",
      customer: { name: "Signe Holm", email: "signe@example.com" },
      products: [{ name: "Bordlampe Fyr", price: "349.95", quantity: "2", image: null }],
      totals: { subtotal: "699.90", shipping: "39.00", total: "738.90" },
    },
  });
  const yarn = [product("uldvaerket.example.com", 530_110, "Uldgarn Fjord", now)];
  return { shops: [lampehuset, shop(4587, "Uldværket", "uldvaerket.example.com", now, yarn)], grants: [] };
}
