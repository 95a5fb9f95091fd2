import {
  callbackQuery,
  type Internals,
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
   * Verifies a request to the app's entry point. It names a shop and no person: sign the user in by other means.
   * @throws ShopAuthError `signature_mismatch`, `callback_expired`, `invalid_request`
   */
  verifyRequest(request: Request): Promise<InstallRequest>;
  /**
   * Verifies as `verifyRequest`, and gives the `Set-Cookie` by which `entered` knows this browser for an hour. With
   * `embedded: true` it is sent in the admin's frame too.
   * @throws ShopAuthError as `verifyRequest`
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
   * @returns `removed`: whether the app is gone from the shop
   * @throws ShopAuthError as `verifyRequest`, and `renewal_failed` where Shoprenter cannot be asked
   */
  uninstall(
    request: Request,
  ): Promise<{ readonly shop: ShopLabel; readonly removed: boolean; readonly response: Response }>;
}

export function createSignedRequests(
  { now, probe }: Internals,
  proof: ReturnType<typeof signedQuery>,
  entries: Entries,
): SignedRequests {
  const verifyRequest = async (request: Request): Promise<InstallRequest> => {
    const query = callbackQuery(new URL(request.url).search);
    const { signed } = await proof.verifyQuery(query, now());
    const unsigned: Record<string, string> = Object.create(null);
    for (const [name, value] of query) {
      if (!Object.hasOwn(signed, name) && name !== "shopName" && name !== "hmac") unsigned[name] = value;
    }
    return { shop: shopLabel(signed.shopname), code: signed.code!, timestamp: Number(signed.timestamp), unsigned };
  };
  return {
    verifyRequest,
    async enter(request) {
      const given = await verifyRequest(request);
      return { ...given, setCookie: await entries.setCookie(given.shop) };
    },
    entered: entries.entered,
    async uninstall(request) {
      const { shop } = await verifyRequest(request);
      const removed = (await probe(shop)) === "refused";
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
 * @throws ShopAuthError `signature_mismatch`, `callback_expired`
 */
export async function verifyPaymentNotification(
  request: Request,
  options: { secretKey: string; maxAge?: number; now?: () => number },
): Promise<PaymentNotification> {
  const { secretKey, maxAge = 300, now = Date.now } = options;
  if (secretKey.length < 16) throw new ShopAuthError("invalid_options", "secretKey has at least 16 characters");
  const given = new URL(request.url).searchParams.get("hmac") ?? "";
  const body = new Uint8Array(await request.arrayBuffer());
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
