/** A token of the form that Shoprenter issues: RS256 by its header, with a signature that no key made. */
export function jwt(payload: object): string {
  const part = (value: object) => base64url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part({ typ: "JWT", alg: "RS256" })}.${part(payload)}.${base64url(crypto.getRandomValues(new Uint8Array(256)))}`;
}

function base64url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Random lower-case hex. */
export function hex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}
