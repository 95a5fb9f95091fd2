export type { OpenApiDocument, Parameter, Schema } from "./document.ts";
export type { RequestExample } from "./examples.ts";
export type { Operation } from "./operation.ts";
export { createSpec, loadSpec, type Spec } from "./spec.ts";
export { type Difference, type PlatformId, validating } from "./validating.ts";
export type { Watch, WatchedServer, WatchOptions } from "./watch.ts";
