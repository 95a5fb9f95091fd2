/** 1.4 kB of JSON, as one record of a shop is. */
export const JSON_TEXT = JSON.stringify({
  id: 7,
  name: "Linen shirt",
  sku: "LS-0007",
  price: 49.9,
  currency: "EUR",
  stock: 12,
  tags: ["linen", "shirt", "summer"],
  variants: Array.from({ length: 12 }, (_, index) => ({
    id: 100 + index,
    sku: `LS-0007-${index}`,
    size: ["XS", "S", "M", "L", "XL", "XXL"][index % 6],
    color: index % 2 ? "white" : "sand",
    price: 49.9 + index,
    stock: index,
  })),
  description: "A light shirt of washed linen, cut wide. ".repeat(4),
});

/** A small look-alike of a response, so that what is left is the caller's own work. */
export const cheap = (async () => ({
  ok: true,
  status: 200,
  type: "basic",
  redirected: false,
  body: null,
  headers: NO_HEADERS,
  json: async () => JSON.parse(JSON_TEXT) as unknown,
  text: async () => JSON_TEXT,
})) as unknown as typeof globalThis.fetch;

const NO_HEADERS = { get: () => null, has: () => false };

/** A real `Response` for each call. */
export const real = (async () =>
  new Response(JSON_TEXT, { headers: { "content-type": "application/json" } })) as typeof globalThis.fetch;

/** A real `Response` that says how long it is, as most servers' answers do. */
export const sized = (async () =>
  new Response(JSON_TEXT, {
    headers: { "content-type": "application/json", "content-length": String(JSON_TEXT.length) },
  })) as typeof globalThis.fetch;
