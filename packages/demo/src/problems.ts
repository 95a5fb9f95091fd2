import { randomBytes } from "node:crypto";
import type { ErrorCode, ShopAuthError } from "@shopauth/core";

/** What a page says about an error; nothing in it is secret. */
export interface Problem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
  readonly said?: string;
  readonly platform?: string;
  /** HTTP status of the page. */
  readonly status: number;
}

export interface Problems {
  /** @returns an id for the page's address */
  keep(problem: Problem): string;
  find(id: string): Problem | undefined;
}

const KEPT = 100;

export function problemOf(error: ShopAuthError): Problem {
  const { code, message, hint, said, platform } = error;
  const { status } = error.toResponse();
  return {
    code,
    message,
    hint,
    status,
    ...(said?.message !== undefined && { said: said.message }),
    ...(platform !== undefined && { platform }),
  };
}

/** The latest problems, so that a callback which fails can send the browser on to an address without code or token. */
export function createProblems(): Problems {
  const problems = new Map<string, Problem>();
  return {
    keep(problem) {
      const id = randomBytes(9).toString("base64url");
      problems.set(id, problem);
      if (problems.size > KEPT) problems.delete(problems.keys().next().value!);
      return id;
    },
    find: (id) => problems.get(id),
  };
}
