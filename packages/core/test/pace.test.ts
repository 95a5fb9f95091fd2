import { afterEach, expect, it, vi } from "vitest";
import { createPace } from "../src/pace.ts";

afterEach(() => void vi.useRealTimers());

const rate = { requests: 3, per: 1_000 };

/** When each of the calls had its turn, by a clock that runs by itself. */
function timed(pace: ReturnType<typeof createPace>, account = "acme") {
  const times: number[] = [];
  const call = async (signal?: AbortSignal) => {
    await pace(account, signal);
    times.push(performance.now());
  };
  return { times, call };
}

it("keeps every span of its length to its number, in the order of the calls", async () => {
  vi.useFakeTimers();
  const order: number[] = [];
  const { times, call } = timed(createPace(rate));
  const all = Array.from({ length: 10 }, (_, index) => call().then(() => order.push(index)));
  await vi.runAllTimersAsync();
  await Promise.all(all);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (let index = 3; index < times.length; index++)
    expect(times[index]! - times[index - 3]!).toBeGreaterThanOrEqual(1_000);
  expect(times[9]! - times[0]!).toBeLessThan(3_100);
});

it("gives the turns of calls that gave up to the next", async () => {
  vi.useFakeTimers();
  const { times, call } = timed(createPace(rate));
  const controller = new AbortController();
  const all = Array.from({ length: 63 }, () => call(controller.signal).catch((error: unknown) => error));
  await vi.advanceTimersByTimeAsync(50);
  controller.abort(new Error("changed my mind"));
  await Promise.all(all);
  expect(times).toHaveLength(3);
  expect(vi.getTimerCount()).toBe(0);
  const start = performance.now();
  const next = call();
  await vi.runAllTimersAsync();
  await next;
  expect(performance.now() - start).toBeLessThan(1_000);
  await expect(call(AbortSignal.abort(new Error("before")))).rejects.toThrow("before");
});

it("spaces each account by itself", async () => {
  vi.useFakeTimers();
  const pace = createPace(rate);
  const [one, other] = [timed(pace, "one"), timed(pace, "other")];
  await Promise.all([one.call(), one.call(), one.call(), other.call(), other.call(), other.call()]);
  expect([...one.times, ...other.times].every((time) => time === one.times[0])).toBe(true);
});
