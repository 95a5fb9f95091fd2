/** HMAC-SHA-256, lower-case hex. */
export async function hmac(secret: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
  ]);
  const digest = new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The order of the signed values: that of the demo apps, or that of the documentation. */
export type SignedOrder = "demos" | "docs";

const ORDERS = { demos: ["shopname", "code", "timestamp"], docs: ["code", "shopname", "timestamp"] } as const;

/**
 * An address of the app as Shoprenter opens it.
 * https://doc.shoprenter.hu/development/app-development/01_getting_started.html
 */
export async function signedUrl(
  uri: string | URL,
  values: { readonly shopname: string; readonly code: string; readonly timestamp: string },
  {
    secret,
    order = "demos",
    alias = "shopname",
    unsigned = {},
  }: { secret: string; order?: SignedOrder; alias?: string; unsigned?: Readonly<Record<string, string>> },
): Promise<URL> {
  const url = new URL(uri);
  url.searchParams.set(alias, values.shopname);
  url.searchParams.set("code", values.code);
  url.searchParams.set("timestamp", values.timestamp);
  const message = ORDERS[order].map((name) => `${name}=${values[name]}`).join("&");
  url.searchParams.set("hmac", await hmac(secret, message));
  for (const [name, value] of Object.entries(unsigned)) url.searchParams.set(name, value);
  return url;
}
