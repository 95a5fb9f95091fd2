import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect } from "vitest";

const NAMES = ["chromium", "chromium-browser", "google-chrome"];
const EXECUTABLE = NAMES.map((name) => `/usr/bin/${name}`).find((path) => existsSync(path));
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const SCREENSHOTS = join(import.meta.dirname, "../../test-results/screenshots");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Why there is no browser here, or nothing. */
export const missing: string | undefined = EXECUTABLE ? undefined : `/usr/bin has none of ${NAMES.join(", ")}`;

export function launch(): Promise<Browser> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  return chromium.launch({ executablePath: EXECUTABLE!, args: ARGUMENTS });
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Takes a page's picture in light and dark, and expects that axe finds nothing serious or critical in either. */
export async function look(page: Page, name: string): Promise<void> {
  // The page's own policy forbids scripts of others, so axe comes in through the debugger.
  const debug = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await debug.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe failed on ${name}: ${exceptionDetails.text}`);
    return result.value as unknown;
  };
  await evaluate(`${AXE}; undefined`);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Of all rules only this one looks at colours.
    const rules = colorScheme === "dark" ? `runOnly: ["color-contrast"],` : "";
    const found = await evaluate(
      `axe.run({ ${rules} resultTypes: ["violations"] }).then(({ violations }) => JSON.stringify(violations))`,
    );
    const violations = (JSON.parse(String(found)) as Violation[])
      .filter(({ impact }) => ["serious", "critical"].includes(impact))
      .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(" | ")}`);
    expect(violations.join("\n"), `axe on ${name}, ${colorScheme}`).toBe("");
    await picture(page, `${name}-${colorScheme}`);
  }
  await debug.detach();
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
}

/** The addresses in a tab's session history: what the back button knows. */
export async function historyOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send("Page.getNavigationHistory");
  await session.detach();
  return entries.map(({ url }) => url);
}
