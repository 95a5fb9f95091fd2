import { afterEach, expect, it, vi } from "vitest";
import { Expiring } from "../src/expiring.ts";

afterEach(() => void vi.restoreAllMocks());

it("forgets at the time that was given, and keeps what lives however many pass by", () => {
  let time = 0;
  vi.spyOn(performance, "now").mockImplementation(() => time);
  const values = new Expiring<number>();
  values.set("kept", 1, 1_000_000);
  for (time = 0; time < 100_000; time++) values.set(`each-${time}`, time, time + 100);
  expect(values.get("kept")).toBe(1);
  expect(values.get("each-99950")).toBe(99_950);
  expect(values.get("each-99900")).toBeUndefined();
  expect(values.size).toBeLessThan(1_100);
  values.delete("kept");
  expect(values.get("kept")).toBeUndefined();
});

it("holds more than its usual number where all of them live", () => {
  const values = new Expiring<number>();
  const until = performance.now() + 60_000;
  for (let index = 0; index < 5_000; index++) values.set(String(index), index, until);
  expect(values.size).toBe(5_000);
});
