import { ShopAuthError } from "./errors.ts";

/** @throws ShopAuthError `invalid_request` */
export function assertOwnerName(owner: unknown, platform?: string): asserts owner is string {
  if (typeof owner !== "string" || owner === "" || owner.length > 256) {
    throw new ShopAuthError("invalid_request", "owner is the app's own user or tenant: 1 to 256 characters", {
      platform,
      hint: "Pass the id of the user or tenant who is signed in to your app. Is nobody signed in?",
    });
  }
}

/** @throws ShopAuthError `invalid_request` */
export function assertRequest(request: unknown): void {
  const { headers, url } = (request ?? {}) as { headers?: { get?: unknown }; url?: unknown };
  if (typeof headers?.get === "function" && typeof url === "string") return;
  throw new ShopAuthError("invalid_request", "The request is not a Web Request", {
    hint: "Node's and Express's requests have to be converted: see packages/demo/recipes in the repository.",
  });
}

/**
 * Refuses what is misspelt, which would be ignored otherwise.
 * @throws ShopAuthError `invalid_request`
 */
export function assertNames(method: string, input: unknown, names: readonly string[]): void {
  if (typeof input !== "object" || input === null)
    throw new ShopAuthError("invalid_request", `${method} takes an object: ${names.join(", ")}`);
  for (const name of Object.keys(input))
    if (!names.includes(name))
      throw new ShopAuthError("invalid_request", `${method} takes no ${name.slice(0, 64)}`, {
        hint: `It takes ${names.join(", ")}.`,
      });
}
