// Times the calls of one subject with a stub for fetch: `calls.ts <subject> cheap|real|sized`.
import { cheap, real, sized } from "../answers.ts";
import { type SubjectName, subjects } from "../subjects.ts";

const [name, stub] = process.argv.slice(2) as [SubjectName, "cheap" | "real" | "sized"];
const get = await subjects[name]({ fetch: { cheap, real, sized }[stub], base: "https://api.shops.example/v1" });
const answer = await get();
if (typeof answer !== "object" || (answer as { id?: unknown }).id !== 7) throw new Error(`${name} got no answer`);

for (let call = 0; call < 6_000; call++) await get();
// Many short batches and their lower quartile: what else the machine does meanwhile falls on the others.
const times: number[] = [];
for (let batch = 0; batch < 120; batch++) {
  const start = performance.now();
  for (let call = 0; call < 100; call++) await get();
  times.push((performance.now() - start) * 10);
}
times.sort((a, b) => a - b);

// The young generation is large enough that nothing is collected while bytes are counted (see child.ts).
const { gc } = globalThis as { gc?: () => void };
const used = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const counts: number[] = [];
for (let round = 0; round < 5; round++) {
  gc?.();
  await new Promise((resolve) => setTimeout(resolve, 20));
  gc?.();
  const before = used();
  for (let call = 0; call < 500; call++) await get();
  counts.push((used() - before) / 500);
}
counts.sort((a, b) => a - b);
console.log(JSON.stringify({ us: times[30], bytes: counts[2] }));
process.exit();
