import type { CommandResult } from "../entities.ts";
import type { MockRecord, MockStore } from "./state.ts";

/** What a command works on. */
export interface CommandInput {
  readonly store: MockStore;
  /** The record the command was called on; absent for a command of the entity. */
  readonly record?: MockRecord;
  readonly args: Readonly<Record<string, unknown>>;
  /** Gives an id as StoreHippo makes them. */
  readonly makeId: () => string;
}

/** A command's work; `undefined` answers an empty object. */
export type Command = (input: CommandInput) => CommandResult | undefined;

/** The commands that public code shows; `{id}` stands for a command of a record. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  "ms.settings.setPreferences": ({ store, args }) => {
    store.substore = String(args.store ?? "");
    return "Updated successfully";
  },
  "ms.orders.getAddresses": ({ store }) =>
    store.records["ms.orders"].flatMap(({ shipping_address }) => (shipping_address ? [{ ...shipping_address }] : [])),
  "ms.orders.{id}.receivePayment": ({ record }) => {
    record!.financial_status = "Paid";
    return undefined;
  },
  "ms.orders.{id}.ship": ({ store, record, makeId }) => {
    const order = store.records["ms.orders"].find(({ _id }) => _id === record!._id)!;
    const fid = `${order.order_id}-F${store.records["ms.fulfillments"].filter(({ order_id }) => order_id === order.order_id).length + 1}`;
    store.records["ms.fulfillments"].push({
      _id: makeId(),
      order_id: order.order_id ?? null,
      fid,
      status: "Shipped",
      type: "regular",
    });
    return undefined;
  },
  "ms.fulfillment.getMethods": ({ store }) =>
    store.records["ms.shipping_rates"].map(({ name, method }) => ({
      provider: method ?? "manual",
      shipping_level: "order",
      settings: { services: [name ?? ""] },
    })),
  "ms.carts.getUserCart": ({ store, args }) => {
    const cart = store.records["ms.carts"].find(({ _id, user_id }) => _id === args._id || user_id === args.user_id);
    return cart ? { ...cart } : undefined;
  },
  "ms.carts.{id}.addItem": ({ store, record, args, makeId }) => {
    const cart = store.records["ms.carts"].find(({ _id }) => _id === record!._id)!;
    const { product_id, quantity, sku } = args;
    (cart.items ??= []).push({
      _id: makeId(),
      product_id: String(product_id),
      quantity: Number(quantity ?? 1),
      ...(typeof sku === "string" && { sku }),
    });
    cart.item_count = cart.items.length;
    return undefined;
  },
  "ms.users.isUserRegistered": ({ store, args }) =>
    store.records["ms.users"].some(({ phone }) => String(phone) === String(args.phone)),
};
