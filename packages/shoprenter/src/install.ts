import {
  type Connection,
  callbackQuery,
  type Internals,
  isSigningSecret,
  ShopAuthError,
  type ShopLabel,
  shopLabel,
  type signedQuery,
} from "@shopauth/core";
import type { Entries } from "./entry.ts";

/** A request that Shoprenter signed: the app's entry point, or its uninstall address. */
export interface InstallRequest {
  readonly shop: ShopLabel;
  readonly code: string;
  /** Seconds since the epoch. */
  readonly timestamp: number;
  /** The other parameters, which the signature does not cover: untrusted text. */
  readonly unsigned: Readonly<Record<string, string>>;
}

/** Requests that Shoprenter signs, besides the install itself. */
export interface SignedRequests {
  /**
   * Verifies a request to the app's entry point, and remembers nothing. It names a shop and no person: sign the user in
   * by other means.
   * @throws ShopAuthError `signature_mismatch`, `callback_expired`, `invalid_request`
   */
  verifyRequest(request: Request): Promise<InstallRequest>;
  /**
   * Verifies as `verifyRequest`, and gives the `Set-Cookie` by which `entered` knows this browser for an hour. With
   * `embedded: true` it is sent in the admin's frame too. An address is good once, and again for the browser that had it.
   * @throws ShopAuthError as `verifyRequest`, `callback_expired` where another browser used the address, `store_failed`
   */
  enter(request: Request): Promise<InstallRequest & { readonly setCookie: string }>;
  /**
   * The shop, if this browser came from its admin within the last hour, by an install or an entry: ask before a claim.
   * @throws ShopAuthError `state_missing`, `invalid_target`
   */
  entered(request: Request, shop: string): Promise<ShopLabel>;
  /**
   * Answers a request to the uninstall address. The signature does not cover the path, so that an entry-point request
   * passes here too: the connection is only marked once Shoprenter refuses a token for the shop.
   * A request that comes again is answered without asking.
   * @returns `removed`: whether Shoprenter refuses tokens for the shop. A wrong client secret looks the same, for every
   * shop: keep the shop's data for a while.
   * @throws ShopAuthError as `verifyRequest`, and `renewal_failed` where Shoprenter cannot be asked
   */
  uninstall(
    request: Request,
  ): Promise<{ readonly shop: ShopLabel; readonly removed: boolean; readonly response: Response }>;
}

export function createSignedRequests(
  { now, once, probe }: Internals,
  proof: ReturnType<typeof signedQuery>,
  entries: Entries,
  connection: (account: string) => Promise<Connection | undefined>,
): SignedRequests {
  const verify = async (request: Request) => {
    const query = callbackQuery(new URL(request.url).search);
    const { signed, id, expiresAt } = await proof.verifyQuery(query, now());
    const unsigned: Record<string, string> = Object.create(null);
    for (const [name, value] of query) {
      if (!Object.hasOwn(signed, name) && name !== "shopName" && name !== "hmac") unsigned[name] = value;
    }
    const shop = shopLabel(signed.shopname);
    const given: InstallRequest = { shop, code: signed.code!, timestamp: Number(signed.timestamp), unsigned };
    return { given, first: (purpose: string) => once(`${purpose}-${id}`, expiresAt) };
  };
  return {
    verifyRequest: async (request) => (await verify(request)).given,
    async enter(request) {
      const { given, first } = await verify(request);
      // The address stands in the frame's Referer, and its reload is no theft.
      if (!(await first("entry")) && !(await entries.has(request, given.shop)))
        throw new ShopAuthError("callback_expired", "This address of the app was used in another browser", {
          platform: "shoprenter",
          account: given.shop,
          hint: "Open the app from the shop's admin again. In the admin's frame a reload needs the option embedded: true.",
        });
      return { ...given, setCookie: await entries.setCookie(given.shop) };
    },
    entered: entries.entered,
    async uninstall(request) {
      const { given, first } = await verify(request);
      const { shop } = given;
      const removed = (await first("uninstall"))
        ? (await probe(shop)) === "refused"
        : ((await connection(shop))?.status ?? "rejected") === "rejected";
      return { shop, removed, response: new Response(null, { status: 204, headers: { "cache-control": "no-store" } }) };
    },
  };
}

/** What the payment API tells: https://doc.shoprenter.hu/paymentapi/docs/l_notifications.html */
export interface PaymentNotification {
  readonly id?: number;
  readonly status?: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly reason?: string;
  readonly changeId?: number | string;
  readonly subscriptionId?: number | string;
  readonly paymentStatus?: string;
  readonly message?: string;
}

/**
 * Verifies a payment notification: HMAC-SHA-256 of the raw body with the WebhookSecretKey, and its age.
 * @param options.maxAge seconds, default 300
 * @throws ShopAuthError `signature_mismatch`, `callback_expired`, `invalid_request` for a body of more than 64 KB
 */
export async function verifyPaymentNotification(
  request: Request,
  options: { secretKey: string; maxAge?: number; now?: () => number },
): Promise<PaymentNotification> {
  const { secretKey, maxAge = 300, now = Date.now } = options;
  if (!isSigningSecret(secretKey))
    throw new ShopAuthError("invalid_options", "secretKey is a string of at least 16 characters", {
      platform: "shoprenter",
    });
  const given = callbackQuery(new URL(request.url).search).get("hmac") ?? "";
  const body = await limitedBody(request);
  const key = await crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secretKey),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["verify"],
  );
  const wellFormed = /^[0-9a-f]{64}$/.test(given);
  const bytes = Uint8Array.from((wellFormed ? given : "0".repeat(64)).match(/../g)!, (pair) =>
    Number.parseInt(pair, 16),
  );
  const fits = await crypto.subtle.verify("HMAC", key, bytes, body);
  if (!fits || !wellFormed)
    throw new ShopAuthError("signature_mismatch", "The notification's signature does not fit", {
      platform: "shoprenter",
    });
  let notification: PaymentNotification;
  try {
    notification = JSON.parse(new TextDecoder().decode(body)) as PaymentNotification;
  } catch {
    throw new ShopAuthError("token_response_invalid", "The notification is not JSON", { platform: "shoprenter" });
  }
  const age = now() / 1000 - Number(notification?.time);
  if (!(age <= maxAge && age >= -60))
    throw new ShopAuthError("callback_expired", "The notification is too old", { platform: "shoprenter" });
  return notification;
}

const MAX_BODY = 64 * 1024;

/** A body that anyone may send: nobody has signed for its size. */
async function limitedBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const body = new Uint8Array(MAX_BODY);
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    if (length + part.value.length > MAX_BODY) {
      reader!.cancel().catch(() => {});
      throw new ShopAuthError("invalid_request", `The notification is larger than ${MAX_BODY} bytes`, {
        platform: "shoprenter",
      });
    }
    body.set(part.value, length);
    length += part.value.length;
  }
  return body.subarray(0, length);
}
