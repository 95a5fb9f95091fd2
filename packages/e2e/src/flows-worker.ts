import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { appOf, codeOf, type Shape } from "./platforms.ts";
import { pooled } from "./processes.ts";
import { openStore, type StoreSpec } from "./stores.ts";

/** One of the app's processes: answers callbacks as they come, several copies of each at once. */

export interface Callback {
  readonly id: number;
  readonly shape: Shape;
  readonly url: string;
  readonly cookie: string;
  readonly owner: string;
}

export interface FlowsInput {
  readonly spec: StoreSpec;
  readonly origin: string;
  /** JSON files: the callbacks, and for each of them what its copies came to. */
  readonly callbacks: string;
  readonly outcomes: string;
  readonly copies: number;
  readonly width: number;
}

/** How often each outcome came: the account, or the error's code. */
export type Outcomes = Record<number, Record<string, number>>;

const input = JSON.parse(process.argv[2]!) as FlowsInput;
const { store } = await openStore(input.spec);
const shapes: Shape[] = ["once", "never", "redirected", "signed"];
const apps = new Map(shapes.map((shape) => [shape, appOf(shape, input.origin, { store })]));
const outcomes: Outcomes = {};
const callbacks = JSON.parse(readFileSync(input.callbacks, "utf8")) as Callback[];

await pooled(callbacks, input.width, async ({ id, shape, url, cookie, owner }) => {
  const counts: Record<string, number> = {};
  outcomes[id] = counts;
  const copy = async () => {
    const request = new Request(url, { headers: cookie ? { cookie } : {} });
    const outcome = await apps
      .get(shape)!
      .callback(request, { owner })
      .then(({ connection }) => `connected ${connection.account}`, codeOf);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: input.copies }, copy));
});
writeFileSync(input.outcomes, JSON.stringify(outcomes));
process.send!({ type: "finished" }, () => process.exit());
