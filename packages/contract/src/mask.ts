import type { OpenApiDocument } from "./document.ts";
import type { Mask } from "./schemas.ts";

const MEDIA_TYPES = [
  "application/json",
  "application/octet-stream",
  "application/pdf",
  "application/problem+json",
  "application/x-www-form-urlencoded",
  "application/xml",
  "multipart/form-data",
  "text/csv",
  "text/html",
  "text/plain",
  "text/xml",
];

/** Lets only words of the spec through: the name of a property may itself be what somebody wants to hide. */
export function wordsOf(document: OpenApiDocument): Mask {
  const words = new Set<string>(MEDIA_TYPES);
  const collect = (value: unknown, key: string): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      if (key === "properties") words.add(name);
      if (name === "name" && typeof part === "string" && "in" in value) words.add(part);
      collect(part, name);
    }
  };
  collect({ paths: document.paths, components: document.components }, "");
  return (name) => (words.has(name) ? name : "(a name outside the spec)");
}
