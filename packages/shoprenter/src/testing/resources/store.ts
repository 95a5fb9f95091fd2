import { EDIT, READ, resource } from "../resource.ts";

export const store = {
  scriptTags: resource("ScriptTag", {
    id: "scriptTag-id={}",
    scope: "store.scriptTag",
    does: EDIT,
    required: ["src"],
    fixed: ["dateCreated", "dateUpdated"],
    values: { event: ["ONLOAD"], displayScope: ["FRONTEND", "THANK_YOU_PAGE", "ALL"], displayArea: ["HEADER", "BODY"] },
    from: 87,
    seed: [
      {
        event: "ONLOAD",
        src: "https://cdn.example.com/shop.js",
        displayScope: "FRONTEND",
        displayArea: "HEADER",
        dateCreated: "2026-02-11T09:15:00",
        dateUpdated: "2026-03-04T16:40:12",
      },
    ],
  }),
  settings: resource("Setting", {
    id: "setting-id={}",
    scope: "store.setting",
    does: READ,
    filters: { group: "group", key: "key" },
    from: 11,
    seed: [{ group: "config", key: "config_timezone", value: "Europe/Budapest" }],
  }),
  urlAliases: resource("UrlAlias", {
    id: "urlAlias-url_alias_id={}",
    scope: "store.urlAlias",
    does: EDIT,
    required: ["type", "urlAliasEntity", "urlAlias"],
    unique: ["urlAlias"],
    filters: {
      type: "type",
      productId: "urlAliasEntity",
      categoryId: "urlAliasEntity",
      manufacturerId: "urlAliasEntity",
      urlAlias: "urlAlias",
    },
    links: { urlAliasEntity: ["products", "categories", "manufacturers", "informationExtend"], language: "languages" },
    values: { type: ["PRODUCT", "CATEGORY", "MANUFACTURER", "INFORMATION"] },
    from: 12,
    seed: [{ type: "PRODUCT", urlAlias: "oak-desk-lamp" }, { urlAlias: "clay-vase" }],
  }),
  webHooks: resource("WebHook", {
    id: "webHook-notification_id={}",
    scope: "store.webhook",
    does: EDIT,
    required: ["label", "event", "status", "webHookParameters"],
    values: {
      event: [
        "order_confirm",
        "order_status_change",
        "newsletter_subscribe",
        "newsletter_unsubscribe",
        "newsletter_update_subscriber",
        "abandoned_cart",
      ],
    },
    from: 19,
    seed: [
      {
        event: "order_status_change",
        status: "1",
        label: "Orders to the ERP",
        webHookParameters: [
          {
            type: "json",
            url: "https://hooks.example.com/shoprenter/order-status",
            fields: ["order_innerId", "order_email"],
          },
        ],
        webHookDelay: [{ delay: "2", delayUnit: "hour" }],
      },
    ],
  }),
};
