import type { RequestHandler } from "msw";

/** The platforms that are emulated. */
export const PLATFORMS = ["shopmy", "storehippo", "shoprenter", "shoporama"] as const;
/** One of {@link PLATFORMS}. */
export type PlatformId = (typeof PLATFORMS)[number];

/** A request that a mock refused, and the rule it broke. */
export interface Refusal {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly rule: string;
}

/** What the mocks of all platforms have in common. */
export interface Mock {
  readonly handlers: RequestHandler[];
  readonly refusals: Refusal[];
  reset(): void;
}

/** A choice the merchant makes on a consent page. */
export interface Choice {
  readonly legend: string;
  /** Name of the form field. */
  readonly name: string;
  /** One of the options, or any number of them. */
  readonly kind: "one" | "many";
  readonly options: readonly { readonly value: string; readonly label: string; readonly chosen: boolean }[];
}

/** What a consent page shows. */
export interface Question {
  /** The platform's heading, such as "Connect to ShopMy". */
  readonly title: string;
  /** Who asks. */
  readonly app: string;
  /** Where the browser goes afterwards. */
  readonly redirect: string;
  /** What is asked for, where the merchant cannot choose. */
  readonly facts?: readonly string[];
  readonly choices: readonly Choice[];
  /** The buttons, the agreeing one first. */
  readonly answers: readonly { readonly value: string; readonly label: string }[];
}

/** The page on which a merchant decides. */
export interface Consent {
  isPage(url: URL): boolean;
  /** The rule that the authorization URL breaks; nothing of the mock is changed. */
  check(url: URL): string | undefined;
  question(url: URL): Question;
  /**
   * Carries the decision out.
   * @returns where the browser goes
   * @throws Error of the mock, which notes the rule that was broken
   */
  decide(url: URL, form: FormData): URL;
  /** The form of a merchant who declines. */
  readonly denial: string;
}

export interface PlatformInput {
  /** The addresses of the app that are registered; the first is the app's own. */
  readonly redirectUris: readonly string[];
  readonly now: () => number;
}

/** One of the four platforms, as the sandbox shows it. */
export interface SandboxPlatform {
  readonly id: PlatformId;
  readonly name: string;
  readonly mock: Mock;
  /** What an app is configured with, in the words of the package's options. */
  readonly credentials: readonly { readonly name: string; readonly value: string }[];
  /** The addresses of the app that the platform calls or sends browsers to. */
  readonly redirectUris: readonly string[];
  /** How to begin, for the start page. */
  readonly begin: string;
  /** Pages of the platform's own admin. */
  readonly links: readonly { readonly label: string; readonly path: string }[];
  owns(host: string): boolean;
  /** Whether a URL is of the API, and not of the flow. */
  isApi(url: URL): boolean;
  readonly consent?: Consent;
  /** A page of the platform's admin, or nothing. */
  page?(url: URL, request: Request): Promise<Response | undefined>;
  /** What a call beyond the limit is answered. */
  limited(): Response;
  /** Ends the life of every credential now; absent where they live for ever. */
  expire?(): void;
  /** Takes every credential back. */
  revoke(): void;
}

/**
 * Which rule a URL breaks, as a throwaway mock with the same registrations says: asking the real one would spend codes
 * and make keys.
 */
export function ruleOf(mock: { refusals: readonly Refusal[]; authorize(url: URL): URL }, url: URL): string | undefined {
  return reasoned(mock, () => mock.authorize(url)).rule;
}

/** Runs a decision; where the mock throws, `rule` is the one it noted. */
export function reasoned<Value>(
  mock: { refusals: readonly Refusal[] },
  run: () => Value,
): { value: Value; rule?: undefined } | { rule: string } {
  const before = mock.refusals.length;
  try {
    return { value: run() };
  } catch (error) {
    return {
      rule: mock.refusals.slice(before).at(-1)?.rule ?? (error instanceof Error ? error.message : String(error)),
    };
  }
}
