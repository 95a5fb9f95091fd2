import { firstFit, meanings, partOf } from "./coerce.ts";
import type { Content, MediaType } from "./document.ts";
import type { Schemas } from "./schemas.ts";

/** The media type without its parameters, in small letters. */
export const mediaTypeOf = (headers: Headers): string =>
  (headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();

/** Problems of a body against the declared content: its type, its syntax, its schema. */
export async function checkBody(message: Request | Response, content: Content, schemas: Schemas): Promise<string[]> {
  const type = mediaTypeOf(message.headers);
  const declared = Object.keys(content);
  const media = mediaFor(content, type);
  if (!media)
    return [
      `content type ${type === "" ? "(none)" : schemas.shown(type)} is not declared; declared: ${declared.join(", ")}`,
    ];

  if (type === "multipart/form-data" || type === "application/x-www-form-urlencoded") {
    let form: FormData;
    try {
      form = await message.formData();
    } catch {
      return [`body is not ${type}`];
    }
    return checkForm(form, media, schemas);
  }
  const text = await message.text();
  let value: unknown = text;
  if (type === "application/json" || type.endsWith("+json")) {
    if (text === "") return ["body is empty, not JSON"];
    try {
      value = JSON.parse(text);
    } catch {
      return ["body is not JSON"];
    }
  }
  return media.schema === undefined ? [] : schemas.check(media.schema)(value);
}

function mediaFor(content: Content, type: string): MediaType | undefined {
  const byType = new Map(
    Object.entries(content).map(([key, media]) => [key.split(";")[0]!.trim().toLowerCase(), media]),
  );
  return byType.get(type) ?? byType.get(`${type.split("/")[0]}/*`) ?? byType.get("*/*");
}

function checkForm(form: FormData, media: MediaType, schemas: Schemas): string[] {
  if (media.schema === undefined) return [];
  const check = schemas.check(media.schema);
  const texts: Record<string, unknown> = {};
  const typed: Record<string, unknown> = {};
  for (const key of new Set(form.keys())) {
    // A file stands for its contents, which the schema describes as text.
    const parts = form.getAll(key).map((part) => (typeof part === "string" ? part : part.name));
    const property = partOf(media.schema, schemas, key);
    const array = [schemas.read(property).type].flat().includes("array");
    const items = array ? partOf(property, schemas) : property;
    const values = parts.map((part) => meanings(part, items, schemas)[0]);
    typed[key] = array || values.length > 1 ? values : values[0];
    texts[key] = array || parts.length > 1 ? parts : parts[0];
  }
  return firstFit([typed, texts], check);
}
