import { billing } from "./billing.ts";
import { assertQuery, assertScope, bodyOf, type Call, type Reply } from "./call.ts";
import { page } from "./lists.ts";
import { Refused } from "./refusal.ts";
import type { Action } from "./resource.ts";
import { describe, resources } from "./resources.ts";
import { idOf } from "./row.ts";

const ACTIONS: Readonly<Record<string, Action>> = {
  "GET ": "list",
  "POST ": "create",
  "GET id": "get",
  "POST id": "upsert",
  "PUT id": "update",
  "DELETE id": "delete",
};

/** Every scope that the emulation knows. */
export const SCOPES: readonly string[] = [
  ...new Set([
    ...Object.values(resources).flatMap(({ scope, does }) =>
      scope === undefined
        ? []
        : does.some((action) => action !== "list" && action !== "get")
          ? [`${scope}:read`, `${scope}:write`]
          : [`${scope}:read`],
    ),
    "order.reorderLink:write",
    "store.domain:read",
    "store.file:read",
    "store.file:write",
  ]),
];

const notFound = ({ path }: Call) =>
  new Refused(
    404,
    40401,
    `Resource matching URI "/${path.join("/")}" not found`,
    `there is no /${path.join("/")} in this shop`,
  );

/** Answers an API request whose token has been checked. */
export function route(call: Call): Reply {
  const { path } = call;
  const name = path[0] ?? "";
  if (name === "billing") return billing(call);
  if (name === "files" && path.length === 1) return files(call);
  if (name === "domains" && path.length === 1) return domains(call);
  if (name === "reloadUrl" && path.length === 1) return reloadUrl(call);
  if (Object.hasOwn(resources, name) && path.length <= 2 && path[1] !== "") return records(call, name);
  throw notFound(call);
}

function records(call: Call, name: string): Reply {
  const { shop, method, path, query } = call;
  const { does, scope, filters = {}, ignoresEmptyBody, createsByPut } = describe(name);
  const bySku = name === "productExtend" ? query.get("sku") : undefined;
  const action = ACTIONS[`${method} ${path.length === 2 ? "id" : ""}`];
  if (!action || !does.includes(action)) {
    throw new Refused(
      404,
      undefined,
      "Not Found",
      `${method} /${path.join("/")} does not exist${name === "orders" && method === "DELETE" ? ": orders cannot be deleted" : ""}`,
    );
  }
  assertScope(call, scope);
  const writes = method === "POST" || method === "PUT";
  const sku = name === "productExtend" && method !== "GET" ? ["sku"] : [];
  assertQuery(
    call,
    action === "list" ? ["page", "limit", "full", ...Object.keys(filters)] : [...(writes ? ["emptyBody"] : []), ...sku],
  );
  if (action === "list") return { status: 200, body: page(shop, name, query, call.warn) };

  const id = path[1];
  let row = id === undefined ? undefined : shop.find(name, id);
  if (method !== "GET" && bySku !== undefined) {
    row = shop.rows(name).find((each) => each.fields.sku === bySku);
    if (!row) throw new Refused(404, 40033, "No product has this SKU");
  }
  if (action === "get" || action === "delete") {
    if (!row) throw notFound(call);
    if (action === "get") return { status: 200, body: shop.view(name, row) };
    shop.drop(row);
    return { status: 204 };
  }
  if (action === "update" && !row && !createsByPut) throw notFound(call);
  const known = row !== undefined;
  const written = shop.write(name, row, bodyOf(call), method === "PUT" ? "replace" : "add", known ? undefined : id);
  const relation = !does.includes("update");
  const short = query.get("emptyBody") === "1" && !ignoresEmptyBody;
  return { status: relation && !known ? 201 : 200, body: short ? [] : shop.view(name, written) };
}

/** Files have no ids: type and path are in the query. */
function files(call: Call): Reply {
  const { shop, method, query } = call;
  assertScope(call, "store.file");
  if (method === "POST") {
    const { type, filePath, attachment } = bodyOf(call);
    for (const [name, value] of Object.entries({ type, filePath, attachment })) {
      if (typeof value !== "string") throw new Refused(400, 40003, `The ${name} field is required`);
    }
    const kind = type as string;
    if (kind !== "image" && kind !== "download")
      throw new Refused(400, 40005, "The type value is not valid", "type is image or download");
    if (!/^[A-Za-z0-9()_\-./]+$/.test(filePath as string)) {
      throw new Refused(
        400,
        40005,
        "The filePath value is not valid",
        "file names take ASCII letters, digits and ()_- only",
      );
    }
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(attachment as string))
      throw new Refused(400, 40005, "The attachment value is not valid", "attachment is base64");
    const file = { type: kind, filePath: filePath as string, attachment: attachment as string };
    shop.files.set(`${kind} ${file.filePath}`, file);
    return { status: 200, body: { filePath: file.filePath, type: kind } };
  }
  if (method !== "GET" && method !== "DELETE") throw notFound(call);
  assertQuery(call, ["type", "filePath"]);
  for (const name of ["type", "filePath"]) {
    if (!query.has(name))
      throw new Refused(400, 40004, `The ${name} parameter is required`, `/files takes type and filePath in the query`);
  }
  const key = `${query.get("type")} ${query.get("filePath")}`;
  const file = shop.files.get(key);
  if (!file) throw notFound(call);
  if (method === "GET") return { status: 200, body: file };
  shop.files.delete(key);
  return { status: 204 };
}

function domains(call: Call): Reply {
  if (call.method !== "GET") throw notFound(call);
  assertScope(call, "store.domain");
  assertQuery(call, []);
  const { name } = call.shop;
  return {
    status: 200,
    body: {
      domain: [
        { url: `www.${name}.example.com`, primary: true, language: "hu" },
        { url: `${name}.myshoprenter.hu`, primary: false, language: "hu" },
      ],
    },
  };
}

function reloadUrl(call: Call): Reply {
  if (call.method !== "POST") throw notFound(call);
  assertScope(call, "order.reorderLink");
  const { order } = bodyOf(call);
  const id = (order as { id?: unknown } | undefined)?.id;
  if (typeof id !== "string")
    throw new Refused(400, 40003, "The order field is required", "POST /reloadUrl needs order: { id }");
  const row = call.shop.find("orders", id);
  if (!row) throw new Refused(400, 40007, "The order id is not valid");
  return {
    status: 200,
    body: {
      reloadOrderUrl: `https://${call.shop.name}.myshoprenter.hu/cart/reload/${btoa(idOf(row)).slice(0, 12).toLowerCase()}`,
    },
  };
}
