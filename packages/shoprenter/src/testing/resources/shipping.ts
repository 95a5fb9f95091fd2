import { EDIT, READ, resource } from "../resource.ts";

export const shipping = {
  shippingLanes: resource("ShippingLane", {
    id: "shippingLane-id={}",
    scope: "shipping.shippingMethod",
    does: EDIT,
    envelope: "numbers",
    links: { shippingMode: "shippingModeExtend" },
    from: 18,
    seed: [
      {
        innerId: "18",
        cartMinimumGross: "0.0000",
        cartMaximumGross: "30000.0000",
        costNet: "1490.0000",
        weightMinimum: "0.0000",
        weightMaximum: "20.0000",
      },
    ],
  }),
  shippingModeDescriptions: resource("ShippingModeDescription", {
    id: "shippingModeDescription-id={}&language_id={language}",
    scope: "shipping.shippingMethod",
    does: EDIT,
    required: ["language", "shippingMode"],
    envelope: "numbers",
    links: { shippingMode: "shippingModeExtend", language: "languages" },
    from: 25,
    seed: [{ name: "Courier", description: "One to two working days" }],
  }),
  shippingModeExtend: resource("ShippingModeExtend", {
    id: "shippingMode-id={}",
    scope: "shipping.shippingMethod",
    does: EDIT,
    linkedAs: "shippingModes",
    required: ["shippingModeDescriptions", "shippingLanes"],
    envelope: "numbers",
    filters: { innerId: "number" },
    links: { taxClass: "taxClasses", geoZone: "geoZones" },
    children: { shippingModeDescriptions: "shippingMode", shippingLanes: "shippingMode" },
    fixed: ["innerId", "extension"],
    values: {
      costCalculationBy: ["PRICE", "WEIGHT", "PRICE_WEIGHT"],
      shippingType: ["COURIER_SERVICE", "PERSONAL_RECEIPT"],
    },
    from: 32,
    seed: [
      {
        innerId: "32",
        sortOrder: "3",
        enabled: "1",
        costCalculationBy: "PRICE",
        freeShippingFrom: "30000.0000",
        shippingType: "COURIER_SERVICE",
        extension: "GLSPARCELPOINT",
      },
    ],
  }),
  paymentModes: resource("PaymentMode", {
    id: "paymentMode-extension_id={}",
    scope: "payment.paymentMethod",
    does: READ,
    envelope: "numbers",
    links: { geoZone: "geoZones", orderStatus: "orderStatuses" },
    from: 78,
    seed: [
      {
        innerId: "78",
        code: "COD",
        status: "1",
        sortOrder: "3",
        paymentDescription: [{ name: "Utánvét", description: "Pay the courier." }],
        paymentDescriptions: [{ name: "Utánvét", description: "Pay the courier." }],
      },
    ],
  }),
};
