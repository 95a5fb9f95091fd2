import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { createShopMyBrand, sandbox } from "../src/index.ts";
import { SHOPMY_BRAND_KEY } from "../src/testing.ts";
import { count, redirectOnce, useShopMy } from "./setup.ts";

const { server } = useShopMy();
const REPORT = "https://api.shopmy.us/v1/Partners/OrderReport";
const reports = count(server, "/OrderReport");
const confirmations = count(server, "/order_confirmation");
const cancellations = count(server, "/Affiliates/cancel");
const body = { domain: "harborandpine.example.com" };
const brand = createShopMyBrand({ developerKey: SHOPMY_BRAND_KEY });

describe("createShopMyBrand", () => {
  it("sends the key alone to the report and the order routes", async () => {
    await brand.POST("/OrderReport", { body, headers: { authorization: "Bearer other" } });
    await brand.POST("/Affiliates/cancel", { body: { order_id: 1 } });
    expect(reports.requests[0]!.url).toBe(REPORT);
    expect(cancellations.requests[0]!.url).toBe("https://api.shopmy.us/api/Affiliates/cancel");
    for (const { headers } of [reports.requests[0]!, cancellations.requests[0]!]) {
      expect(headers.get("authorization")).toBe(`Bearer ${SHOPMY_BRAND_KEY}`);
      expect(headers.has("x-access-token")).toBe(false);
    }
  });

  it("sends no key with the order confirmation", async () => {
    const order = { orderAmount: 1, orderId: 1, currency: "USD", page_url: "https://harborandpine.example.com/" };
    await brand.POST("/order_confirmation", { body: order, headers: { authorization: `Bearer ${SHOPMY_BRAND_KEY}` } });
    expect(confirmations.requests[0]!.url).toBe("https://api.shopmy.us/api/order_confirmation");
    expect(confirmations.requests[0]!.headers.has("authorization")).toBe(false);
  });

  it("sends the key nowhere else", async () => {
    for (const baseUrl of [
      "https://api.shopmy.us.example.com",
      "http://api.shopmy.us",
      "https://api.shopmy.us/v1",
      "https://evil.example.com",
    ]) {
      await expect(brand.POST("/OrderReport", { body, baseUrl })).rejects.toMatchObject({ code: "foreign_origin" });
    }
    expect(reports.requests).toHaveLength(0);
  });

  it("follows no redirect, and the next call succeeds", async () => {
    const { fetch, arm } = redirectOnce(308);
    const redirected = createShopMyBrand({ developerKey: SHOPMY_BRAND_KEY, fetch });
    arm();
    await expect(redirected.POST("/OrderReport", { body })).rejects.toMatchObject({
      code: "redirect_refused",
      platform: "shopmy",
      status: 308,
    });
    expect((await redirected.POST("/OrderReport", { body })).data).toHaveLength(3);
  });

  it("sends nothing again when the day's calls are used up", async () => {
    server.use(http.post(REPORT, () => HttpResponse.json({ error: "Daily request limit reached." }, { status: 429 })));
    expect((await brand.POST("/OrderReport", { body })).response.status).toBe(429);
    expect(reports.requests).toHaveLength(1);
  });

  it("fails with a code where no answer comes, or too much of one", async () => {
    const failing = (fetch: typeof globalThis.fetch) =>
      createShopMyBrand({ developerKey: SHOPMY_BRAND_KEY, fetch }).POST("/OrderReport", { body });
    const refusing = async () => {
      throw new TypeError(`fetch failed: authorization: Bearer ${SHOPMY_BRAND_KEY}`);
    };
    await expect(failing(refusing)).rejects.toMatchObject({ code: "network_failed", platform: "shopmy" });
    const flooding = async () => new Response(`["${"x".repeat(11 * 1024 * 1024)}"]`);
    await expect(failing(flooding)).rejects.toMatchObject({ code: "response_too_large", platform: "shopmy" });
  });

  it("ends with the caller's signal", async () => {
    await expect(brand.POST("/OrderReport", { body, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  it("goes to a sandbox on this machine, and to no other", async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(String(input));
      return Response.json([]);
    };
    await createShopMyBrand({ developerKey: "bk-1", fetch, [sandbox]: "http://127.0.0.1:4400" }).POST("/OrderReport", {
      body,
    });
    expect(asked).toEqual(["http://127.0.0.1:4400/api.shopmy.us/v1/Partners/OrderReport"]);
    for (const origin of ["http://example.com", "http://127.0.0.1.example.com", "https://127.0.0.1"]) {
      expect(() => createShopMyBrand({ developerKey: "bk-1", [sandbox]: origin })).toThrow(
        expect.objectContaining({ code: "invalid_options" }),
      );
    }
  });

  it.each(["", "bk 1", "bk-1\r\nx: y", undefined])("refuses the key %j", (developerKey) => {
    expect(() => createShopMyBrand({ developerKey: developerKey as string })).toThrow(
      expect.objectContaining({ code: "invalid_options" }),
    );
  });
});
