import type { components } from "../schema.ts";
import { empty, json, type Reply, text } from "./reply.ts";
import { idOf, type Resource } from "./resources.ts";
import { local, type ShoporamaShop } from "./state.ts";

type Fields = Record<string, unknown>;
type Image = components["schemas"]["ProductImage"];

/** What a REST request is answered with, after its key has been checked. */
export interface RestCall {
  readonly shop: ShoporamaShop;
  readonly resource: Resource;
  readonly query: URLSearchParams;
  readonly id: string;
  readonly body: Fields;
  readonly now: number;
  /** How lists come whose shape is not published. */
  readonly lists: "enveloped" | "bare";
  readonly pageSize: number;
  readonly maxPage: number;
}

const records = ({ shop, resource }: RestCall): Fields[] => shop.records[resource.name] as Fields[];
const missing = (id: string): Reply => text(404, "404 Not Found", `there is no record ${id}`);

function find(call: RestCall): Fields | Reply {
  const { shop, resource, id } = call;
  if (resource.name === "product" && shop.deleted.has(id)) return text(410, "410 Gone", `product ${id} is deleted`);
  return records(call).find((record) => String(record[idOf(resource.name)]) === id) ?? missing(id);
}
const isReply = (value: Fields | Reply): value is Reply =>
  "status" in value && typeof value.status === "number" && "init" in value;

/** An unknown or unfit number is ignored, as unknown parameters are. */
function whole(value: string | null, otherwise: number): number {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : otherwise;
}

function matches(record: Fields, query: URLSearchParams): boolean {
  const [since, supplier, search] = ["last_modified", "supplier_id", "search"].map((name) => query.get(name));
  if (since && String(record.last_modified) < since.replace("T", " ")) return false;
  if (supplier && String(record.supplier_id) !== supplier) return false;
  if (!search) return true;
  return [record.name, record.own_id, record.description].some((value) =>
    String(value).toLowerCase().includes(search.toLowerCase()),
  );
}

/** What of a record an answer shows. */
function shown({ name }: Resource, record: Fields, alone: boolean): Fields {
  const { voucher_id, items, location, tag, ...rest } = record;
  if (name === "voucher") return rest;
  if (name !== "menu") return record;
  return alone ? { ...rest, items } : { ...rest, location, tag };
}

export function list(call: RestCall): Reply {
  const { resource, query, lists, pageSize, maxPage } = call;
  let found = records(call).map((record) => shown(resource, record, false));
  if (resource.name === "product") {
    found = found
      .filter((record) => matches(record, query))
      .sort((a, b) => Number(b.product_id) - Number(a.product_id));
  }
  if (!resource.list || (resource.unsure && lists === "bare")) return json(found);
  const offset = whole(query.get("offset"), 0);
  const limit = Math.min(whole(query.get("limit"), pageSize) || pageSize, maxPage);
  const rows = found.slice(offset, offset + limit);
  return json({ paging: { offset, limit, count: rows.length, total: found.length }, [resource.list]: rows });
}

export function one(call: RestCall): Reply {
  const found = find(call);
  return isReply(found) ? found : json(shown(call.resource, found, true));
}

const FLAGS = ["is_online", "never_free_shipping", "allow_negative_stock", "auto_offline", "no_index"];

/** What is wrong with the fields of a write. */
function fault({ resource, body }: RestCall, creating: boolean): string | undefined {
  if (Object.keys(body).length === 0) return "nothing to write";
  if (resource.name !== "product") return undefined;
  if (creating && (typeof body.name !== "string" || body.name === "")) return "name is missing";
  const flag = FLAGS.find((name) => body[name] !== undefined && !["0", "1", ""].includes(String(body[name])));
  if (flag) return `${flag} is 0 or 1`;
  const images = body.images ?? [];
  if (!Array.isArray(images)) return "images is a list";
  if (images.some((image) => !image?.data && !image?.image_id)) return "an image has data, or image_id";
  return undefined;
}

/** Images are added by `data`, changed or removed by `image_id`; the others stay. */
function withImages(before: Image[], changes: unknown, domain: string): Image[] {
  const images = [...before];
  for (const { data, image_id: id, remove, ...rest } of (changes ?? []) as Fields[]) {
    const at = images.findIndex((image) => String(image.image_id) === String(id));
    if (data !== undefined) {
      const next = String(90_300 + images.length);
      images.push({
        image_id: next,
        weight: "0",
        variant_name: null,
        description: "",
        url: `https://${domain}/cache/${next}.png`,
        ...rest,
      });
    } else if (at >= 0 && String(remove) === "1") images.splice(at, 1);
    else if (at >= 0) images[at] = { ...images[at], ...rest };
  }
  return images;
}

function write({ resource, body, shop, now }: RestCall, record: Fields): void {
  const { images, ...fields } = body;
  Object.assign(record, fields);
  if (resource.name !== "product") return;
  record.images = withImages((record.images ?? []) as Image[], images, shop.domain);
  record.last_modified = local(now);
}

export function create(call: RestCall): Reply {
  const { resource, shop, now } = call;
  const wrong = fault(call, true);
  if (wrong) return json({ error: wrong }, 400, wrong);
  const field = idOf(resource.name);
  const used = [...records(call).map((record) => Number(record[field])), ...[...shop.deleted].map(Number)];
  const record: Fields = { [field]: Math.max(0, ...used) + 1 };
  if (resource.name === "product") {
    const slug = String(call.body.rewrite_url ?? record[field]);
    Object.assign(record, { created: local(now), is_online: 0, url: `https://${shop.domain}/${slug}` });
  }
  write(call, record);
  records(call).push(record);
  return resource.writes?.post === "id" ? json({ [field]: record[field] }) : json(record);
}

export function update(call: RestCall, saved: "nothing" | "id" | "whole"): Reply {
  const found = find(call);
  if (isReply(found)) return found;
  const wrong = fault(call, false);
  if (wrong) return json({ error: wrong }, 400, wrong);
  write(call, found);
  return saved === "whole" ? json(found) : empty();
}

export function remove(call: RestCall): Reply {
  const found = find(call);
  if (isReply(found)) return found;
  const { shop, id } = call;
  shop.records.product = shop.records.product.filter((record) => String(record.product_id) !== id);
  shop.deleted.add(id);
  return empty();
}

/** A change of stock names its product in the body, as far as anyone knows. */
export function stock(call: RestCall): Reply {
  const level = records(call).find((record) => String(record.product_id) === String(call.body.product_id));
  if (!level) return text(404, "404 Not Found", "the body names no product of the shop by product_id");
  Object.assign(level, call.body);
  return empty();
}
