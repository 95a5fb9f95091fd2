import type { SaveInput } from "./connections.ts";
import { ShopAuthError, Unsaved } from "./errors.ts";
import { assertSignable } from "./fetch.ts";
import { assertNames, assertOwnerName } from "./input.ts";
import type { Issued, Platform } from "./platform.ts";
import type { AdoptInput } from "./shop-auth.ts";

/** What an error's `unsaved` keeps. */
export interface UnsavedContent<Credential> {
  readonly platform: string;
  readonly registration: string;
  readonly issued: Issued<Credential>;
  readonly input: SaveInput;
}

/**
 * Checks what is to be adopted.
 * @throws ShopAuthError `invalid_target`, `invalid_request`, `token_response_invalid`
 */
export function readAdopted<Credential>(
  platform: Platform<never, Credential>,
  input: AdoptInput<Credential>,
): { readonly issued: Issued<Credential>; readonly save: SaveInput } {
  if (typeof input === "object" && input !== null && "unsaved" in input) {
    assertNames("adopt", input, ["unsaved"]);
    const kept = Unsaved.open(input.unsaved) as UnsavedContent<Credential> | undefined;
    if (kept?.platform !== platform.id || kept.registration !== platform.registration)
      throw new ShopAuthError("invalid_request", "The unsaved credential is of another platform or registration", {
        hint: "Give an error's `unsaved` to the same createX's adopt that threw the error.",
      });
    return { issued: kept.issued, save: kept.input };
  }
  assertNames("adopt", input, ["account", "owner", "credential", "expiresIn", "scopes"]);
  const { owner, credential, expiresIn, scopes } = input;
  const account = platform.account(input.account);
  if (owner !== undefined) assertOwnerName(owner);
  if (expiresIn !== undefined && !(Number.isFinite(expiresIn) && expiresIn > 0))
    throw new ShopAuthError("invalid_request", "expiresIn is a number of seconds", { account });
  if (credential === undefined && !platform.renew)
    throw new ShopAuthError("token_response_invalid", "adopt needs the credential", {
      account,
      hint: "Pass the credential that you hold: this platform issues none for the asking.",
    });
  if (credential !== undefined) assertSignable(credential, platform);
  // Without a credential the first call renews.
  const life = credential === undefined ? 0 : expiresIn;
  const issued = {
    account,
    credential: credential as Credential,
    ...(life !== undefined && { expiresIn: life }),
    ...(scopes && { scopes }),
  };
  return { issued, save: { owner, status: "active" } };
}
