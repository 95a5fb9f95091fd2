import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCookies } from "../src/cookie.ts";
import { apiUrl } from "../src/guards/api-url.ts";
import { shopLabel, shopUrl } from "../src/guards/label.ts";
import { callbackQuery } from "../src/guards/query.ts";
import { retryAfter } from "../src/guards/retry-after.ts";
import { returnPath } from "../src/guards/return-path.ts";
import { isToken, jwtHint, lifetime, own, token } from "../src/guards/token.ts";
import { isShopAuthError, signedQuery } from "../src/index.ts";
import { createSealer } from "../src/seal.ts";
import { answerObject } from "../src/send.ts";

/**
 * Each guard against an oracle that is written another way. SHOPAUTH_CASES raises the number of generated inputs,
 * SHOPAUTH_SEED takes other ones: a run tells about the change it is for, and not about its luck.
 */
const numRuns = Number(process.env.SHOPAUTH_CASES ?? 100_000);
const seed = Number(process.env.SHOPAUTH_SEED ?? 20);
const check = <T>(arbitrary: fc.Arbitrary<T>, property: (input: T) => void) =>
  fc.assert(
    fc.property(arbitrary, (input) => void property(input)),
    { numRuns, seed },
  );
const checkAsync = <T>(arbitrary: fc.Arbitrary<T>, property: (input: T) => Promise<void>, runs = numRuns) =>
  fc.assert(fc.asyncProperty(arbitrary, property), { numRuns: runs, seed });

/** Text as UTF-8 can carry it: lone surrogates replaced. */
const wellFormed = (text: string) =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text));

/** The result, or the code of the typed error; anything else thrown fails the test, and so does much of the processor's time. */
function outcome<T>(work: () => T): { value: T } | { code: string } {
  const started = process.cpuUsage();
  try {
    return { value: work() };
  } catch (error) {
    if (!isShopAuthError(error)) throw error;
    return { code: error.code };
  } finally {
    const { user, system } = process.cpuUsage(started);
    expect(user + system).toBeLessThan(250_000);
  }
}

const labelish = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[a-zA-Z0-9-]{0,70}$/),
  fc.stringMatching(/^[a-z0-9]{1,8}[./\\@:#?%_ \n\t]?[a-z0-9]{0,8}$/),
  fc.constantFrom(
    "www",
    "api",
    "admin",
    "oauth",
    "cdn",
    "static",
    "mail",
    "help",
    "app",
    "xn--80ak6aa92e",
    "acme",
    "ACME",
    "a",
    "-",
    "a-",
    "-a",
    "a--b",
    "localhost",
    "127",
    "acme.",
    "ａcme",
    "аcme",
    "acme\u0000",
  ),
);

describe("shop label", () => {
  const reserved = ["www", "api", "admin", "oauth", "cdn", "static", "mail", "help", "app"];
  const oracle = (text: string): string | undefined => {
    const characters = [
      ...text
        .split("")
        .map((each) => (each >= "A" && each <= "Z" ? String.fromCharCode(each.charCodeAt(0) + 32) : each)),
    ];
    const plain = characters.every(
      (each) => (each >= "a" && each <= "z") || (each >= "0" && each <= "9") || each === "-",
    );
    const label = characters.join("");
    if (
      !plain ||
      label.length < 1 ||
      label.length > 63 ||
      label[0] === "-" ||
      label.at(-1) === "-" ||
      label.startsWith("xn--") ||
      reserved.includes(label)
    )
      return undefined;
    return label;
  };
  it("accepts exactly one DNS label", () =>
    check(labelish, (text) => {
      const expected = oracle(text);
      expect(outcome(() => shopLabel(text))).toEqual(
        expected === undefined ? { code: "invalid_target" } : { value: expected },
      );
    }));
  it("always makes the expected host", () =>
    check(labelish, (text) => {
      const label = outcome(() => shopLabel(text));
      if ("value" in label)
        expect(shopUrl(label.value, ".storefronts.example", "/x").host).toBe(`${label.value}.storefronts.example`);
    }));
  it("refuses what is not text", () =>
    check(
      fc.anything(),
      (value) =>
        void (typeof value === "string" || expect(outcome(() => shopLabel(value))).toEqual({ code: "invalid_target" })),
    ));
});

describe("return path", () => {
  const pathish = fc.oneof(
    fc.string().map((text) => `/${text}`),
    fc.webPath(),
    fc.stringMatching(/^[/\\]{1,3}[a-z.@:]{0,12}$/),
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.string({ unit: "binary" }).map((text) => `/${text}`),
    fc.constantFrom(
      "/",
      "//",
      "/\\",
      "/\t/evil.example",
      "/%2f/evil",
      "/..//evil.example",
      "/.//evil.example",
      "/a?b=//c",
      "javascript:1",
      "/\u00a0",
    ),
  );
  it("never leaves the origin, whatever is accepted", () =>
    check(pathish, (text) => {
      const result = outcome(() => returnPath(text, "https://app.example"));
      const url = URL.canParse(text, "https://app.example") ? new URL(text, "https://app.example") : undefined;
      const printable = [...text].every((each) => each > " " && each <= "~" && each !== "\\");
      const fits =
        url?.origin === "https://app.example" &&
        text.startsWith("/") &&
        !text.startsWith("//") &&
        printable &&
        text.length <= 512;
      expect("value" in result).toBe(fits);
    }));
});

describe("callback query", () => {
  const pairs = fc.array(
    fc.tuple(fc.oneof(fc.constantFrom("code", "state", "shop", "__proto__", "a[]"), fc.string()), fc.string()),
    { maxLength: 8 },
  );
  it("accepts each name once, without control characters", () =>
    check(pairs, (list) => {
      const search = new URLSearchParams(list).toString();
      const names = list.map(([name]) => wellFormed(name));
      const bad =
        new Set(names).size !== names.length ||
        names.some((name) => name.length > 64) ||
        list.some((pair) => [...pair.join("")].some((each) => each < " " || each === "\u007f"));
      const result = outcome(() => callbackQuery(`?${search}`));
      expect("code" in result ? result.code : "fine").toBe(bad ? "invalid_request" : "fine");
      expect(({} as Record<string, unknown>).code).toBeUndefined();
    }));
  it("never throws anything else on raw text", () =>
    check(fc.string({ unit: "binary", maxLength: 9000 }), (text) => void outcome(() => callbackQuery(text))));

  it("that a framework has parsed is refused", () => {
    const parsed = Object.assign(Object.create(null), { state: ["a", "b"], toString: () => "state=a" });
    for (const query of [parsed, { state: "a" }, ["state=a"], 7, null, undefined, new Map([["state", "a"]])])
      expect(() => callbackQuery(query as never)).toThrow(expect.objectContaining({ code: "invalid_request" }));
    expect(callbackQuery(new URLSearchParams("state=a")).get("state")).toBe("a");
  });
});

describe("token", () => {
  it("is printable ASCII without spaces", () =>
    check(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.stringMatching(/^[!-~]{1,40}$/)), (text) => {
      const fits =
        text.length > 0 &&
        text.length <= 4096 &&
        [...text].every((each) => each.length === 1 && each.charCodeAt(0) > 32 && each.charCodeAt(0) < 127);
      expect(isToken(text)).toBe(fits);
      if (fits) expect(new Headers({ authorization: `Bearer ${text}` }).get("authorization")).toBe(`Bearer ${text}`);
    }));
  it("is read from an answer by its own fields only, and nothing of the answer is in an error", () =>
    check(
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.constantFrom('{"__proto__":{"access_token":"abc"}}', '{"access_token":"x y"}', "\ufeff{}"),
      ),
      (text) => {
        const answer = { status: 200, contentType: "application/json", retryAfter: null, text };
        const result = outcome(() => token(own(answerObject(answer), "access_token")));
        let parsed: unknown;
        try {
          parsed = JSON.parse(text);
        } catch {}
        const object = parsed as Record<string, unknown> | undefined;
        const there =
          typeof object === "object" &&
          object !== null &&
          !Array.isArray(object) &&
          Object.keys(object).includes("access_token") &&
          typeof object.access_token === "string" &&
          /^[!-~]+$/.test(object.access_token);
        expect("value" in result).toBe(there);
      },
    ));
});

describe("lifetime", () => {
  it("is a whole number of seconds up to a day, else 300", () =>
    check(
      fc.oneof(
        fc.anything(),
        fc.integer(),
        fc.double(),
        fc.constantFrom(
          "3600",
          "3600s",
          Number.NaN,
          Number.POSITIVE_INFINITY,
          1e400,
          [],
          true,
          null,
          0,
          -1,
          86_400,
          86_401,
        ),
      ),
      (value) => {
        const fits = typeof value === "number" && value % 1 === 0 && value > 0 && value < 86_401;
        expect(lifetime(value)).toBe(fits ? value : 300);
      },
    ));
});

describe("Retry-After", () => {
  const now = Date.UTC(2026, 0, 1);
  it("is seconds or an HTTP date, never negative, never NaN", () =>
    check(
      fc.oneof(
        fc.string(),
        fc.nat().map(String),
        fc
          .date({ min: new Date(0), max: new Date("2100-01-01"), noInvalidDate: true })
          .map((date) => date.toUTCString()),
        fc.constantFrom("-1", "1e3", "0x10", " 5 ", "Infinity", "NaN", "1.5", ""),
      ),
      (text) => {
        const wait = retryAfter(text, now);
        if (wait !== undefined) expect(Number.isFinite(wait) && wait >= 0).toBe(true);
        const digits = [...text.trim()];
        if (digits.length > 0 && digits.length < 10 && digits.every((each) => each >= "0" && each <= "9"))
          expect(wait).toBe(Number(text) * 1000);
        else if (/GMT$/.test(text) && new Date(text).toUTCString() === text)
          expect(wait).toBe(Math.max(0, new Date(text).getTime() - now));
        else expect(wait).toBeUndefined();
      },
    ));
});

describe("API URL", () => {
  const base = "https://api.shops.example/v1";
  const urlish = fc.oneof(
    fc.webUrl({ withQueryParameters: true }),
    fc.string().map((text) => base + text),
    fc.string().map((text) => `${base}/${text}`),
    fc
      .array(
        fc.constantFrom("/", "..", ".", "%2e", "%2E", "\\", "a", "?", "#", "@", ":", "%2f", "\t", "//", ";", "%"),
        { maxLength: 12 },
      )
      .map((parts) => `${base}/${parts.join("")}`),
    fc
      .array(fc.constantFrom("/", "..", "%2e", "\\", "evil.example", "https:", "@", "a"), { maxLength: 8 })
      .map((parts) => parts.join("")),
  );
  it("never leaves the API, whatever is accepted", () =>
    check(urlish, (text) => {
      const result = outcome(() => apiUrl(text, base));
      if (!("value" in result)) return expect(result.code).toBe("foreign_origin");
      const sent = new URL(result.value);
      expect([sent.protocol, sent.host, sent.username]).toEqual(["https:", "api.shops.example", ""]);
      expect(sent.pathname === "/v1" || sent.pathname.startsWith("/v1/")).toBe(true);
    }));
});

describe("JWT hint", () => {
  const part = fc.oneof(
    fc.json(),
    fc.string(),
    fc
      .record({ exp: fc.anything(), iat: fc.anything(), scopes: fc.anything(), realm: fc.anything() })
      .map((value) => JSON.stringify(value, (_, each) => (typeof each === "bigint" ? null : each)) ?? ""),
  );
  it("never throws, never invents, never pollutes", () =>
    check(fc.tuple(part, fc.nat(4)), ([payload, dots]) => {
      const encoded = Buffer.from(payload).toString("base64url");
      const hint = jwtHint(["header", encoded, ...Array.from({ length: dots }, () => "x")].join("."));
      if (hint?.expiresAt !== undefined)
        expect(hint.expiresAt).toBe((JSON.parse(payload) as { exp: number }).exp * 1000);
      if (dots !== 1) expect(hint).toBeUndefined();
      expect(({} as Record<string, unknown>).exp).toBeUndefined();
    }));
});

describe("signature", () => {
  const secret = "signing-secret-of-the-app";
  const proof = signedQuery({
    secrets: [secret],
    messages: [["shop", "code", "time"]],
    timestamp: "time",
    maxAge: 300,
  });
  const value = fc.oneof(fc.stringMatching(/^[A-Za-z0-9-]{1,20}$/), fc.string({ maxLength: 20 }));
  const now = 1_750_000_000_000;
  const input = fc.record({
    shop: value,
    code: value,
    age: fc.integer({ min: -200, max: 500 }),
    tamper: fc.constantFrom("no", "hmac", "shop", "case", "short"),
  });
  it(
    "agrees with node:crypto",
    () =>
      checkAsync(input, async ({ shop, code, age, tamper }) => {
        const time = String(now / 1000 - age);
        let hmac = createHmac("sha256", secret).update(`shop=${shop}&code=${code}&time=${time}`).digest("hex");
        if (tamper === "hmac") hmac = `${hmac.slice(0, -1)}${hmac.endsWith("0") ? "1" : "0"}`;
        if (tamper === "case") hmac = hmac.toUpperCase();
        if (tamper === "short") hmac = hmac.slice(0, 63);
        const query = new URLSearchParams({ shop: tamper === "shop" ? `${shop}x` : shop, code, time, hmac });
        const plain = [shop, code].every((each) => [...each].every((one) => /[A-Za-z0-9-]/.test(one)) && each !== "");
        const fits = tamper === "no" || (tamper === "case" && !/[a-f]/.test(hmac.toLowerCase()));
        const expected = !plain || !fits ? "signature_mismatch" : age > 300 || age < -60 ? "callback_expired" : "fine";
        const found = await proof.verifyQuery(query, now).then(
          () => "fine",
          (error: unknown) => (isShopAuthError(error) ? error.code : String(error)),
        );
        expect(found).toBe(expected);
      }),
    120_000,
  );
});

describe("sealed text", () => {
  const sealer = createSealer(["secret-one-0123456789-abcdefghijklm"]);
  it(
    "opens only as it was sealed",
    () =>
      checkAsync(
        fc.tuple(
          fc.string({ unit: "binary" }),
          fc.array(fc.string(), { maxLength: 3 }),
          fc.array(fc.string(), { maxLength: 3 }),
          fc.string(),
        ),
        async ([text, context, other, noise]) => {
          const sealed = await sealer.seal("cookie", context, text);
          expect((await sealer.unseal("cookie", context, sealed)).text).toBe(wellFormed(text));
          const elsewhere = await sealer.unseal("cookie", other, sealed).then(
            () => "opened",
            (error: unknown) => isShopAuthError(error) && error.code,
          );
          expect(elsewhere).toBe(JSON.stringify(context) === JSON.stringify(other) ? "opened" : "unreadable");
          const junk = await sealer.unseal("cookie", context, noise).then(
            () => "opened",
            (error: unknown) => isShopAuthError(error) && error.code,
          );
          expect(junk).toBe("unreadable");
        },
        Math.ceil(numRuns / 2),
      ),
    120_000,
  );
});

describe("cookies", () => {
  it("are read by prefix, plainly, the first of a name", () =>
    check(
      fc.array(fc.tuple(fc.constantFrom("app-1", "app-2", "other", "__proto__"), fc.stringMatching(/^[\w.-]{1,12}$/)), {
        maxLength: 6,
      }),
      (list) => {
        const header = list.map((pair) => pair.join("=")).join("; ");
        const expected = new Map<string, string>();
        for (const [name, value] of list) if (name.startsWith("app-") && !expected.has(name)) expected.set(name, value);
        expect(readCookies(header, "app-")).toEqual(expected);
      },
    ));
  it("never throw", () => check(fc.string({ unit: "binary" }), (text) => void readCookies(text, "app-")));
});
