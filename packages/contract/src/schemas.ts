import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { OpenApiDocument, Schema } from "./document.ts";

/** What a value breaks in a schema, one line each, empty when it fits. */
export type Check = (value: unknown) => string[];

export interface Schemas {
  check(schema: Schema): Check;
  /** The schema with its `$ref` followed, for reading its type. */
  read(schema: Schema | undefined): Record<string, unknown>;
  /** A name that a message may show: the name itself, or a stand-in where names are masked. */
  shown(name: string): string;
}

/** How a name that is in a message comes out: of a property, a query parameter, a media type. */
export type Mask = (name: string) => string;

/** The details of an error that are names found in the value; the others are words of the schema. */
const named = new Set(["additionalProperty", "unevaluatedProperty", "propertyName"]);

const unescapeKey = (key: string): string => key.replaceAll("~1", "/").replaceAll("~0", "~");

/**
 * One validator for the whole document, so that a component is compiled once however many operations use it.
 * Schemas are registered by position: a pointer into `paths` would need escaping twice.
 */
export function createSchemas(document: OpenApiDocument, schemas: Schema[], shown: Mask = (name) => name): Schemas {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema({ components: document.components ?? {}, paths: document.paths ?? {}, schemas }, "spec:/");
  const positions = new Map(schemas.map((schema, position) => [schema, position]));

  const read = (schema: Schema | undefined): Record<string, unknown> => {
    let found: unknown = schema;
    for (let hops = 0; hops < 50; hops++) {
      const ref = (found as { $ref?: unknown } | undefined)?.$ref;
      if (typeof ref !== "string") break;
      found = ref
        .slice(2)
        .split("/")
        .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"))
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
    }
    return typeof found === "object" && found !== null ? (found as Record<string, unknown>) : {};
  };

  return {
    read,
    shown,
    check: (schema) => {
      const position = positions.get(schema);
      if (position === undefined) throw new Error("schema is not part of the document");
      const validate = ajv.getSchema(`spec:/#/schemas/${position}`);
      if (!validate) throw new Error(`schema ${position} cannot be compiled`);
      return (value) => {
        if (validate(value)) return [];
        const lines = (validate.errors ?? []).map(({ instancePath, message, params }) => {
          const detail = Object.entries(params as Record<string, unknown>)
            .filter(([, part]) => part !== undefined)
            .map(([word, part]) => (named.has(word) ? shown(String(part)) : part));
          const where = instancePath.split("/").map((key) => (/^\d*$/.test(key) ? key : shown(unescapeKey(key))));
          return `${where.join("/") || "(whole)"} ${message} ${JSON.stringify(detail)}`;
        });
        return [...new Set(lines)];
      };
    },
  };
}
