/** A small description of a JSON body: what each known field must be; `?` at the end: it may be absent. */
export type Shape = Readonly<
  Record<string, `${"text" | "id" | "integer" | "boolean" | "page" | "url" | "utc"}${"" | "?"}`>
>;

const KINDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string" && value !== "",
  id: (value) => (typeof value === "string" && value !== "") || typeof value === "number",
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  page: (value) => Number.isInteger(value) && (value as number) >= 0,
  url: (value) => typeof value === "string" && /^https?:\/\//.test(value) && URL.canParse(value),
  utc: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value),
};

/** What is wrong with a body, in words; `undefined`: nothing. */
export function fault(body: Readonly<Record<string, unknown>>, shape: Shape): string | undefined {
  for (const [name, kind] of Object.entries(shape)) {
    const value = body[name];
    if (value === undefined) {
      if (!kind.endsWith("?")) return `${name} is required`;
    } else if (!KINDS[kind.replace("?", "")]!(value)) {
      return `${name} must be ${kind.replace("?", "")}`;
    }
  }
  return undefined;
}
