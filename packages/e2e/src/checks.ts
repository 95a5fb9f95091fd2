/**
 * Takes each protection out of a copy of its package, one at a time, and runs the tests that should notice.
 * A test that passes without the protection proves nothing about it.
 */
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figures, type Harness } from "./figures.ts";

type Package = "core" | "shopmy" | "storehippo" | "shoprenter" | "shoporama";
/** Between parts that are taken out together: what protects twice is noticed only when both are gone. */
const AND = "\n-- and --\n";
/** Row of the threat register, package, file below it, what stands there, what is put in its place, test file, name of the test. */
type Check = readonly [
  threat: string,
  package_: Package,
  file: string,
  text: string,
  instead: string,
  tests: string,
  name: string,
];

const CHECKS: readonly Check[] = [
  [
    "T1 state is compared",
    "core",
    "src/proof.ts",
    "if (equalInConstantTime(flow.link, link)) found = flow;",
    "found = flow;",
    "flow",
    "refuses a callback",
  ],
  [
    "T1 no fallback without a cookie",
    "core",
    "src/proof.ts",
    `if (state === null) throw new ShopAuthError("state_mismatch", \`The callback has no \${name}\`);`,
    `if (state === null) return { flow: flows[0]! };`,
    "flow",
    "without state",
  ],
  [
    "T1 the flow's cookie is sealed",
    "core",
    "src/flow.ts",
    `flows.push(JSON.parse((await sealer.unseal("cookie", context, each)).text) as Flow);`,
    `flows.push(JSON.parse(atob(each)) as Flow);`,
    "flow",
    "callback",
  ],
  [
    "T2 owner at the callback",
    "core",
    "src/app.ts",
    "if (input.owner !== flow.owner)",
    "if (false)",
    "flow",
    "for another owner",
  ],
  [
    "T2 owner is required",
    "core",
    "src/app.ts",
    "if (input.owner === undefined)",
    "if (false)",
    "flow",
    "for no owner",
  ],
  [
    "T3 claim by compare-and-set",
    "core",
    "src/exchange.ts",
    "if (!(await journal.write(attempt.id, record, { ifVersion: found?.version ?? null }))) throw new Raced();",
    "void journal.write(attempt.id, record, { ifVersion: found?.version ?? null });",
    "flow",
    "twenty parallel copies",
  ],
  [
    "T3 bound to the code",
    "core",
    "src/exchange.ts",
    `if (same) return "done";`,
    `return "done";`,
    "flow",
    "refuses another code",
  ],
  [
    "T3 a finished flow exchanges nothing",
    "core",
    "src/exchange.ts",
    `if (same) return "done";`,
    `if (same) return "send";`,
    "flow",
    "twenty parallel copies",
  ],
  [
    "T4 state is random",
    "core",
    "src/flow.ts",
    "const nonce = randomText(32);",
    `const nonce = "fixed";`,
    "flow",
    "never repeats",
  ],
  [
    "T5 open flows are capped",
    "core",
    "src/app.ts",
    "pending.slice(MAX_PENDING - 1)",
    "pending.slice(100)",
    "flow",
    "at most four",
  ],
  [
    "T5 flows end",
    "core",
    "src/app.ts",
    "if (flow.expiresAt <= now())",
    "if (false)",
    "flow",
    "refuses an expired flow",
  ],
  [
    "T5 a flow's cookie is limited",
    "core",
    "src/flow.ts",
    "if (sealed.length > MAX_SEALED)",
    "if (false)",
    "flow",
    "meta that is too large",
  ],
  [
    "T6 begin is no cross-site GET",
    "core",
    "src/app.ts",
    `if (request.method !== "POST" && !sameOrigin)`,
    "if (false)",
    "flow",
    "only POST",
  ],
  [
    "T7 cookies of another registration",
    "core",
    "src/flow.ts",
    "const context = [scope.platform, scope.registration];",
    "const context: string[] = [];",
    "flow",
    "another registration",
  ],
  [
    "T7 several flows of one browser",
    "core",
    "src/proof.ts",
    "if (!others.every(same)) {",
    "if (false) {",
    "flow",
    "two tabs mean different",
  ],
  [
    "T7 a link that comes back is compared",
    "core",
    "src/proof.ts",
    "if (link !== null) return { flow: linked(flows, link) };",
    "",
    "flow",
    "compares it when it comes back",
  ],
  [
    "T8 an account has one owner",
    "core",
    "src/connections.ts",
    "assertOwner(before, owner, platform.id, issued.account);",
    "",
    "flow",
    "lists by owner",
  ],
  [
    "T8 begin knows the owner",
    "core",
    "src/app.ts",
    "assertOwner((await connections.read(account))?.held, owner, platform.id, account);",
    "",
    "flow",
    "takes an account from nobody",
  ],
  [
    "T9 a token is tried",
    "shoporama",
    "src/platform.ts",
    "await confirm(accessToken, details.shop_url, send);",
    "",
    "platform",
    "",
  ],
  [
    "T10 the shop is the one the key opens",
    "shoporama",
    "src/platform.ts",
    "if (shop === undefined || host(new URL(page).hostname) !== host(shop)) {",
    "if (false) {",
    "platform",
    "",
  ],
  [
    "T11 returnTo stays on the origin",
    "core",
    "src/guards/return-path.ts",
    `(?![/\\\\])${AND}if (URL.canParse(value, origin) && new URL(value, origin).origin === new URL(origin).origin)`,
    AND,
    "flow",
    "refuses returnTo",
  ],
  [
    "T11 returnTo characters",
    "core",
    "src/guards/return-path.ts",
    "[\\x21-\\x5b\\x5d-\\x7e]*$/",
    "[^]*$/",
    "flow",
    "refuses returnTo",
  ],
  [
    "T12 the landing page is ours",
    "shoprenter",
    "src/index.ts",
    "if (appId !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(appId))",
    "if (false)",
    "platform",
    "",
  ],
  [
    "T13 no referrer",
    "core",
    "src/app.ts",
    `"referrer-policy": "no-referrer"`,
    `"x-none": "1"`,
    "flow",
    "sends the browser on without the query",
  ],
  [
    "T13 URLs are made safe to log",
    "core",
    "src/redact.ts",
    `if (SECRET.test(name))`,
    "if (false)",
    "security",
    "redact",
  ],
  ["T14 parameters once", "core", "src/guards/query.ts", "if (seen.has(name))", "if (false)", "flow", "twice"],
  [
    "T15 a query that was parsed already",
    "core",
    "src/guards/query.ts",
    `if (typeof source !== "string" && Object.prototype.toString.call(source) !== "[object URLSearchParams]") {`,
    "if (false) {",
    "guards",
    "framework has parsed",
  ],
  [
    "T16 length of the query",
    "core",
    "src/guards/query.ts",
    "if (text.length > MAX_URL)",
    "if (false)",
    "flow|security",
    "of 9 KB|long",
  ],
  [
    "T16 length of names and values",
    "core",
    "src/guards/query.ts",
    "if (name.length > MAX_NAME || value.length > MAX_VALUE) {",
    "if (false) {",
    "flow|security",
    "of 9 KB|long",
  ],
  [
    "T17 control characters",
    "core",
    "src/guards/query.ts",
    "if (/[\\x00-\\x1f\\x7f]/.test(name + value)) {",
    "if (false) {",
    "flow",
    "control character",
  ],
  [
    "T18 HEAD and prefetch",
    "core",
    "src/app.ts",
    `if (request.method !== "GET" || prefetch)`,
    "if (false)",
    "flow",
    "by HEAD|by prefetch",
  ],
  ["T18 prefetch", "core", "src/app.ts", 'GET" || prefetch)', 'GET")', "flow", "by prefetch"],
  [
    "T20 nothing is rendered",
    "core",
    "src/errors.ts",
    `"content-type": "text/plain; charset=utf-8"`,
    `"content-type": "text/html; charset=utf-8"`,
    "flow",
    "plain page",
  ],
  [
    "T20 untrusted text is printable",
    "core",
    "src/send.ts",
    `!/^[\\x20-\\x7e\\u00a0-\\u024f]{1,300}$/.test(value)`,
    "false",
    "security",
    "words",
  ],
  ["T21 __Host-", "core", "src/app.ts", `secure ? "__Host-" : ""`, `""`, "flow", "hardened cookie"],
  ["T21 HttpOnly", "core", "src/cookie.ts", "HttpOnly; ", "", "flow", "hardened cookie"],
  ["T21 SameSite", "core", "src/cookie.ts", `"SameSite=Lax"`, `"SameSite=None"`, "flow", "hardened cookie"],
  ["T21 Secure", "core", "src/cookie.ts", `secure ? "; Secure" : ""`, `""`, "flow", "hardened cookie"],
  [
    "T22 one cookie for each flow",
    "core",
    "src/app.ts",
    "setCookie(cookieStart + flow.id,",
    `setCookie(cookieStart + "flow",`,
    "flow",
    "several tabs finish",
  ],
  [
    "T23 in a frame by option alone",
    "core",
    "src/cookie.ts",
    "const site = secure && embedded ?",
    "const site = secure ?",
    "flow",
    "hardened cookie",
  ],
  [
    "T23 in a frame only over https",
    "core",
    "src/cookie.ts",
    "const site = secure && embedded ?",
    "const site = embedded ?",
    "cookie",
    "in a frame",
  ],
  [
    "T23 apart for each admin",
    "core",
    "src/cookie.ts",
    "SameSite=None; Partitioned",
    "SameSite=None",
    "cookie",
    "in a frame",
  ],
  [
    "T23 an entry is sealed to its name",
    "core",
    "src/cookie.ts",
    `sealer.unseal("cookie", [...context, name], sealed)` + AND + `sealer.seal("cookie", [...context, name], content)`,
    `sealer.unseal("cookie", context, sealed)` + AND + `sealer.seal("cookie", context, content)`,
    "cookie",
    "another name",
  ],
  [
    "T23 an entry ends",
    "core",
    "src/cookie.ts",
    "expiresAt > now() ? content : undefined",
    "content",
    "cookie",
    "older than its age",
  ],
  [
    "T36 the entry of that shop",
    "shoprenter",
    "src/entry.ts",
    "if ((await cookies.get(request, nameOf(shop))) === shop) return shop;",
    "return shop;",
    "platform",
    "for that shop alone",
  ],
  [
    "T24 nothing is cached",
    "core",
    "src/app.ts",
    `"cache-control": "no-store"`,
    `"x-none": "1"`,
    "flow",
    "nothing to cache|without the query",
  ],
  [
    "T25 redirect URI by https",
    "core",
    "src/options.ts",
    `!(url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)))`,
    "false",
    "flow",
    "bad options",
  ],
  [
    "T25 loopback is a whole name",
    "core",
    "src/routes.ts",
    "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])$/",
    "(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1\\])/",
    "flow|fetch",
    "bad options|plain configuration",
  ],
  [
    "T26 a junk code ends nothing",
    "core",
    "src/exchange.ts",
    `platform.replay === "safe" || error.code === "exchange_failed"`,
    "false",
    "exchange",
    "junk code",
  ],
  [
    "T26 five tries",
    "core",
    "src/exchange.ts",
    "if (record.retriable && record.tries < MAX_TRIES)",
    "if (record.retriable)",
    "exchange",
    "five refusals",
  ],
  [
    "T30 state in constant time",
    "core",
    "src/proof.ts",
    "if (equalInConstantTime(flow.link, link)) found = flow;",
    "if (flow.link === link) found = flow;",
    "security",
    "constant time",
  ],
  [
    "T30 signature in constant time",
    "core",
    "src/proof.ts",
    "fits = equalInConstantTime(hex, expected) || fits;",
    "fits = hex === expected || fits;",
    "security",
    "constant time",
  ],
  [
    "T30 the comparison reads everything",
    "core",
    "src/base64url.ts",
    "let difference = a.length ^ b.length;",
    "let difference = a.length ^ b.length; if (a[0] !== b[0]) return false;",
    "security",
    "constant time",
  ],
  [
    "T31 both orders",
    "core",
    "src/proof.ts",
    "for (const message of messages) {",
    "for (const message of messages.slice(0, 1)) {",
    "flow",
    "accepts both orders",
  ],
  [
    "T31 both orders, always",
    "core",
    "src/proof.ts",
    "|| fits;",
    "|| fits; if (fits) break;",
    "security",
    "constant time",
  ],
  [
    "T31 signed values' grammar",
    "core",
    "src/proof.ts",
    "value === null || !grammar.test(value)",
    "value === null",
    "flow",
    "accepts both orders",
  ],
  [
    "T30 what is no signature is compared too",
    "core",
    "src/proof.ts",
    'const expected = wellFormed ? given : "0".repeat(64);',
    "if (!wellFormed) throw mismatch(); const expected = given;",
    "security",
    "constant time",
  ],
  [
    "T31 the signature fits",
    "core",
    "src/proof.ts",
    "if (!fits || !wellFormed) throw mismatch();",
    "",
    "flow",
    "accepts both orders",
  ],
  [
    "T32 signed apart from unsigned",
    "shoprenter",
    "src/install.ts",
    "if (!Object.hasOwn(signed, name) && ",
    "if (",
    "platform",
    "that are signed",
  ],
  [
    "T33 age",
    "core",
    "src/proof.ts",
    "if (age > maxAge || age < -FUTURE)",
    "if (false)",
    "flow",
    "accepts both orders",
  ],
  [
    "T33 whole seconds",
    "core",
    "src/proof.ts",
    "if (!/^\\d{1,12}$/.test(time)) throw mismatch();",
    "",
    "flow",
    "accepts both orders",
  ],
  [
    "T33 replay memory",
    "core",
    "src/proof.ts",
    "return { signed, id: given,",
    "return { signed, id: String(Math.random()),",
    "flow",
    "repetition without another exchange",
  ],
  [
    "T34 uninstall is proven",
    "shoprenter",
    "src/install.ts",
    `const removed = (await probe(shop)) === "refused";`,
    "const removed = true;",
    "platform",
    "uninstall|not believed",
  ],
  [
    "T35 weak secrets",
    "core",
    "src/proof.ts",
    "|| secrets.some((secret) => secret.length < 16)",
    "",
    "flow",
    "weak secret",
  ],
  [
    "T36 an install is unclaimed",
    "core",
    "src/exchange.ts",
    `mine.owner === undefined ? "unclaimed" : "active"`,
    `"active"`,
    "flow",
    "before a claim",
  ],
  [
    "T36 claimed once",
    "core",
    "src/app.ts",
    "assertOwner(held, owner, platform.id, name);",
    "",
    "flow",
    "before a claim",
  ],
  [
    "T37 unclaimed is not usable",
    "core",
    "src/fetch.ts",
    `if (held.status === "unclaimed")`,
    "if (false)",
    "flow",
    "before a claim",
  ],
  [
    "T37 only the owner's",
    "core",
    "src/fetch.ts",
    "if (owner !== undefined && held.owner !== owner)",
    "if (false)",
    "flow",
    "before a claim",
  ],
  ["T37 only what is connected", "core", "src/fetch.ts", "if (direct && (", "if ((", "security", "never connected"],
  [
    "T37 a token of another shop",
    "shoprenter",
    "src/platform.ts",
    "if (hint?.realm !== undefined && hint.realm.toLowerCase() !== shop) {",
    "if (false) {",
    "platform",
    "name another shop|another shop",
  ],
  ["T40 one label", "core", "src/guards/label.ts", "if (LABEL.test(label) && ", "if (", "flow", "hostile shop name"],
  ["T40 no punycode", "core", "src/guards/label.ts", `!label.startsWith("xn--") && `, "", "flow", "hostile shop name"],
  [
    "T40 no host of the platform",
    "core",
    "src/guards/label.ts",
    "!RESERVED.has(label)",
    "true",
    "flow",
    "hostile shop name",
  ],
  [
    "T41 the API's host is pinned",
    "shoporama",
    "src/platform.ts",
    `if (endpoint !== null && endpoint.replace(/\\/$/, "") !== REST) {`,
    "if (false) {",
    "platform",
    "",
  ],
  [
    "T42 a label in every path",
    "shoprenter",
    "src/platform.ts",
    `const shop = shopLabel(name);${AND}account: shopLabel,${AND}shopUrl(shopLabel(shop), ".api2.myshoprenter.hu", "/api").href`,
    `const shop = name as ReturnType<typeof shopLabel>;${AND}account: (name) => name,${AND}\`https://\${shop}.api2.myshoprenter.hu/api\``,
    "platform",
    "",
  ],
  [
    "T43 the API's origin",
    "core",
    "src/guards/api-url.ts",
    "url.origin === parsedBase.origin && ",
    "",
    "fetch|guards",
    "is never|leaves the API",
  ],
  [
    "T43 the API's path",
    "core",
    "src/guards/api-url.ts",
    "(`${url.pathname}/` === prefix || url.pathname.startsWith(prefix))",
    "true",
    "fetch",
    "is never",
  ],
  [
    "T44 API calls follow no redirect",
    "core",
    "src/dispatch.ts",
    `redirect: "manual"`,
    `redirect: "follow"`,
    "fetch",
    "is refused, and nothing reaches",
  ],
  [
    "T44 token requests follow no redirect",
    "core",
    "src/send.ts",
    `redirect: "manual"`,
    `redirect: "follow"`,
    "security",
    "token request",
  ],
  ["T44 a redirect is no answer", "core", "src/send.ts", "assertNoRedirect(response);", "", "exchange", "a redirect"],
  [
    "T45 sandbox on this machine only",
    "core",
    "src/routes.ts",
    "|| !isLoopback(url.hostname)",
    "",
    "fetch",
    "plain configuration",
  ],
  [
    "T46 token grammar",
    "core",
    "src/guards/token.ts",
    "/^[\\x21-\\x7e]+$/.test(value)",
    "true",
    "exchange",
    "line break",
  ],
  [
    "T46 adopted credentials too",
    "core",
    "src/app.ts",
    "if (credential !== undefined) assertSignable(credential);",
    "",
    "flow",
    "lists by owner",
  ],
  [
    "T47 size of a token answer",
    "core",
    "src/send.ts",
    "if (bytes > limit) {",
    "if (false) {",
    "exchange",
    "above 64 KB",
  ],
  [
    "T47 size of an API answer",
    "core",
    "src/response.ts",
    "if (this.#count <= this.#limits.bytes) return part;",
    "return part;",
    "fetch|response",
    "decompression bomb|beyond the limit",
  ],
  [
    "T47 single bytes",
    "core",
    "src/response.ts",
    "Math.max(part.length, LEAST)",
    "part.length",
    "response",
    "single bytes",
  ],
  ["T47 deflate", "core", "src/response.ts", "/deflate/i.test(", "/never/.test(", "fetch", "deflated"],
  [
    "T47 nothing encoded is asked for",
    "core",
    "src/send.ts",
    `"accept-encoding": "identity",`,
    "",
    "fetch",
    "deflated",
  ],
  [
    "T47 deadline of a token request",
    "core",
    "src/send.ts",
    "timedOut = true;\n      controller.abort();",
    "",
    "renewal",
    "its lease outlives it",
  ],
  [
    "T47 deadline of an API call",
    "core",
    "src/deadline.ts",
    "this.#controller.abort(reason);",
    "",
    "response",
    "a deadline",
  ],
  [
    "T48 content type",
    "core",
    "src/send.ts",
    "/^application\\/(?:[\\w.+-]+\\+)?json\\b/i.test(answer.contentType)",
    "true",
    "security",
    "content type",
  ],
  [
    "T48 success must be said",
    "shopmy",
    "src/platform.ts",
    `if (own(answer, "success") !== true)`,
    "if (false)",
    "platform",
    "",
  ],
  [
    "T48 the parser's words are not passed on",
    "core",
    "src/send.ts",
    "return undefined; // The parser's own message quotes the text.",
    'throw new ShopAuthError("token_response_invalid", text);',
    "security",
    "cannot be read",
  ],
  [
    "T49 own fields only",
    "core",
    "src/guards/token.ts",
    "Object.hasOwn(value, field)",
    "field in value",
    "guards|security",
    "token|inherited",
  ],
  [
    "T49 unknown options",
    "core",
    "src/options.ts",
    "throw fail(`Unknown option ${name.slice(0, 64)}`);",
    "continue;",
    "flow|fetch",
    "bad options|plain configuration",
  ],
  [
    "T50 a token may shorten its life",
    "shoprenter",
    "src/platform.ts",
    "Math.min(given, lifetime(life))",
    "given",
    "platform",
    "end when they say so",
  ],
  [
    "T51 lifetimes",
    "core",
    "src/guards/token.ts",
    "Number.isInteger(value) && value >= 1 && value <= MAX_LIFETIME",
    "true",
    "guards",
    "whole number of seconds",
  ],
  [
    "T52 a token is text",
    "core",
    "src/guards/token.ts",
    `typeof value === "string" && value.length <= 4096 &&`,
    "",
    "exchange",
    "a number as token",
  ],
  [
    "T52 the raw answer is kept",
    "core",
    "src/exchange.ts",
    `await note(attempt.id, holder, { state: "answered", answer })`,
    "await note(attempt.id, holder, {})",
    "exchange",
    "after the answer was written",
  ],
  [
    "T53 registrations apart",
    "core",
    "src/vault.ts",
    "const prefix = `${kind}/${scope.platform}/${encodeURIComponent(scope.registration)}/`;",
    "const prefix = `${kind}/${scope.platform}/`;",
    "security",
    "registration",
  ],
  [
    "T53 flights by account",
    "core",
    "src/renewal.ts",
    "let flight = flights.get(account);",
    `let flight = flights.values().next().value;`,
    "security",
    "two accounts",
  ],
  [
    "T54 the token host comes from the flow",
    "storehippo",
    "src/platform.ts",
    "const store = shopLabel(target?.store);",
    `const store = shopLabel(query.get("store") ?? query.get("shop") ?? target?.store);`,
    "platform",
    "",
  ],
  [
    "T60 records are sealed",
    "core",
    "src/vault.ts",
    "await sealer.seal(kind, context(id), JSON.stringify(value))",
    "JSON.stringify(value)",
    "flow",
    "stores a sealed connection",
  ],
  [
    "T61 rows cannot be swapped",
    "core",
    "src/vault.ts",
    "[scope.platform, scope.registration, id]",
    "[scope.platform, scope.registration]",
    "exchange",
    "swapped between accounts",
  ],
  [
    "T62 a key for each purpose",
    "core",
    "src/seal.ts",
    "deriveKey(parameters(purpose),",
    `deriveKey(parameters("all"),`,
    "security",
    "written down",
  ],
  [
    "T62 purposes are bound",
    "core",
    "src/seal.ts",
    "[VERSION, purpose, ...context]",
    "[VERSION, ...context]",
    "security",
    "written down",
  ],
  [
    "T63 all secrets open",
    "core",
    "src/seal.ts",
    "all.findIndex((key) => key.id === id)",
    "all.slice(0, 1).findIndex((key) => key.id === id)",
    "seal",
    "opens with all",
  ],
  [
    "T64 unreadable is not absent",
    "core",
    "src/vault.ts",
    "return entry && open(id, entry);\n    },\n    async readIfChanged",
    "return entry && open(id, entry).catch(() => undefined);\n    },\n    async readIfChanged",
    "exchange",
    "never absent",
  ],
  [
    "T65 what could not be saved is private",
    "core",
    "src/errors.ts",
    "this.#issued = issued;",
    "this.#issued = issued; Object.assign(this, { issued });",
    "exchange",
    "without showing it",
  ],
  [
    "T65 words that repeat a secret",
    "core",
    "src/send.ts",
    "if (repeats(value, secrets)) return undefined;",
    "",
    "security",
    "repeat a secret",
  ],
  [
    "T65 words with a token in them",
    "core",
    "src/send.ts",
    `? "[withheld]" : run`,
    "? run : run",
    "exchange",
    "looks like a token",
  ],
  [
    "T65 no causes of the runtime",
    "core",
    "src/response.ts",
    "if (signal?.aborted || isShopAuthError(error)) return error;",
    "return error;",
    "fetch",
    "runtime's details",
  ],
  ["T66 file modes", "core", "src/stores/file.ts", "0o600,", "0o644,", "stores", "0700"],
  ["T66 folder modes", "core", "src/stores/file.ts", "mode: 0o700", "mode: 0o755", "stores", "0700"],
  [
    "T66 names are hashes",
    "core",
    "src/stores/file.ts",
    `createHash("sha256").update(key).digest("hex")`,
    "encodeURIComponent(key)",
    "stores",
    "0700",
  ],
  [
    "T67 version of a record",
    "core",
    "src/seal.ts",
    "if (version === VERSION && id",
    "if (id",
    "seal",
    "refuses another purpose",
  ],
  [
    "T67 older never replaces newer",
    "core",
    "src/renewal.ts",
    "generation === before.generation && held.serial === before.held.serial ? renewed(held) : undefined",
    "renewed(held)",
    "renewal",
    "",
  ],
  [
    "T68 options are checked",
    "core",
    "src/options.ts",
    "if (!direct) checkCommon(copy, fail);",
    "",
    "flow",
    "bad options",
  ],
  [
    "T68 a volatile store is refused",
    "core",
    "src/app.ts",
    `if (platform.replay !== "safe" && volatile && common[allowVolatile] !== true) {`,
    "if (false) {",
    "flow",
    "volatile store",
  ],
  [
    "T69 no runtime dependencies",
    "core",
    "package.json",
    `"devDependencies"`,
    `"dependencies"`,
    "boundaries",
    "imports nothing",
  ],
];

const packages = join(import.meta.dirname, "../..");
const config = join(packages, "../vitest.config.ts");

/** Runs the named tests of a copy; how many ran and failed. */
function test(folder: string, tests: string, name: string): Promise<{ ran: number; failed: number; output: string }> {
  const vitest = join(folder, "node_modules/vitest/vitest.mjs");
  const files = tests.split("|");
  const options = [
    "run",
    "--config",
    config,
    "--root",
    ".",
    "--typecheck.enabled=false",
    "--reporter=json",
    "--outputFile=result.json",
    "--maxWorkers=1",
    "--bail=1",
  ];
  const child = spawn(
    process.execPath,
    [vitest, ...options, ...(name ? ["-t", name] : []), ...files.map((file) => `test/${file}.test.ts`)],
    {
      cwd: folder,
      env: { ...process.env, SHOPAUTH_CASES: "20000", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", async () => {
      const result = JSON.parse(await readFile(join(folder, "result.json"), "utf8").catch(() => "{}")) as Record<
        string,
        number | undefined
      >;
      const failed = result.numFailedTests ?? 0;
      resolve({ ran: (result.numPassedTests ?? 0) + failed, failed, output });
    });
  });
}

/** A copy of a package's sources and tests, in a folder of its own. */
async function copy(name: Package): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `shopauth-checks-${name}-`));
  for (const part of ["src", "test", "package.json", "README.md"]) {
    await cp(join(packages, name, part), join(folder, part), { recursive: true });
  }
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ extends: join(packages, "../tsconfig.base.json") }));
  await symlink(join(packages, name, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** @param only takes the checks whose names it fits */
export async function run(log: (line: string) => void, only = /./): ReturnType<Harness> {
  const report = figures();
  const wanted = CHECKS.filter(([threat]) => only.test(threat));
  const whole = new Map<string, Promise<{ ran: number; failed: number }>>();
  /** The same tests with nothing taken out must pass, or their failing says nothing. */
  const untouched = (name: Package, tests: string, test_: string) => {
    const key = `${name} ${tests} ${test_}`;
    if (!whole.has(key))
      whole.set(
        key,
        (async () => {
          const folder = await copy(name);
          try {
            return await test(folder, tests, test_);
          } finally {
            await rm(folder, { recursive: true, force: true });
          }
        })(),
      );
    return whole.get(key)!;
  };
  let detected = 0;
  const rest = wanted.values();
  const lane = async () => {
    for (const [threat, name, file, text, instead, tests, title] of rest) {
      const source = await readFile(join(packages, name, file), "utf8");
      const parts = text.split(AND);
      if (!parts.every((part) => source.includes(part))) {
        report.broken.push(`${threat}: ${name}/${file} has no longer the text that this check takes out`);
        continue;
      }
      const replaced = instead.split(AND);
      const spoilt = parts.reduce((all, part, at) => all.split(part).join(replaced[at]), source);
      const before = await untouched(name, tests, title);
      if (before.ran === 0 || before.failed > 0) {
        report.broken.push(
          `${threat}: without a change ${before.failed} of ${before.ran} tests of ${name}/${tests} fail`,
        );
        continue;
      }
      const folder = await copy(name);
      try {
        await writeFile(join(folder, file), spoilt);
        const { failed, output } = await test(folder, tests, title);
        if (failed > 0) detected++;
        else
          report.broken.push(
            `${threat}: taken out of ${name}/${file}, and no test of ${tests} notices${
              /Error/.test(output)
                ? ` (${output
                    .split("\n")
                    .find((line) => /Error/.test(line))
                    ?.slice(0, 200)})`
                : ""
            }`,
          );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }
  };
  log(`${wanted.length} checks`);
  await Promise.all([lane(), lane()]);
  report.note("rows of the register", new Set(wanted.map(([threat]) => threat.split(" ")[0])).size);
  report.note("checks", wanted.length);
  report.exactly("detected", detected, wanted.length);
  log(`${detected} of ${wanted.length} detected`);
  return report;
}

export const checks: Harness = ({ log }) => run(log);
