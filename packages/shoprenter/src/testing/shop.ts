import { Refused } from "./refusal.ts";
import type { Resource } from "./resource.ts";
import { describe, type ResourceName, type ResourceRecord, resources } from "./resources.ts";
import { baseOf, blank, type Fields, idOf, passes, type Row, stored, systemId, targetsOf, type Value } from "./row.ts";

type Body = Readonly<Record<string, unknown>>;
/** POST adds to the children of a record, PUT replaces them. */
export type Mode = "add" | "replace";

const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export interface StoredFile {
  readonly type: string;
  readonly filePath: string;
  readonly attachment: string;
}

/** One emulated shop with its records. */
export class Shop {
  readonly name: string;
  /** Whether the app is installed: without it there is no token. */
  installed = false;
  /** What the merchant granted; tokens that are issued from now on have these. */
  scopes: readonly string[];
  readonly files = new Map<string, StoredFile>();
  readonly charges = new Map<number, { kind: "oneTime" | "recurring"; fields: Fields }>();
  readonly #rows = new Map<string, Row[]>();
  readonly #next = new Map<string, number>();
  readonly #now: () => number;

  constructor(name: string, scopes: readonly string[], now: () => number) {
    this.name = name;
    this.scopes = scopes;
    this.#now = now;
    this.#seed();
  }

  /** The records of a resource, whole. */
  list<Name extends ResourceName>(resource: Name): ResourceRecord<Name>[] {
    return this.rows(resource).map((row) => this.view(resource, row) as ResourceRecord<Name>);
  }

  /** Adds a record without a request: fields as they are read, links by `{ id }`. */
  add<Name extends ResourceName>(resource: Name, fields: Partial<ResourceRecord<Name>>): ResourceRecord<Name> {
    return this.view(resource, this.write(resource, undefined, fields as Body, "add")) as ResourceRecord<Name>;
  }

  /** Takes away a record and what depends on it; whether there was one. */
  remove(resource: ResourceName, id: string): boolean {
    const row = this.find(resource, id);
    if (row) this.drop(row);
    return row !== undefined;
  }

  /** The rows of a resource. */
  rows(name: string): Row[] {
    const base = baseOf(name);
    let rows = this.#rows.get(base);
    if (!rows) this.#rows.set(base, (rows = []));
    return rows;
  }

  /** The row with an outer or inner id. */
  find(name: string, id: string): Row | undefined {
    return this.rows(name).find((row) => row.outerId === id || row.id === id);
  }

  /** Removes a row. */
  drop(row: Row): void {
    const rows = this.rows(row.resource);
    rows.splice(rows.indexOf(row), 1);
    for (const others of this.#rows.values()) {
      for (const other of [...others]) {
        for (const [link, target] of Object.entries(other.links)) {
          if (target !== row) continue;
          if ((describe(other.resource).required as readonly string[] | undefined)?.includes(link)) this.drop(other);
          else delete other.links[link];
        }
      }
    }
  }

  /** The time now as the platform writes it. */
  time(): string {
    return new Date(this.#now()).toISOString().slice(0, 19);
  }

  /** The address of a row in the API. */
  href(name: string, row: Row): string {
    const id = idOf(row) === row.id ? row.id : encodeURIComponent(idOf(row));
    return this.link(`${resources[name]!.linkedAs ?? name}/${id}`);
  }

  /** A link with the old host, as all of the platform's samples have it. */
  link(path: string): string {
    return `https://${this.name}.api.myshoprenter.hu/${path}`;
  }

  /** A record as it is answered. */
  view(name: string, row: Row, shallow = false): Fields {
    const description = describe(name);
    const out: Fields = {
      href: this.link(`${name}/${idOf(row) === row.id ? row.id : encodeURIComponent(idOf(row))}`),
      id: idOf(row),
      ...row.fields,
    };
    for (const link of Object.keys(description.links ?? {})) {
      const target = row.links[link];
      const whole = !shallow && (description.embedded as readonly string[] | undefined)?.includes(link);
      out[link] = target
        ? whole
          ? this.view(target.resource, target, true)
          : { href: this.href(target.resource, target) }
        : null;
    }
    for (const [list, filter] of Object.entries(description.lists ?? {})) {
      out[list] = { href: this.link(`${list}?${filter}=${encodeURIComponent(idOf(row))}`) };
    }
    if (shallow) return out;
    for (const [child, back] of Object.entries(description.children ?? {}) as [string, string][]) {
      const [link, one] = back.split(" ");
      const found = this.rows(child)
        .filter((each) => each.links[link!] === row)
        .map((each) => this.view(child, each, true));
      out[child] = one ? (found[0] ?? null) : found;
    }
    return out;
  }

  /**
   * Writes a body to a record, or to one that is made for it.
   * @param outerId the id under which it is made
   * @param embedded as a child in its parent's body, where the samples leave required fields out
   */
  write(name: string, row: Row | undefined, body: Body, mode: Mode, outerId?: string, embedded = false): Row {
    const description = describe(name);
    const sample = describe(baseOf(name)).seed[0] as Fields;
    if (!row && !embedded) {
      for (const field of description.required ?? []) {
        if (body[field] === undefined)
          throw new Refused(400, 40003, `The ${field} field is required`, `POST /${name} needs ${field}`);
      }
    }
    const fields: Fields = {};
    const links: Record<string, Row | undefined> = {};
    for (const [field, value] of Object.entries(body)) {
      if (value === undefined || field === "id") continue;
      if (field === "href" || (description.fixed as readonly string[] | undefined)?.includes(field)) {
        throw new Refused(400, 40002, `The ${field} field is read-only`, `${field} of /${name} cannot be written`);
      }
      if (Object.hasOwn(description.children ?? {}, field)) continue;
      const targets = targetsOf(description, field);
      if (targets.length > 0) links[field] = this.#target(description, field, targets, value, mode);
      else if (Object.hasOwn(sample, field)) fields[field] = this.#value(description, field, value);
      const link = (description.numbered as Record<string, string> | undefined)?.[field];
      if (link !== undefined)
        links[link] = this.rows(targetsOf(description, link)[0]!).find((each) => each.number === Number(value));
    }
    const after = { ...row?.links, ...links } as Record<string, Row>;
    const number = row?.number ?? this.#number(baseOf(name));
    const id = row?.id ?? systemId(name, number, after);
    this.#assertFree(name, description, row, { ...row?.fields, ...fields }, after, id);

    let target = row;
    if (!target) {
      const time = this.time();
      target = { resource: baseOf(name), number, id, fields: {}, links: {}, created: time, updated: time };
      for (const [field, value] of Object.entries(sample)) target.fields[field] = blank(value);
      if (Object.hasOwn(sample, "innerId")) target.fields.innerId = String(number);
      if (Object.hasOwn(sample, "dateCreated")) target.fields.dateCreated = time;
      // A product without a status is on sale at once.
      if (target.resource === "products") target.fields.status = "1";
      this.rows(name).push(target);
    }
    target.updated = this.time();
    Object.assign(target.fields, fields, Object.hasOwn(sample, "dateUpdated") && { dateUpdated: target.updated });
    for (const [link, linked] of Object.entries(links)) {
      if (linked) target.links[link] = linked;
      else delete target.links[link];
    }
    const outer = body.id ?? outerId;
    if (typeof outer === "string" && outer !== target.id) target.outerId = outer;
    try {
      for (const [child, back] of Object.entries(description.children ?? {}) as [string, string][]) {
        if (body[child] !== undefined && body[child] !== null) this.#children(target, child, back, body[child], mode);
      }
    } catch (error) {
      if (!row) this.drop(target);
      throw error;
    }
    return target;
  }

  #children(parent: Row, child: string, back: string, value: unknown, mode: Mode): void {
    const link = back.split(" ")[0]!;
    const given = (Array.isArray(value) ? value : [value]) as unknown[];
    if (mode === "replace") {
      for (const old of this.rows(child).filter((each) => each.links[link] === parent)) {
        if (!given.some((each) => isObject(each) && typeof each.id === "string" && this.find(child, each.id) === old))
          this.drop(old);
      }
    }
    for (const each of given) {
      if (!isObject(each)) throw new Refused(400, 40005, `The ${child} field must hold objects`);
      const known = typeof each.id === "string" ? this.find(child, each.id) : undefined;
      const { id: _, ...rest } = each;
      this.write(child, known, { ...(known ? rest : each), [link]: { id: idOf(parent) } }, mode, undefined, true);
    }
  }

  #target(
    description: Resource,
    field: string,
    targets: readonly string[],
    value: unknown,
    mode: Mode,
  ): Row | undefined {
    if (value === null || value === "") return undefined;
    if (!isObject(value))
      throw new Refused(400, 40006, `The ${field} field must be an object with an id`, `${field} is written as { id }`);
    const { id, ...fields } = value;
    const known =
      typeof id === "string"
        ? targets.map((each) => this.find(each, id)).find((each) => each !== undefined)
        : undefined;
    if ((description.embedded as readonly string[] | undefined)?.includes(field) && Object.keys(fields).length > 0) {
      return this.write(targets[0]!, known, fields, mode, undefined, true);
    }
    if (known) return known;
    throw typeof id === "string"
      ? new Refused(400, 40007, `The ${field} id is not valid`, `${field} names a record that is not in the shop`)
      : new Refused(400, 40011, `The ${field} id is missing`, `${field} is written as { id } and read as { href }`);
  }

  #value(description: Resource, field: string, value: unknown): Value {
    const allowed = (description.values as Record<string, readonly string[]> | undefined)?.[field];
    if (allowed && value !== null && !allowed.includes(String(value))) {
      throw new Refused(400, 40005, `The ${field} value is not valid`, `${field} is one of ${allowed.join(", ")}`);
    }
    if (field === "password" && !/^\$2y\$15\$.{40,60}$/.test(String(value))) {
      throw new Refused(
        400,
        40005,
        "The password value is not valid",
        "password is a bcrypt hash with cost 15: $2y$15$…",
      );
    }
    return stored(value as Value);
  }

  #assertFree(
    name: string,
    description: Resource,
    row: Row | undefined,
    fields: Fields,
    links: Readonly<Record<string, Row>>,
    id: string,
  ): void {
    const unique = (description.unique ?? []) as readonly string[];
    const same = (other: Row) =>
      other !== row &&
      (other.id === id ||
        (unique.length > 0 &&
          unique.every((field) =>
            field in links || field in other.links
              ? links[field] !== undefined && links[field] === other.links[field]
              : fields[field] !== undefined && fields[field] !== "" && fields[field] === other.fields[field],
          )));
    const other = this.rows(name).find(same);
    if (!other) return;
    const what = unique.length > 0 ? unique.join(" and ") : "id";
    throw new Refused(
      409,
      40901,
      "Resource already exists",
      `a record of /${name} with this ${what} is there already`,
      {
        id: idOf(other),
        href: this.link(`${name}/${idOf(other)}`),
      },
    );
  }

  #number(base: string): number {
    const number = this.#next.get(base) ?? describe(base).from ?? 1;
    this.#next.set(base, number + 1);
    return number;
  }

  /** Rows of a list that pass its filters. */
  filtered(name: string, query: ReadonlyMap<string, string>): Row[] {
    const filters = describe(name).filters ?? {};
    const given = [...query].filter(([field]) => Object.hasOwn(filters, field));
    return this.rows(name).filter((row) => given.every(([field, value]) => passes(row, filters[field]!, value)));
  }

  #seed(): void {
    const names = Object.keys(resources).filter((name) => resources[name]!.of === undefined);
    const drafts: { row: Row; index: number }[] = [];
    for (const name of names) {
      const [first, ...others] = describe(name).seed as readonly Fields[];
      for (const [index, fields] of [first!, ...others].entries()) {
        const number = this.#number(name);
        const whole: Fields = structuredClone({ ...first, ...fields });
        if ("innerId" in whole) whole.innerId = String(number);
        const created = String(whole.dateCreated ?? "2026-02-11T09:15:00");
        const updated = String(whole.dateUpdated ?? created);
        drafts.push({ row: { resource: name, number, id: "", fields: whole, links: {}, created, updated }, index });
      }
    }
    for (const { row } of drafts) this.rows(row.resource).push(row);
    for (const { row, index } of drafts) {
      const seen = new Map<string, number>();
      for (const [position, link] of Object.keys(describe(row.resource).links ?? {}).entries()) {
        const target = targetsOf(describe(row.resource), link)[0]!;
        const again = seen.get(target) ?? 0;
        seen.set(target, again + 1);
        const rows = this.rows(target);
        // Children go with their parents in order; what leads to the same resource twice leads to two records.
        const linked = rows[((position === 0 ? index : 0) + again) % rows.length];
        if (linked && linked !== row) row.links[link] = linked;
      }
    }
    for (const { row } of drafts) {
      (row as { id: string }).id = systemId(row.resource, row.number, row.links);
    }
  }
}
