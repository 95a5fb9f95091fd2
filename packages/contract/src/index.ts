export type { OpenApiDocument, Parameter, Schema } from "./document.ts";
export type { RequestExample } from "./examples.ts";
export type { Operation } from "./operation.ts";
export type { PlatformId } from "./platforms.ts";
export { createSpec, loadSpec, type Spec } from "./spec.ts";
export { type Difference, validating } from "./validating.ts";
export type { Watch, WatchedServer, WatchOptions } from "./watch.ts";
