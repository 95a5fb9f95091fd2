import { readdirSync, readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";

/** One request, as the hostile server has read it. */
export interface Peer {
  readonly socket: Socket;
  /** Body of the answer that would be right. */
  readonly good: string;
  /** The request's head and body; empty for a case that does not wait for it. */
  readonly request: string;
  /** Ports of the servers that must never be reached. */
  readonly foreign: { readonly http: number; readonly tls: number };
  /** Which of the case's variants is played. */
  readonly variant: number;
  /** How many requests came before this one. */
  readonly index: number;
}

/**
 * How a call may end: `issued` and `response` are success, `no token` is an error where the answer brings the token,
 * anything else is the code of a typed error.
 */
export type Ending = "issued" | "response" | "no token" | "error" | "any" | (string & {});

/** One way of misbehaving. */
export interface Case {
  readonly name: string;
  /** Plays the misbehaviour once the request was read. */
  play(peer: Peer): void;
  /** How many variants there are, given the length of the right answer on the wire; default one. */
  variants?(length: number): number;
  /** What must come of it at the token endpoint; default `error`. */
  readonly token?: Ending;
  /** What must come of it at the API; default `any`. */
  readonly api?: Ending;
  /** Takes the whole deadline. */
  readonly slow?: true;
  /** Tries to fill the memory. */
  readonly heavy?: true;
  /** Fills it before the library sees anything: `fetch` inflates `deflate` as soon as it arrives, without a limit. */
  readonly runtime?: true;
  /** Misbehaves before the request was read. */
  readonly early?: true;
}

type Headers = Record<string, string>;
const JSON_TYPE: Headers = { "content-type": "application/json" };

/** An HTTP/1.1 answer in bytes. */
export function wire(status: number, headers: Headers, body: string | Uint8Array = ""): Buffer {
  const bytes = Buffer.from(body as string);
  const all = {
    ...headers,
    ...(headers["content-length"] === undefined && { "content-length": String(bytes.length) }),
    connection: "close",
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Reason\r\n${head.join("")}\r\n`, "latin1"), bytes]);
}
const chunk = (bytes: string | Uint8Array) => {
  const buffer = Buffer.from(bytes as string);
  return Buffer.concat([Buffer.from(`${buffer.length.toString(16)}\r\n`), buffer, Buffer.from("\r\n")]);
};
const CHUNKED =
  "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n";

const raw = (make: (peer: Peer) => string | Uint8Array) => (peer: Peer) => void peer.socket.end(make(peer));
const body = (make: (good: string) => string | Uint8Array, headers: Headers = JSON_TYPE, status = 200) =>
  raw(({ good }) => wire(status, headers, make(good)));
const reset = (socket: Socket) => void socket.resetAndDestroy();
/** Writes and then cuts the connection, after what was written has left. */
const writeAndReset = (socket: Socket, bytes: Uint8Array) =>
  void (bytes.length === 0 ? reset(socket) : socket.write(bytes, () => setTimeout(reset, 5, socket)));
/** Repeats until the other side is gone. */
function forever(socket: Socket, ms: number, next: () => string | Uint8Array) {
  const timer = setInterval(
    () => (socket.writable && !socket.destroyed ? socket.write(next()) : clearInterval(timer)),
    ms,
  );
  socket.on("close", () => clearInterval(timer));
}
/** Writes without end, as fast as the other side reads. */
function flood(socket: Socket, piece: Uint8Array, pieces: number) {
  let left = pieces;
  const more = () => {
    while (left-- > 0 && !socket.destroyed) if (!socket.write(piece)) return void socket.once("drain", more);
    socket.end();
  };
  more();
}
/** The right answer with one field changed. */
const changed = (good: string, change: (fields: Record<string, unknown>) => void) => {
  const fields = JSON.parse(good) as Record<string, unknown>;
  change(fields);
  return JSON.stringify(fields);
};
const TOKEN_FIELDS = ["access_token", "accessToken"];
const withToken = (value: unknown) => (good: string) =>
  changed(good, (fields) => {
    for (const name of TOKEN_FIELDS) if (name in fields) fields[name] = value;
  });
const withLifetime = (literal: string) => (good: string) =>
  good.includes('"expires_in"')
    ? good.replace(/"expires_in":\s*[^,}]+/, `"expires_in":${literal}`)
    : good.replace(/}$/, `,"expires_in":${literal}}`);

const zeros = Buffer.alloc(64 * 1024 * 1024, 0x20);
const lazy = <T>(make: () => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
/** 64 MB of spaces before and after the right answer. */
const gzipBomb = lazy(() => gzipSync(zeros));
const brotliBomb = lazy(() =>
  brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 } }),
);
const deflateBomb = lazy(() => deflateSync(zeros));
const rawDeflateBomb = lazy(() => deflateRawSync(zeros));
const stacked = lazy(() => gzipSync(gzipSync(gzipSync(zeros))));

const redirects: Case[] = [301, 302, 303, 307, 308].flatMap((status) =>
  (
    [
      ["to another path of the same origin", () => "/elsewhere"],
      ["to another origin over http", ({ foreign }) => `http://127.0.0.1:${foreign.http}/steal`],
      ["to another origin over https", ({ foreign }) => `https://127.0.0.1:${foreign.tls}/steal`],
      ["to another origin without a scheme", ({ foreign }) => `//127.0.0.1:${foreign.http}/steal`],
    ] as [string, (peer: Peer) => string][]
  ).map(([where, location]) => ({
    name: `${status} ${where}`,
    play: raw((peer) => wire(status, { ...JSON_TYPE, location: location(peer) }, peer.good)),
    token: "redirect_refused",
    api: "redirect_refused",
  })),
);

const RETRY_AFTER = [
  "0",
  "00",
  "-1",
  "-0",
  "+1",
  "1.5",
  "1e3",
  "0x10",
  "1, 2",
  "",
  " ",
  "soon",
  "NaN",
  "Infinity",
  "999999999",
  "9999999999",
  "99999999999999999999",
  "301",
  "86400",
  "31536000",
  "0 ",
  "٣",
  "Thu, 01 Jan 1970 00:00:00 GMT",
  "Fri, 31 Dec 9999 23:59:59 GMT",
  "Fri, 31 Dec 99999 23:59:59 GMT",
  "Wed, 99 Foo 2020 99:99:99 GMT",
  "2030-01-01",
  "2030-01-01T00:00:00Z",
  "Sunday, 06-Nov-94 08:49:37 GMT",
  "Sun Nov  6 08:49:37 1994",
  "1;q=1",
  "\u0001",
];

const LIFETIMES: [string, Ending][] = [
  "-1",
  "0",
  "1e400",
  "1e9",
  '"3600"',
  '"3600s"',
  "true",
  "null",
  "[]",
  "{}",
  "0.5",
  "99999999999999999999",
].map((literal) => [literal, "issued"]);

const TOKENS: [string, unknown][] = [
  ["with CR and LF", "abc\r\nx-evil: 1"],
  ["with a space", "abc def"],
  ["with a leading space", " abcdef"],
  ["with a tab", "abc\tdef"],
  ["with a NUL", "abc\u0000def"],
  ["beyond ASCII", "töken"],
  ["with an emoji", "token🔑"],
  ["full-width", "ｔｏｋｅｎ"],
  ["with a lone surrogate", "abc\ud800"],
  ["of 4,097 characters", "a".repeat(4_097)],
  ["of 50,000 characters", "a".repeat(50_000)],
  ["empty", ""],
  ["a number", 12_345_678],
  ["true", true],
  ["null", null],
  ["an array", ["abc"]],
  ["an object", { toString: "abc" }],
];

const REFUSALS: [number, string, Headers, string][] = [
  [400, "invalid_grant", {}, '{"error":"invalid_grant","error_description":"no"}'],
  [401, "without a body", {}, ""],
  [
    401,
    "with a challenge",
    { "www-authenticate": 'Bearer realm="x", error="invalid_token"' },
    '{"error":"invalid_token"}',
  ],
  [401, "with a Basic challenge", { "www-authenticate": "Basic" }, "{}"],
  [401, "with a broken challenge", { "www-authenticate": '"\\,=,,Bearer' }, "{}"],
  [401, "in HTML", { "content-type": "text/html" }, "<html>login</html>"],
  [401, "that is an array", {}, "[]"],
  [401, "about scopes", {}, '{"error":"Missing required scopes"}'],
  [403, "without a body", {}, ""],
  [403, "in HTML", { "content-type": "text/html" }, "<html>blocked</html>"],
  [403, "with an error", {}, '{"error":"insufficient_scope"}'],
  [407, "from a proxy", { "proxy-authenticate": "Basic" }, "{}"],
  [402, "", {}, "{}"],
  [404, "", {}, "<html>"],
  [405, "", {}, ""],
  [408, "", {}, "{}"],
  [410, "", {}, "{}"],
  [415, "", {}, "{}"],
  [418, "", {}, "{}"],
  [421, "", {}, "{}"],
  [422, "", {}, "{}"],
  [451, "", {}, "{}"],
  [500, "", {}, "{}"],
  [501, "", {}, ""],
  [502, "in HTML", { "content-type": "text/html" }, "<html>bad gateway</html>"],
  [503, "", { "retry-after": "0" }, "{}"],
  [504, "", {}, "{}"],
  [599, "", {}, "{}"],
];

const bytes = (...values: number[]) => Uint8Array.from(values);
const before = (prefix: Uint8Array) => (good: string) => Buffer.concat([prefix, Buffer.from(good)]);

/** JSONTestSuite, public data outside of this repository: as the whole answer, and as one field of the right answer. */
function vectorCases(): Case[] {
  const folder = process.env.SHOPAUTH_VECTORS && join(process.env.SHOPAUTH_VECTORS, "json-test-suite/test_parsing");
  if (!folder) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((file): Case[] => {
      const content = lazy(() => readFileSync(join(folder, file)));
      const token = ({ n: "token_response_invalid", y: "issued", i: "any" } as const)[file[0]!]!;
      return [
        { name: `JSONTestSuite ${file}`, play: body(() => content()), token: "any" },
        {
          name: `JSONTestSuite ${file} in a field`,
          play: body((good) =>
            Buffer.concat([Buffer.from(`${good.slice(0, -1)},"field":`), content(), Buffer.from("}")]),
          ),
          // A body of more than 64 KB is refused before it is read.
          token: content().length > 60_000 ? "any" : token,
        },
      ];
    });
}

/** Every way of misbehaving. */
export const CASES: readonly Case[] = [
  ...redirects,
  {
    name: "300 with a location",
    play: raw(({ foreign }) => wire(300, { location: `http://127.0.0.1:${foreign.http}/` })),
    token: "redirect_refused",
    api: "redirect_refused",
  },
  {
    name: "302 without a location",
    play: raw(() => wire(302, {})),
    token: "redirect_refused",
    api: "redirect_refused",
  },
  { name: "302 to nonsense", play: raw(() => wire(302, { location: "http://[:::" })), token: "error", api: "error" },
  {
    name: "302 to data:",
    play: raw(({ good }) => wire(302, { location: `data:application/json,${encodeURIComponent(good)}` })),
    token: "error",
    api: "error",
  },
  {
    name: "302 to file:",
    play: raw(() => wire(302, { location: "file:///etc/passwd" })),
    token: "error",
    api: "error",
  },
  {
    name: "302 with two locations",
    play: raw(
      ({ foreign }) =>
        `HTTP/1.1 302 Found\r\nlocation: /a\r\nlocation: http://127.0.0.1:${foreign.http}/\r\ncontent-length: 0\r\n\r\n`,
    ),
    token: "error",
    api: "error",
  },
  {
    name: "305 use proxy",
    play: raw(({ foreign }) => wire(305, { location: `http://127.0.0.1:${foreign.http}/` })),
    token: "redirect_refused",
    api: "redirect_refused",
  },
  { name: "304", play: raw(() => wire(304, {})), token: "error" },
  {
    name: "200 with a location and a refresh",
    play: raw(({ good, foreign }) =>
      wire(
        200,
        {
          ...JSON_TYPE,
          location: `http://127.0.0.1:${foreign.http}/`,
          refresh: `0; url=http://127.0.0.1:${foreign.http}/`,
        },
        good,
      ),
    ),
    token: "issued",
    api: "response",
  },
  {
    name: "200 with alt-svc to another origin",
    play: raw(({ good, foreign }) =>
      wire(200, { ...JSON_TYPE, "alt-svc": `h2="127.0.0.1:${foreign.tls}"; ma=86400` }, good),
    ),
    token: "issued",
    api: "response",
  },
  {
    name: "set-cookie",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, "set-cookie": "session=stolen; Domain=example.com" }, good)),
    token: "issued",
    api: "response",
  },
  {
    name: "103 early hints first",
    play: raw(({ good }) =>
      Buffer.concat([
        Buffer.from("HTTP/1.1 103 Early Hints\r\nlink: </x>; rel=preload\r\n\r\n"),
        wire(200, JSON_TYPE, good),
      ]),
    ),
    token: "any",
  },
  {
    name: "100 without end",
    play: ({ socket }) => forever(socket, 5, () => "HTTP/1.1 100 Continue\r\n\r\n"),
    token: "error",
    slow: true,
  },
  {
    name: "101 switching protocols",
    play: raw(() => "HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"),
    token: "error",
    api: "error",
  },

  { name: "silence", play: () => {}, slow: true },
  {
    name: "503 that asks for 9 s, then silence",
    play: ({ socket, index }) => {
      if (index === 0) socket.end(wire(503, { "retry-after": "9" }));
    },
    token: "any",
    slow: true,
  },
  {
    name: "headers a byte at a time",
    play: ({ socket, good }) => {
      const all = wire(200, JSON_TYPE, good);
      let at = 0;
      forever(socket, 200, () => all.subarray(at, ++at));
    },
    slow: true,
  },
  {
    name: "body a byte at a time",
    play: ({ socket, good }) => {
      const all = wire(200, JSON_TYPE, good);
      const head = all.indexOf("\r\n\r\n") + 4;
      socket.write(all.subarray(0, head));
      let at = head;
      forever(socket, 400, () => all.subarray(at, ++at));
    },
    slow: true,
  },
  {
    name: "silence after the headers",
    play: ({ socket, good }) => {
      const all = wire(200, JSON_TYPE, good);
      socket.write(all.subarray(0, all.indexOf("\r\n\r\n") + 4));
    },
    slow: true,
  },
  {
    name: "silence after half of the body",
    play: ({ socket, good }) => {
      const all = wire(200, JSON_TYPE, good);
      socket.write(all.subarray(0, all.length - 10));
    },
    slow: true,
  },
  {
    name: "chunks of one space without end",
    play: ({ socket }) => {
      socket.write(CHUNKED);
      forever(socket, 100, () => chunk(" "));
    },
    slow: true,
  },
  {
    name: "silence after a 401's headers",
    play: ({ socket }) =>
      void socket.write("HTTP/1.1 401 No\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n"),
    slow: true,
  },

  {
    name: "reset at every byte of the answer",
    play: ({ socket, good, variant }) => writeAndReset(socket, wire(200, JSON_TYPE, good).subarray(0, variant)),
    variants: (length) => length,
    token: "any",
  },
  {
    name: "end at every byte of the answer",
    play: raw(({ good, variant }) => wire(200, JSON_TYPE, good).subarray(0, variant)),
    variants: (length) => length,
    token: "error",
  },
  { name: "reset on connect", play: ({ socket }) => reset(socket), early: true, api: "error" },
  { name: "end on connect", play: ({ socket }) => void socket.end(), early: true, api: "error" },
  { name: "answer before the request", play: raw(({ good }) => wire(200, JSON_TYPE, good)), early: true, token: "any" },
  {
    name: "400 before the request, then reset",
    play: ({ socket }) => writeAndReset(socket, wire(400, JSON_TYPE, "{}")),
    early: true,
  },
  {
    name: "content-length too long",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, "content-length": String(good.length + 10) }, good)),
  },
  {
    name: "content-length too short",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, "content-length": "10" }, good)),
  },
  {
    name: "content-length negative",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, "content-length": "-1" }, good)),
    api: "error",
  },
  {
    name: "content-length not a number",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, "content-length": "ten" }, good)),
    api: "error",
  },
  {
    name: "content-length of a terabyte",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, "content-length": "1099511627776" }, good)),
    api: "response_too_large",
  },
  {
    name: "two content-lengths",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\ncontent-length: ${good.length}\r\n\r\n${good}`,
    ),
    api: "error",
  },
  {
    name: "content-length and chunked",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n${chunk(good)}0\r\n\r\n`,
    ),
    token: "any",
  },
  {
    name: "chunked, well",
    play: raw(({ good }) => Buffer.concat([Buffer.from(CHUNKED), chunk(good), Buffer.from("0\r\n\r\n")])),
    token: "issued",
    api: "response",
  },
  {
    name: "chunked, with trailers",
    play: raw(({ good }) =>
      Buffer.concat([Buffer.from(CHUNKED), chunk(good), Buffer.from("0\r\nx-trailer: 1\r\n\r\n")]),
    ),
    token: "issued",
    api: "response",
  },
  { name: "chunked, sizes that are garbage", play: raw(({ good }) => `${CHUNKED}zz\r\n${good}\r\n0\r\n\r\n`) },
  { name: "chunked, a size of 2^64", play: raw(({ good }) => `${CHUNKED}ffffffffffffffffff\r\n${good}\r\n0\r\n\r\n`) },
  { name: "chunked, without its end", play: raw(({ good }) => Buffer.concat([Buffer.from(CHUNKED), chunk(good)])) },
  {
    name: "chunked, a megabyte of extensions",
    play: raw(({ good }) => `${CHUNKED}${good.length.toString(16)};${"x".repeat(1_000_000)}\r\n${good}\r\n0\r\n\r\n`),
    token: "any",
    heavy: true,
  },
  { name: "no HTTP at all", play: raw(() => "SSH-2.0-OpenSSH_9.2\r\n"), api: "error" },
  { name: "a TLS alert", play: raw(() => bytes(0x15, 3, 3, 0, 2, 2, 40)), api: "error" },
  { name: "HTTP/0.9", play: raw(({ good }) => good), api: "error" },
  { name: "HTTP/2 preface", play: raw(() => bytes(0, 0, 0, 4, 0, 0, 0, 0, 0)), api: "error" },
  {
    name: "HTTP/1.0 until close",
    play: raw(({ good }) => `HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${good}`),
    token: "issued",
    api: "response",
  },
  {
    name: "status 000",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 000 Zero\r\ncontent-type: application/json\r\ncontent-length: ${good.length}\r\n\r\n${good}`,
    ),
    api: "error",
  },
  {
    name: "status 600, chunked",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 600 Odd\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk(good)}0\r\n\r\n`,
    ),
  },
  {
    name: "status 999",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 999 Odd\r\ncontent-type: application/json\r\ncontent-length: ${good.length}\r\n\r\n${good}`,
    ),
  },
  {
    name: "a reason beyond ASCII, chunked",
    play: raw(({ good }) =>
      Buffer.from(
        `HTTP/1.1 200 \xff\xfe\xe9\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk(good)}0\r\n\r\n`,
        "latin1",
      ),
    ),
    token: "any",
  },
  {
    name: "a reason of 10 KB, chunked",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 200 ${"r".repeat(10_000)}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk(good)}0\r\n\r\n`,
    ),
    token: "any",
  },
  {
    name: "a reason with control characters, chunked",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 200 O\u0001K\u007f\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk(good)}0\r\n\r\n`,
    ),
    token: "any",
  },
  {
    name: "two answers to one request",
    play: raw(({ good }) =>
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${good.length}\r\n\r\n${good}`.repeat(2),
    ),
    token: "any",
  },
  {
    name: "an answer, then reset",
    play: ({ socket, good }) => writeAndReset(socket, wire(200, JSON_TYPE, good)),
    token: "issued",
    api: "response",
  },

  {
    name: "header flood",
    play: raw(({ good }) =>
      wire(
        200,
        { ...JSON_TYPE, ...Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x-${index}`, "v"])) },
        good,
      ),
    ),
    token: "any",
    heavy: true,
  },
  {
    name: "header flood without end",
    play: ({ socket }) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      flood(socket, Buffer.from("x-flood: vvvvvvvvvvvvvvvv\r\n".repeat(1_000)), 2_000);
    },
    api: "error",
    heavy: true,
  },
  {
    name: "one header of a megabyte",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, "x-huge": "v".repeat(1_000_000) }, good)),
    api: "error",
    heavy: true,
  },
  {
    name: "a header name of 100 KB",
    play: raw(({ good }) => wire(200, { ...JSON_TYPE, ["x".repeat(100_000)]: "v" }, good)),
    api: "error",
    heavy: true,
  },
  {
    name: "a thousand set-cookies",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${"set-cookie: a=b\r\n".repeat(800)}content-length: ${good.length}\r\n\r\n${good}`,
    ),
    token: "any",
  },
  {
    name: "header names that are garbage",
    play: raw(
      ({ good }) => `HTTP/1.1 200 OK\r\n: empty\r\n b ad\r\n\u0000: 1\r\ncontent-length: ${good.length}\r\n\r\n${good}`,
    ),
    token: "any",
  },
  {
    name: "__proto__ as a header",
    play: raw(({ good }) =>
      wire(200, { ...JSON_TYPE, __proto__x: "1", ["__proto__"]: "polluted", constructor: "x" }, good),
    ),
    token: "issued",
    api: "response",
  },
  { name: "content-type that is garbage", play: body((good) => good, { "content-type": ";;;=,/" }) },
  {
    name: "two content-types",
    play: raw(
      ({ good }) =>
        `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-type: application/json\r\ncontent-length: ${good.length}\r\n\r\n${good}`,
    ),
    token: "any",
  },
  { name: "no content-type", play: body((good) => good, {}) },
  { name: "JSON as text/plain", play: body((good) => good, { "content-type": "text/plain" }) },
  { name: "JSON as text/html", play: body((good) => good, { "content-type": "text/html" }) },
  { name: "JSON as application/jsonp", play: body((good) => good, { "content-type": "application/jsonp" }) },
  {
    name: "JSON as application/json; charset=utf-16",
    play: body((good) => Buffer.from(good, "utf16le"), { "content-type": "application/json; charset=utf-16" }),
  },
  {
    name: "JSON as application/problem+json",
    play: body((good) => good, { "content-type": "application/problem+json" }),
    token: "any",
  },

  { name: "HTML", play: body(() => "<!doctype html><title>Log in</title>", { "content-type": "text/html" }) },
  { name: "HTML that says it is JSON", play: body(() => "<!doctype html><title>Log in</title>") },
  { name: "an empty body", play: body(() => "") },
  { name: "204", play: raw(() => wire(204, {})) },
  { name: "204 with a body", play: raw(({ good }) => wire(204, JSON_TYPE, good)) },
  { name: "205 with a body", play: raw(({ good }) => wire(205, JSON_TYPE, good)) },
  {
    name: "206 of a part",
    play: body((good) => good.slice(0, 20), { ...JSON_TYPE, "content-range": "bytes 0-19/100" }, 206),
  },
  { name: "a BOM", play: body(before(bytes(0xef, 0xbb, 0xbf))), token: "any" },
  { name: "a UTF-16 BOM", play: body((good) => Buffer.concat([bytes(0xff, 0xfe), Buffer.from(good, "utf16le")])) },
  { name: "UTF-16 without a BOM", play: body((good) => Buffer.from(good, "utf16le")) },
  { name: "UTF-32", play: body((good) => Buffer.concat([...good].map((each) => bytes(each.charCodeAt(0), 0, 0, 0)))) },
  { name: "bad UTF-8 before", play: body(before(bytes(0xff, 0xfe, 0xfd))) },
  {
    name: "bad UTF-8 inside a field",
    play: body((good) =>
      Buffer.concat([Buffer.from(`${good.slice(0, -1)},"x":"`), bytes(0xc3, 0x28, 0xf0, 0x80), Buffer.from('"}')]),
    ),
    token: "any",
  },
  { name: "NULs before", play: body(before(bytes(0, 0, 0))) },
  { name: "a truncated body, well framed", play: body((good) => good.slice(0, -1)) },
  { name: "garbage after the JSON", play: body((good) => `${good}garbage`) },
  { name: "two JSON texts", play: body((good) => good + good) },
  { name: "an XSSI prefix", play: body((good) => `)]}',\n${good}`) },
  { name: "a callback around", play: body((good) => `cb(${good})`) },
  {
    name: "duplicate keys, the last is good",
    play: body((good) => `{"access_token":7,"accessToken":7,${good.slice(1)}`),
    token: "any",
  },
  {
    name: "duplicate keys, the last is bad",
    play: body((good) => `${good.slice(0, -1)},"access_token":7,"accessToken":7,"products":7,"success":7}`),
  },
  { name: "nesting of 20,000 arrays", play: body(() => "[".repeat(20_000) + "]".repeat(20_000)) },
  {
    name: "nesting of 20,000 objects in a field",
    play: body((good) => `${good.slice(0, -1)},"x":${'{"a":'.repeat(8_000)}1${"}".repeat(8_000)}}`),
    token: "any",
  },
  { name: "50,000 unclosed brackets", play: body(() => "[".repeat(50_000)) },
  {
    name: "a million-digit number",
    play: body((good) => `${good.slice(0, -1)},"x":${"9".repeat(50_000)}}`),
    token: "any",
  },
  { name: "an array", play: body((good) => `[${good}]`) },
  { name: "null", play: body(() => "null") },
  { name: "a string", play: body((good) => JSON.stringify(good)) },
  { name: "a number", play: body(() => "1") },
  { name: "true", play: body(() => "true") },
  { name: "an empty object", play: body(() => "{}") },
  { name: "200 with an error", play: body(() => '{"error":"invalid_grant","error_description":"no"}') },
  {
    name: "200 with an error and success false",
    play: body((good) =>
      changed(good, (fields) => {
        fields.success = false;
        fields.error = "no";
        for (const name of TOKEN_FIELDS) delete fields[name];
        delete fields.products;
      }),
    ),
  },
  { name: "__proto__ with the answer inside", play: body((good) => `{"__proto__":${good}}`) },
  {
    name: "__proto__ beside the answer",
    play: body(
      (good) => `${good.slice(0, -1)},"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}`,
    ),
    token: "issued",
  },
  {
    name: "field names in another case",
    play: body((good) => good.replace(/"(\w+)":/g, (_, name: string) => `"${name.toUpperCase()}":`)),
  },
  ...TOKENS.map(([what, value]): Case => ({ name: `token ${what}`, play: body(withToken(value)), token: "no token" })),
  ...LIFETIMES.map(
    ([literal, token]): Case => ({ name: `lifetime ${literal}`, play: body(withLifetime(literal)), token }),
  ),

  {
    name: "gzip, well, although not asked for",
    play: body((good) => gzipSync(good), { ...JSON_TYPE, "content-encoding": "gzip" }),
    token: "any",
    api: "response",
  },
  {
    name: "gzip bomb of 64 MB",
    play: raw(() => wire(200, { ...JSON_TYPE, "content-encoding": "gzip" }, gzipBomb())),
    api: "response_too_large",
    heavy: true,
  },
  {
    name: "brotli bomb of 64 MB",
    play: raw(() => wire(200, { ...JSON_TYPE, "content-encoding": "br" }, brotliBomb())),
    api: "response_too_large",
    heavy: true,
  },
  {
    name: "deflate bomb of 64 MB",
    play: raw(() => wire(200, { ...JSON_TYPE, "content-encoding": "deflate" }, deflateBomb())),
    api: "response_too_large",
    heavy: true,
    runtime: true,
  },
  {
    name: "raw deflate bomb of 64 MB",
    play: raw(() => wire(200, { ...JSON_TYPE, "content-encoding": "deflate" }, rawDeflateBomb())),
    api: "error",
    heavy: true,
    runtime: true,
  },
  {
    name: "three gzips around a bomb",
    play: raw(() => wire(200, { ...JSON_TYPE, "content-encoding": "gzip, gzip, gzip" }, stacked())),
    api: "error",
    heavy: true,
  },
  {
    name: "gzip bomb in an error",
    play: raw(() => wire(401, { ...JSON_TYPE, "content-encoding": "gzip" }, gzipBomb())),
    heavy: true,
  },
  {
    name: "a hundred encodings",
    play: body((good) => good, { ...JSON_TYPE, "content-encoding": Array(100).fill("gzip").join(", ") }),
    token: "error",
  },
  { name: "gzip that is none", play: body((good) => good, { ...JSON_TYPE, "content-encoding": "gzip" }) },
  {
    name: "gzip cut short",
    play: body((good) => gzipSync(good).subarray(0, 20), { ...JSON_TYPE, "content-encoding": "gzip" }),
  },
  {
    name: "an unknown encoding",
    play: body((good) => good, { ...JSON_TYPE, "content-encoding": "x-secret" }),
    token: "any",
  },
  { name: "zstd that is none", play: body((good) => good, { ...JSON_TYPE, "content-encoding": "zstd" }), token: "any" },
  {
    name: "100 KB of padding",
    play: body((good) => good + " ".repeat(100_000)),
    token: "response_too_large",
    api: "response",
  },
  {
    name: "64 MB, with its length",
    play: ({ socket }) => {
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${zeros.length}\r\n\r\n`);
      flood(socket, zeros.subarray(0, 65_536), 1_024);
    },
    token: "response_too_large",
    api: "response_too_large",
    heavy: true,
  },
  {
    name: "64 MB, chunked",
    play: ({ socket }) => {
      socket.write(CHUNKED);
      flood(socket, chunk(zeros.subarray(0, 65_536)), 1_024);
    },
    token: "response_too_large",
    api: "response_too_large",
    heavy: true,
  },
  {
    name: "64 MB in chunks of one byte",
    play: ({ socket }) => {
      socket.write(CHUNKED);
      flood(socket, Buffer.from("1\r\n \r\n".repeat(10_000)), 6_400);
    },
    token: "response_too_large",
    heavy: true,
  },

  ...REFUSALS.map(
    ([status, what, headers, text]): Case => ({
      name: `${status} ${what}`.trim(),
      play: raw(() => wire(status, { ...JSON_TYPE, ...headers }, text)),
    }),
  ),
  {
    name: "429 with every kind of Retry-After",
    play: raw(({ variant }) =>
      Buffer.from(
        `HTTP/1.1 429 Slow\r\ncontent-type: application/json\r\nretry-after: ${RETRY_AFTER[variant]}\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}`,
      ),
    ),
    variants: () => RETRY_AFTER.length,
  },
  {
    name: "429 with two Retry-Afters",
    play: raw(() => "HTTP/1.1 429 Slow\r\nretry-after: 0\r\nretry-after: 99999\r\ncontent-length: 0\r\n\r\n"),
  },
  {
    name: "503, then well",
    play: raw(({ good, index }) => (index === 0 ? wire(503, { "retry-after": "0" }) : wire(200, JSON_TYPE, good))),
    token: "any",
    api: "response",
  },
  {
    name: "an error that repeats the request",
    play: raw(({ good, request }) =>
      wire(
        400,
        JSON_TYPE,
        JSON.stringify({
          error: "invalid_request",
          error_description: `${request.slice(-200).replace(/\s/g, " ")}`,
          message: request.slice(-290).replace(/\s/g, " "),
          hint: good.slice(0, 290),
        }),
      ),
    ),
  },
  {
    name: "an error code that repeats the request",
    play: raw(({ request }) =>
      wire(401, JSON_TYPE, JSON.stringify({ error: request.slice(-250).replace(/\s/g, " ") })),
    ),
  },
  ...vectorCases(),
];
