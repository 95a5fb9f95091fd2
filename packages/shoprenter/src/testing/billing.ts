import type { components } from "../schema.ts";
import { assertQuery, bodyOf, type Call, type Fields, type Reply } from "./call.ts";
import { Refused } from "./refusal.ts";

import type { Fields as Values } from "./row.ts";

type Plan = components["schemas"]["Plan"];

/** What the Payment API keeps for the app, over all shops. */
export interface Billing {
  readonly plans: Map<number, Plan>;
  /** The number of the charge, plan or change that was made last. */
  last: number;
}

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  oneTimeCharges: ["name", "netPrice", "successUrl", "failedUrl"],
  recurringCharges: ["planId", "successUrl", "failedUrl"],
  plans: ["name", "netPrice", "billingCycleLength"],
  fundingSourceChanges: ["recurringChargeId"],
};

const notFound = ({ path }: Call) => new Refused(404, 40401, "Not found", `there is no /${path.join("/")} here`);

function read(call: Call, kind: string): Fields {
  const body = bodyOf(call);
  for (const name of call.method === "POST" ? REQUIRED[kind]! : []) {
    if (body[name] === undefined)
      throw new Refused(400, 40003, `The ${name} field is required`, `POST /billing/${kind} needs ${name}`);
  }
  for (const name of [
    "netPrice",
    "billingCycleLength",
    "billingCycleCount",
    "planId",
    "trialDays",
    "recurringChargeId",
  ]) {
    if (body[name] !== undefined && typeof body[name] !== "number")
      throw new Refused(400, 40005, `The ${name} value must be a number`);
  }
  return body;
}

const price = (netPrice: number) => {
  const vatAmount = Math.round(netPrice * 27) / 100;
  const grossAmount = netPrice + vatAmount;
  return { grossAmount, vatAmount, netPrice, roundedGrossAmount: Math.round(grossAmount) };
};

/** The Payment API: charges of a shop, plans of the app. https://doc.shoprenter.hu/paymentapi/ */
export function billing(call: Call): Reply {
  const { shop, method, path, billing: state } = call;
  assertQuery(call, []);
  const kind = path[1] ?? "";
  const id = path[2] === undefined ? undefined : Number(path[2]);
  if (!Object.hasOwn(REQUIRED, kind) || path.length > 3) throw notFound(call);
  const time = shop.time().replace("T", " ");
  if (kind === "plans") return plans(call, id, time);

  if (kind === "fundingSourceChanges") {
    if (method !== "POST" || id !== undefined) throw notFound(call);
    const { recurringChargeId, notificationUrl = null } = read(call, kind);
    const charge = shop.charges.get(recurringChargeId as number);
    if (charge?.kind !== "recurring") throw new Refused(400, 40007, "The recurringChargeId is not valid");
    const changeId = ++state.last;
    const changeUrl = `https://${shop.name}.myshoprenter.hu/admin/app/payment/change/${changeId}`;
    const { status } = charge.fields;
    return {
      status: 201,
      body: {
        changeId,
        subscriptionId: recurringChargeId,
        paymentStatus: status,
        status: "pending",
        changeUrl,
        ...(notificationUrl !== null && { notificationUrl }),
        createdAt: time,
      },
    };
  }

  const which = kind === "oneTimeCharges" ? "oneTime" : "recurring";
  if (method === "POST" && id === undefined) {
    const body = read(call, kind);
    const plan = which === "recurring" ? state.plans.get(body.planId as number) : undefined;
    if (which === "recurring" && !plan)
      throw new Refused(400, 40007, "The planId is not valid", "planId is the number of a plan of the app");
    const number = ++state.last;
    const netPrice = (plan?.netPrice ?? body.netPrice) as number;
    const fields = {
      id: number,
      ...(plan && {
        planId: plan.id,
        billingCycleLength: plan.billingCycleLength,
        billingCycleCount: plan.billingCycleCount ?? null,
        expirationDate: null,
        trialDays: body.trialDays ?? null,
      }),
      name: plan?.name ?? body.name,
      status: "pending",
      netPrice,
      price: price(netPrice),
      paymentUrl: null,
      notificationUrl: body.notificationUrl ?? null,
      successUrl: body.successUrl,
      failedUrl: body.failedUrl,
      createdAt: time,
      updatedAt: time,
      deletedAt: null,
      test: body.test ?? false,
    } as unknown as Values;
    shop.charges.set(number, { kind: which, fields });
    const confirmationUrl = `https://${shop.name}.myshoprenter.hu/admin/app/payment/${which === "oneTime" ? "onetime" : "recurring"}/${number}`;
    return { status: 201, body: { ...fields, confirmationUrl } };
  }
  const charge = id === undefined ? undefined : shop.charges.get(id);
  if (charge?.kind !== which) throw notFound(call);
  if (method === "GET") return { status: 200, body: charge.fields };
  if (method !== "DELETE" || which !== "recurring" || charge.fields.status === "cancelled") throw notFound(call);
  charge.fields.status = "cancelled";
  charge.fields.deletedAt = time;
  return { status: 204 };
}

function plans(call: Call, id: number | undefined, time: string): Reply {
  const { method, billing: state } = call;
  if (id === undefined) {
    if (method === "GET") return { status: 200, body: [...state.plans.values()] };
    if (method !== "POST") throw notFound(call);
    const plan = {
      billingCycleCount: null,
      ...read(call, "plans"),
      id: ++state.last,
      createdAt: time,
      updatedAt: time,
    } as Plan;
    state.plans.set(plan.id, plan);
    return { status: 201, body: plan };
  }
  const plan = state.plans.get(id);
  if (!plan) throw notFound(call);
  if (method === "GET") return { status: 200, body: plan };
  if (method === "DELETE") {
    state.plans.delete(id);
    return { status: 204 };
  }
  if (method !== "PUT") throw notFound(call);
  Object.assign(plan, read(call, "plans"), { id, updatedAt: time });
  // The documentation shows an array here.
  return { status: 200, body: [plan] };
}
