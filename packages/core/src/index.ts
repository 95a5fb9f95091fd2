export { ApiError, type ErrorText, isApiError } from "./api-error.ts";
export { createShopAuth } from "./app.ts";
export type { Connection } from "./connection.ts";
export type { SealedCookies } from "./cookie.ts";
export { createKeyedTransport, type KeyedTransport } from "./dispatch.ts";
export { type ErrorCode, isShopAuthError, type PlatformMessage, ShopAuthError, type Unsaved } from "./errors.ts";
export type { Events } from "./events.ts";
export type { Flow } from "./flow.ts";
export { type ShopLabel, shopLabel, shopUrl } from "./guards/label.ts";
export { callbackQuery } from "./guards/query.ts";
export { type JwtHint, jwtHint, lifetime, own, type Token, token } from "./guards/token.ts";
export {
  allowUncoordinated,
  allowVolatile,
  type CommonOptions,
  type DirectOptions,
  readOptions,
  readScopes,
} from "./options.ts";
export type { Awaitable, ExchangeInput, Issued, JsonValue, Platform, Refusal } from "./platform.ts";
export {
  browserBound,
  type Carried,
  isSigningSecret,
  type Proof,
  type Proven,
  type SignedQueryOptions,
  signedQuery,
  stateParam,
} from "./proof.ts";
export type { RecoveryReport } from "./recovery.ts";
export { redactUrl } from "./redact.ts";
export { createRoutes, type Routes, sandbox } from "./routes.ts";
export { type Answer, answerObject, platformMessage, type Send, type SendRequest } from "./send.ts";
export type { AdoptInput, BeginInput, CallbackResult, Internals, ShopAuth, Transport } from "./shop-auth.ts";
export type { Entry, SetOptions, Store } from "./store.ts";
export { fromKeyValue, type KeyValue, type Lock } from "./stores/key-value.ts";
export { memoryStore } from "./stores/memory.ts";
