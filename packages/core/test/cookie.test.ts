import { describe, expect, it } from "vitest";
import { createSealedCookies, readCookies, setCookie } from "../src/cookie.ts";
import { createSealer } from "../src/seal.ts";

const secret = "a secret for cookies, 32 characters";
const start = Date.UTC(2026, 0, 1);

function cookies(options: { registration?: string; secrets?: string[]; now?: () => number; secure?: boolean } = {}) {
  const { registration = "app", secrets = [secret], now = () => start, secure = true } = options;
  return createSealedCookies({
    sealer: createSealer(secrets),
    context: ["platform", registration],
    prefix: "__Host-shopauth-platform.",
    secure,
    now,
  });
}
const bring = (...pairs: string[]) => new Request("https://app.example/", { headers: { cookie: pairs.join("; ") } });
const pair = (header: string) => header.split(";")[0]!;

describe("a sealed cookie", () => {
  it("comes back as it was set, also beside others", async () => {
    const header = await cookies().set("entry-acme", "acme; ű", { maxAge: 60 });
    expect(header).toMatch(
      /^__Host-shopauth-platform\.entry-acme=1\.[\w.-]+; Path=\/; Max-Age=60; HttpOnly; SameSite=Lax; Secure$/,
    );
    const request = bring("theme=dark", pair(header), "other=1");
    expect(await cookies().get(request, "entry-acme")).toBe("acme; ű");
  });

  it("is not read when it is older than its age", async () => {
    const request = bring(pair(await cookies().set("entry", "acme", { maxAge: 60 })));
    expect(await cookies({ now: () => start + 59_999 }).get(request, "entry")).toBe("acme");
    expect(await cookies({ now: () => start + 60_000 }).get(request, "entry")).toBeUndefined();
  });

  it("is not read under another name, of another registration, or with another secret", async () => {
    const value = pair(await cookies().set("entry-acme", "acme", { maxAge: 60 })).replace(/^[^=]+=/, "");
    const of = (name: string) => bring(`__Host-shopauth-platform.${name}=${value}`);
    expect(await cookies().get(of("entry-acme"), "entry-acme")).toBe("acme");
    expect(await cookies().get(of("entry-other"), "entry-other")).toBeUndefined();
    expect(await cookies({ registration: "other" }).get(of("entry-acme"), "entry-acme")).toBeUndefined();
    const secrets = ["another secret for cookies, 32 chars"];
    expect(await cookies({ secrets }).get(of("entry-acme"), "entry-acme")).toBeUndefined();
    expect(await cookies({ secrets: [...secrets, secret] }).get(of("entry-acme"), "entry-acme")).toBe("acme");
  });

  it("is not there where none was sent, or something else", async () => {
    expect(await cookies().get(new Request("https://app.example/"), "entry")).toBeUndefined();
    for (const value of ["", "acme", "1.x.y", "%7B%7D"])
      expect(await cookies().get(bring(`__Host-shopauth-platform.entry=${value}`), "entry")).toBeUndefined();
  });

  it("is sent in a frame by option, over https alone, and apart for each site around it", async () => {
    const set = (secure: boolean, embedded: boolean) => setCookie("name", "value", { maxAge: 60, secure, embedded });
    expect(set(true, true)).toBe("name=value; Path=/; Max-Age=60; HttpOnly; SameSite=None; Partitioned; Secure");
    expect(set(true, false)).toBe("name=value; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure");
    for (const embedded of [true, false])
      expect(set(false, embedded)).toBe("name=value; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
    expect(await cookies().set("entry", "acme", { maxAge: 60, embedded: true })).toContain("; Partitioned");
  });
});

it("reads cookies by the beginning of their names, the first of each", () => {
  const found = readCookies(`a=0; shopauth-x=1; shopauth-y = 2 ;shopauth-x=3; shopauth-z="4"; shopauth`, "shopauth-");
  expect([...found]).toEqual([
    ["shopauth-x", "1"],
    ["shopauth-y", "2"],
  ]);
});
