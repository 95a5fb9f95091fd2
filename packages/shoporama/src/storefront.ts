import { createRoutes, ShopAuthError, sandbox } from "@shopauth/core";
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.ts";

/** What a shop's own site offers to its visitors. The view of an order is left out: its `chk` can be computed by anyone. */
export type ShoporamaStorefrontPaths = Pick<
  paths,
  "/api/products" | "/api/products/{id}" | "/api/basket" | "/api/basket/{product_id}"
>;

/** Which storefront is asked, and how to send. */
export interface ShoporamaStorefrontOptions {
  /** The shop's domain, without a scheme. */
  readonly domain: string;
  /** Replaces `fetch`, which is otherwise looked up at each call. */
  readonly fetch?: typeof globalThis.fetch;
  readonly [sandbox]?: string | undefined;
}

/**
 * A client for the storefront of a shop: no key, only the visitor's cookies, which a browser keeps and a server must pass.
 * https://www.shoporama.dk/en/headless
 * @throws ShopAuthError `invalid_options`
 */
export function createShoporamaStorefront(options: ShoporamaStorefrontOptions): Client<ShoporamaStorefrontPaths> {
  const { domain, fetch, [sandbox]: origin } = options;
  if (
    typeof domain !== "string" ||
    !/^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(domain)
  ) {
    throw new ShopAuthError("invalid_options", "domain is the shop's host name, without a scheme");
  }
  return createClient<ShoporamaStorefrontPaths>({
    baseUrl: createRoutes(origin).to(`https://${domain}`),
    credentials: "include",
    fetch: (request) => (fetch ?? globalThis.fetch)(request),
  });
}
