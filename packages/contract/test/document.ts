import type { OpenApiDocument } from "../src/index.ts";

/** A small shop API that uses every feature validation has to read. */
export const document = {
  openapi: "3.1.0",
  info: { title: "Lamps", version: "1" },
  servers: [
    { url: "https://api.example.com/v1" },
    {
      url: "https://{shop}.example.net/api/{version}",
      variables: { shop: { default: "a" }, version: { default: "2", enum: ["1", "2"] } },
    },
  ],
  paths: {
    "/lamps": {
      parameters: [{ $ref: "#/components/parameters/Limit" }],
      get: {
        operationId: "listLamps",
        tags: ["lamp"],
        parameters: [
          {
            name: "ids",
            in: "query",
            style: "form",
            explode: false,
            schema: { type: "array", items: { type: "integer" } },
          },
          { name: "tag", in: "query", schema: { type: "array", items: { enum: ["oak", "brass"] } } },
          { name: "on", in: "query", schema: { type: "boolean" } },
          { name: "sku", in: "query", schema: { type: "string", pattern: "^[0-9]+$" } },
          { name: "filter", in: "query", style: "deepObject", schema: { $ref: "#/components/schemas/Filter" } },
          {
            name: "query",
            in: "query",
            content: { "application/json": { schema: { type: "object", required: ["a"] } } },
          },
          { name: "X-Shop", in: "header", required: true, schema: { type: "integer" } },
        ],
        responses: {
          200: {
            description: "Lamps.",
            headers: { "X-Total": { required: true, schema: { type: "integer" } } },
            content: {
              "application/json": { schema: { type: "array", items: { $ref: "#/components/schemas/Lamp" } } },
            },
          },
          "4XX": { description: "Refused." },
        },
      },
      post: {
        operationId: "addLamp",
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Lamp" },
              examples: { oak: { value: { id: 1, name: "Oak" } }, brass: { value: { id: 2, name: "Brass" } } },
            },
          },
        },
        responses: {
          201: { $ref: "#/components/responses/Added" },
          default: { $ref: "#/components/responses/Failed" },
        },
      },
    },
    "/lamps/{id}": {
      parameters: [{ name: "id", in: "path", required: true, example: 7, schema: { type: "integer" } }],
      get: {
        operationId: "getLamp",
        responses: {
          200: {
            description: "Lamp.",
            content: { "application/json": { schema: { $ref: "#/components/schemas/Lamp" } } },
          },
        },
      },
      delete: { operationId: "deleteLamp", responses: { 204: { description: "Gone." } } },
    },
    "/lamps/count": {
      get: {
        operationId: "countLamps",
        responses: { 200: { description: "Count.", content: { "text/plain": { schema: { type: "string" } } } } },
      },
    },
    "/token": {
      servers: [{ url: "https://login.example.com" }],
      post: {
        operationId: "getToken",
        requestBody: {
          required: true,
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                required: ["grant", "ttl"],
                properties: { grant: { const: "code" }, ttl: { type: "integer" } },
                additionalProperties: false,
              },
            },
          },
        },
        responses: { 200: { description: "Token." } },
      },
    },
  },
  components: {
    parameters: { Limit: { name: "limit", in: "query", schema: { type: "integer", maximum: 10 } } },
    responses: {
      Added: {
        description: "Added.",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Lamp" } } },
      },
      Failed: {
        description: "Failed.",
        content: {
          "application/json": {
            schema: { type: "object", required: ["error"], properties: { error: { type: "string" } } },
          },
        },
      },
    },
    schemas: {
      Filter: { type: "object", properties: { price: { type: "number" } }, additionalProperties: false },
      Lamp: {
        type: "object",
        required: ["id", "name"],
        properties: {
          id: { type: "integer" },
          name: { type: "string" },
          made: { type: "string", format: "date-time" },
          shades: { type: "array", items: { $ref: "#/components/schemas/Lamp" } },
        },
        additionalProperties: false,
      },
    },
  },
} as unknown as OpenApiDocument;
