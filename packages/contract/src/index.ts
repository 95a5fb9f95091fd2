export type { OpenApiDocument, Parameter, Schema } from "./document.ts";
export type { RequestExample } from "./examples.ts";
export type { Operation } from "./operation.ts";
export { createSpec, loadSpec, type Spec } from "./spec.ts";
export type { Watch, WatchOptions } from "./watch.ts";
