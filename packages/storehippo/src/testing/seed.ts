import type { MockRecords, MockStore } from "./state.ts";

const CREATED = "2025-03-14T09:26:53.589Z";
const EDITED = "2025-04-02T16:05:11.020Z";

/** A store with a few records of every entity. Ids are the same in each run. */
export function seedStore(name: string, index: number, domains: readonly string[]): MockStore {
  let count = 0;
  const id = () => `68f0c2a4b1d9e37a5c${(index * 4096 + ++count).toString(16).padStart(6, "0")}`;
  const system = () => ({
    _id: id(),
    created_on: CREATED,
    updated_on: EDITED,
    _created_by: "68f0c1d7b1d9e37a5c60e001",
  });
  const seller = {
    ...system(),
    title: "Harbour Workshop",
    legal_name: "Harbour Workshop LLP",
    city: "Pune",
    state: "Maharashtra",
    country: "IN",
    zip_code: "411001",
    address: ["4 Harbour Lane"],
  };
  const user = {
    ...system(),
    first_name: "Ila",
    last_name: "Marsh",
    email: `ila@${name}.example.com`,
    phone: "+910200000000",
    active: "1",
    email_verified: "1",
    customer_groups: ["wholesale"],
  };
  const address = {
    full_name: "Ila Marsh",
    address: "4 Harbour Lane",
    city: "Pune",
    state: "Maharashtra",
    country: "IN",
    zip: "411001",
    phone: "0200000000",
  };
  const product = (title: string, price: number | string, sku: string) => ({
    ...system(),
    name: title,
    alias: title.toLowerCase().replaceAll(" ", "-"),
    price,
    compare_price: "1499",
    sku,
    uniquesku: sku,
    publish: "1",
    available: 1,
    inventory_quantity: "12",
    categories: ["lighting"],
    collections: [],
    images: [{ _id: id(), image: `ms.products/${sku.toLowerCase()}.jpg`, caption: "Lit" }],
    seller: seller._id,
  });
  const products = [
    product("Paper lantern", 1249.5, "LAMP-7"),
    product("Brass lamp", "2199", "LAMP-8"),
    product("Clay candle", 149, "WAX-1"),
  ];
  const line = (sold: (typeof products)[number], quantity: number) => ({
    _id: id(),
    name: sold.name,
    product_id: sold._id,
    quantity,
    price: String(sold.price),
    list_price: 1499,
    total: Number(sold.price) * quantity,
  });
  const orders = [
    {
      ...system(),
      order_id: "NWL2041",
      email: user.email,
      user_id: user._id,
      status: "open",
      financial_status: "Pending",
      item_count: 1,
      sub_total: 1249.5,
      total: "1299.5",
      items: [line(products[0]!, 1)],
      shipping_address: address,
      billing_address: address,
      additional_charges: [{ name: "Gift wrapping", type: "service", price: "50" }],
    },
    {
      ...system(),
      order_id: "NWL2042",
      email: user.email,
      user_id: user._id,
      status: "open",
      financial_status: "Paid",
      item_count: 2,
      sub_total: 298,
      total: 298,
      items: [line(products[2]!, 2)],
      shipping_address: address,
      billing_address: address,
    },
  ];
  const records: MockRecords = {
    "ms.products": products,
    "ms.orders": orders,
    "ms.users": [user],
    "ms.brands": [{ ...system(), name: "Harbour", alias: "harbour", count: 3, publish: "1", images: [] }],
    "ms.categories": [
      { ...system(), name: "Lighting", alias: "lighting", parent: null, count: "3", level: 1, publish: 1 },
    ],
    "ms.collections": [{ ...system(), name: "Evenings", alias: "evenings", type: "manual", count: 0 }],
    "ms.carts": [
      {
        ...system(),
        user_id: user._id,
        email_id: user.email,
        item_count: 1,
        sub_total: 149,
        total: 149,
        items: [{ _id: id(), product_id: products[2]!._id, quantity: 1, sku: "WAX-1" }],
        currency: { name: "INR", conversion_rate: 1, symbol: "₹" },
      },
    ],
    "ms.fulfillments": [
      {
        ...system(),
        order_id: "NWL2042",
        fid: "NWL2042-F1",
        status: "Pending",
        type: "regular",
        item_count: 2,
        total: "298",
        items: [{ _id: id(), sku: "WAX-1", quantity: 2 }],
      },
    ],
    "ms.coupon_codes": [
      { ...system(), coupon_code: "EVENING10", type: "percentage", amount: "10", enabled: "1", number_of_uses: 100 },
    ],
    "ms.discounts_new": [
      { ...system(), name: "Spring", type: "flat", amount: 50, enabled: "1", rule_type: "order", validity: "infinite" },
    ],
    "ms.sellers": [seller],
    "ms.tax_rules": [
      {
        ...system(),
        name: "Home",
        country: "IN",
        taxes: [{ name: "GST", type: "percentage", value: "18", states: "all" }],
      },
    ],
    "ms.user_groups": [{ ...system(), name: "Wholesale", alias: "wholesale" }],
    "ms.shipping_rates": [{ ...system(), name: "Standard", price: "49", method: "standard" }],
  };
  const own = {
    pincode: [
      {
        ...system(),
        name: "411001",
        publish: "1",
        days: 2,
        slots: [
          { _id: id(), from: "10:00", to: "12:00" },
          { _id: id(), from: "14:00", to: "16:00" },
        ],
      },
      { ...system(), name: "411002", publish: "1", days: 3, slots: [] },
    ],
    warehouses: [{ ...system(), name: "Pune East", city: "Pune", capacity: 400 }],
  };
  return { name, id: `68f0c1d7b1d9e37a5c${(0x60e001 + index).toString(16)}`, domains, records, own };
}
