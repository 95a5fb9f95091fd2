import type { components } from "../schema.ts";
import { type Call, ok, type Reply, type Route, refuse } from "./route.ts";
import { utc } from "./state.ts";

type Row = components["schemas"]["OrderReportRow"];

/** Order report calls a day. https://docs.shopmy.us/reference/fetch-order-report */
export const DAILY_REPORTS = 200;
const CLICK_LIFE = 30 * 86_400_000;

/** Base `https://api.shopmy.us/v1/Partners`; the key alone. */
export const brandRoutes: readonly Route[] = [
  {
    method: "post",
    path: "/OrderReport",
    auth: "brand",
    body: {
      domain: "text",
      limit: "page?",
      page: "page?",
      transactionStartDate: "utc?",
      transactionEndDate: "utc?",
      recordUpdatedStartDate: "utc?",
      recordUpdatedEndDate: "utc?",
      reportBySKU: "boolean?",
      source: "text?",
    },
    answer({ state, body, now }) {
      const day = utc(now).slice(0, 10);
      const { report } = state;
      if (report.day !== day) Object.assign(report, { day, calls: 0 });
      if (++report.calls > DAILY_REPORTS)
        return refuse(429, "Daily request limit reached.", `more than ${DAILY_REPORTS} pages of the report today`);
      if (!state.brand.domains.includes(body.domain as string))
        return refuse(400, "Domain is not registered.", `${body.domain} is no domain of the brand`);
      if (state.closedSources.includes(body.source as string)) return refuse(401, "Not allowed to read this source.");
      const { limit = 500, page = 0 } = body as { limit?: number; page?: number };
      if (limit < 1 || limit > 500) return refuse(400, "limit is 1 to 500");
      const within = (value: Row[keyof Row], from: unknown, to: unknown) =>
        (from === undefined || String(value) >= String(from)) && (to === undefined || String(value) <= String(to));
      const rows = state.orders
        .filter(({ source }) =>
          body.source === undefined ? !state.closedSources.includes(source) : source === body.source,
        )
        .map(({ row }) => row)
        .filter((row) => within(row["Transaction Date"], body.transactionStartDate, body.transactionEndDate))
        .filter((row) => within(row["Record Updated Date"], body.recordUpdatedStartDate, body.recordUpdatedEndDate))
        .flatMap((row) => (body.reportBySKU === true ? bySku(row) : [row]))
        .sort((a, b) => String(b["Transaction Date"]).localeCompare(String(a["Transaction Date"])));
      return ok(rows.slice(page * limit, (page + 1) * limit));
    },
  },
];

function bySku(row: Row): Row[] {
  return (row.SKU ?? "").split(",").map((SKU) => ({ ...row, SKU, "Number of Items": 1 }));
}

const tracked = (message: string): Reply => ok({ success: true, message });
const untracked = (code: string, rule = code): Reply => refuse(400, code, rule);

function brandOf(call: Call, url?: string): boolean {
  const { body, state } = call;
  const hostname = url === undefined ? undefined : new URL(url).hostname.replace(/^www\./, "");
  return [body.domain, hostname].every(
    (domain) => domain === undefined || state.brand.domains.includes(domain as string),
  );
}

const sameOrder = (row: Row, id: unknown) => String(row["Order ID"]) === String(id);
const isAmount = (value: unknown, least: number): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= least;
const isCurrency = (value: unknown) => typeof value === "string" && /^[A-Z]{3}$/.test(value);

/** Base `https://api.shopmy.us/api`; no key on the confirmation, the brand's key on the others. */
export const trackingRoutes: readonly Route[] = [
  {
    method: "post",
    path: "/order_confirmation",
    auth: "none",
    body: { page_url: "url" },
    badBody: (body) => (body.page_url === undefined ? "invalid_params" : "unresolved_domain"),
    answer(call) {
      const { state, body, now } = call;
      const { orderAmount, orderId, currency, clickId, code } = body;
      if (orderId === undefined || orderAmount === undefined || !isCurrency(currency))
        return untracked("invalid_params", "orderId, orderAmount and an ISO 4217 currency are required");
      if (!isAmount(orderAmount, 0) || orderAmount === 0) return untracked("invalid_order_amount");
      if (!/^[\w-]{1,64}$/.test(String(orderId))) return untracked("invalid_order_id");
      if (!brandOf(call, body.page_url as string))
        return untracked("unresolved_domain", "the domain of page_url belongs to no brand");
      if (state.orders.some(({ row }) => sameOrder(row, orderId)))
        return untracked("duplicate_order", `order ${orderId} is tracked already`);
      if (clickId !== undefined && !/^[0-9a-f]{4}-[0-9a-f]{4}$/.test(String(clickId)))
        return untracked("malformed_click_id");
      const click = clickId === undefined ? undefined : state.clicks.get(String(clickId));
      if (clickId !== undefined && !click) return untracked("click_not_found");
      if (click && now - click.at > CLICK_LIFE) return tracked("expired_click");
      if (typeof code === "string" && !state.discounts.has(code) && !click) return tracked("unregistered_code");
      const creator = click?.user ?? (typeof code === "string" ? state.discounts.get(code) : undefined);
      if (creator === undefined) return tracked("no_attribution");
      if (body.test === true) return tracked("tracked");
      const user = state.users.find(({ id }) => id === creator);
      const row: Row = {
        "Order ID": orderId as string | number,
        "Transaction Date": utc(now),
        "Record Updated Date": utc(now),
        "Click Date": click ? utc(click.at) : null,
        "Order Amount USD": orderAmount,
        "Commission Amount USD": commission(call, orderAmount),
        "Creator Name": user?.name ?? null,
        "Creator ShopMy": `https://shopmy.us/${String(user?.profile.username ?? creator)}`,
        Domain: new URL(body.page_url as string).hostname,
        Code: (code as string | null | undefined) ?? null,
        Currency: currency as string,
        "Customer Status": body.is_returning_customer === true ? "existing" : "new",
        "Gross Sales": orderAmount,
      };
      state.orders.push({ source: "shopmyshelf", row });
      return tracked("tracked");
    },
  },
  {
    method: "post",
    path: "/Affiliates/update",
    auth: "brand",
    body: { order_id: "id", currency: "text" },
    badBody: () => "invalid_params",
    answer(call) {
      const { state, body, now } = call;
      if (!isAmount(body.new_order_amount, 0))
        return untracked("invalid_order_amount", "new_order_amount is the order's total now");
      if (!isCurrency(body.currency)) return untracked("invalid_params", "currency is ISO 4217");
      if (!brandOf(call)) return untracked("unresolved_domain");
      return changeOrder(state.orders, body, now, {
        "Order Amount USD": body.new_order_amount,
        "Commission Amount USD": commission(call, body.new_order_amount),
      });
    },
  },
  {
    method: "post",
    path: "/Affiliates/cancel",
    auth: "brand",
    body: { order_id: "id" },
    badBody: () => "invalid_params",
    answer(call) {
      const { state, body, now } = call;
      if (!brandOf(call)) return untracked("unresolved_domain");
      if (state.orders.some(({ row }) => sameOrder(row, body.order_id) && Number(row["Order Amount USD"]) === 0))
        return tracked("already_cancelled");
      return changeOrder(state.orders, body, now, { "Order Amount USD": 0, "Commission Amount USD": 0 });
    },
  },
];

function commission({ state }: Call, amount: number): string {
  return ((amount * state.brand.rate) / 100).toFixed(2);
}

function changeOrder(orders: { row: Row }[], body: Call["body"], now: number, change: Partial<Row>): Reply {
  const found = orders.find(({ row }) => sameOrder(row, body.order_id));
  if (!found) return tracked("order_not_found");
  if (body.test !== true) Object.assign(found.row, change, { "Record Updated Date": utc(now) });
  return tracked("tracked");
}
