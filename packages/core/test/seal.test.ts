import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createSealer } from "../src/seal.ts";

const [one, two] = ["secret-one-0123456789-abcdefghijklm", "secret-two-0123456789-abcdefghijklm"];
const context = ["test", "client", "acme"];

describe("sealing", () => {
  it("keeps every character, a byte order mark at the beginning too", async () => {
    const sealer = createSealer(["secret-one-0123456789-abcdefghijklm"]);
    for (const text of ["\ufeff", "\ufeff{}", "", "\u0000é😀"])
      expect((await sealer.unseal("flow", [], await sealer.seal("flow", [], text))).text).toBe(text);
  });

  it("opens what it sealed, and never seals the same way twice", async () => {
    const sealer = createSealer([one]);
    const [first, second] = [
      await sealer.seal("connection", context, "text ✓"),
      await sealer.seal("connection", context, "text ✓"),
    ];
    expect(first).not.toBe(second);
    expect(await sealer.unseal("connection", context, first)).toEqual({ text: "text ✓", current: true });
    expect(first).not.toContain("text");
  });

  it("refuses another purpose, place or secret, and every altered character", async () => {
    const sealer = createSealer([one]);
    const sealed = await sealer.seal("connection", context, "text");
    const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: "unreadable" });
    await refused(sealer.unseal("flow", context, sealed));
    await refused(sealer.unseal("connection", ["test", "client", "other"], sealed));
    await refused(sealer.unseal("connection", ["test", "clientacme", ""], sealed));
    await refused(createSealer([two]).unseal("connection", context, sealed));
    for (let index = 0; index < sealed.length; index++) {
      const altered = `${sealed.slice(0, index)}${sealed[index] === "A" ? "B" : "A"}${sealed.slice(index + 1)}`;
      await refused(sealer.unseal("connection", context, altered));
    }
    // The last character of base64 may hold unused bits; a decoder may also pass over padding, spaces and the other alphabet.
    for (let length = 4; length < 7; length++) {
      const whole = await sealer.seal("connection", context, "x".repeat(length));
      for (const last of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        if (last !== whole.at(-1)) await refused(sealer.unseal("connection", context, whole.slice(0, -1) + last));
      for (const more of ["=", "==", " ", "\n"]) await refused(sealer.unseal("connection", context, whole + more));
    }
    for (const text of ["", ".", "1..", "plain", `2${sealed.slice(1)}`, `${sealed}.x`, sealed.slice(0, 30)])
      await refused(sealer.unseal("connection", context, text));
  });

  it("seals with the first secret and opens with all", async () => {
    const old = await createSealer([one]).seal("connection", context, "text");
    expect(await createSealer([two, one]).unseal("connection", context, old)).toEqual({ text: "text", current: false });
    const fresh = await createSealer([two, one]).seal("connection", context, "text");
    expect(await createSealer([two]).unseal("connection", context, fresh)).toEqual({ text: "text", current: true });
  });

  it("says a retired secret's key id and nothing of the secret", async () => {
    const sealed = await createSealer([one]).seal("connection", context, "text");
    const error = await createSealer([two])
      .unseal("connection", context, sealed)
      .catch((caught: unknown) => caught as Error);
    expect((error as Error).message).toContain(sealed.split(".")[1]);
    expect((error as Error).message).not.toContain(one.slice(0, 12));
  });
});

interface Vector {
  tcId: number;
  result: string;
  [field: string]: string | number;
}
const folder = process.env.SHOPAUTH_VECTORS;
const vectors = (name: string) => {
  const { testGroups } = JSON.parse(readFileSync(join(folder!, "wycheproof", name), "utf8")) as {
    testGroups: { tests: Vector[]; [field: string]: unknown }[];
  };
  return testGroups.flatMap(({ tests, ...group }) =>
    tests.map((test) => ({ ...group, ...test }) as Vector & { tagSize?: number; ivSize?: number }),
  );
};
const hex = (text: unknown) => Uint8Array.from(Buffer.from(String(text), "hex"));

// The cases are public data outside of this repository: SHOPAUTH_VECTORS names their folder.
describe.skipIf(!folder)("public vectors for the primitives (SHOPAUTH_VECTORS)", () => {
  it("HMAC-SHA-256", async () => {
    let cases = 0;
    for (const { key, msg, tag, result, tagSize } of vectors("hmac_sha256_test.json")) {
      if (key === "") continue; // WebCrypto takes no empty key, and neither do we.
      const imported = await crypto.subtle.importKey("raw", hex(key), { name: "HMAC", hash: "SHA-256" }, false, [
        "sign",
      ]);
      const mac = Buffer.from(await crypto.subtle.sign("HMAC", imported, hex(msg)))
        .toString("hex")
        .slice(0, (tagSize ?? 256) / 4);
      expect(mac === tag).toBe(result === "valid");
      cases++;
    }
    expect(cases).toBeGreaterThan(150);
  });

  it("AES-GCM", async () => {
    let cases = 0;
    for (const { key, iv, aad, msg, ct, tag, result } of vectors("aes_gcm_test.json")) {
      const opened = await (async () => {
        const imported = await crypto.subtle.importKey("raw", hex(key), "AES-GCM", false, ["decrypt"]);
        const data = hex(String(ct) + String(tag));
        return Buffer.from(
          await crypto.subtle.decrypt({ name: "AES-GCM", iv: hex(iv), additionalData: hex(aad) }, imported, data),
        ).toString("hex");
      })().catch(() => undefined);
      // What is invalid must not open; a runtime may refuse key and nonce sizes that are never used here.
      if (result === "invalid") expect(opened).toBeUndefined();
      else if (opened !== undefined) expect(opened).toBe(msg);
      else expect(String(key).length === 48 || String(iv).length !== 24).toBe(true);
      cases++;
    }
    expect(cases).toBeGreaterThan(300);
  });

  it("HKDF-SHA-256", async () => {
    let cases = 0;
    for (const { ikm, salt, info, size, okm, result } of vectors("hkdf_sha256_test.json")) {
      const imported = await crypto.subtle.importKey("raw", hex(ikm), "HKDF", false, ["deriveBits"]);
      const derived = await crypto.subtle
        .deriveBits({ name: "HKDF", hash: "SHA-256", salt: hex(salt), info: hex(info) }, imported, Number(size) * 8)
        .then(
          (bits) => Buffer.from(bits).toString("hex"),
          () => undefined,
        );
      if (result === "valid") expect(derived).toBe(okm);
      else expect(derived).toBeUndefined();
      cases++;
    }
    expect(cases).toBeGreaterThan(80);
  });
});
