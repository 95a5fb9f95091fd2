// Keeps 50 requests of one subject under way: `loopback.ts <subject> <port>`.
import { type SubjectName, subjects } from "../subjects.ts";

const [name, port] = process.argv.slice(2) as [SubjectName, string];
const get = await subjects[name]({ fetch: globalThis.fetch, base: `http://127.0.0.1:${port}` });
const WORKERS = 50;

async function run(ms: number): Promise<number> {
  const end = performance.now() + ms;
  let done = 0;
  const work = async () => {
    while (performance.now() < end) {
      if (((await get()) as { id?: unknown }).id !== 7) throw new Error(`${name} got no answer`);
      done++;
    }
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return done;
}

await run(700);
const before = process.cpuUsage();
const done = await run(1_500);
const { user, system } = process.cpuUsage(before);
// The client fills its core: requests in a second of its own time, which no other process can take from it.
console.log(JSON.stringify({ perSecond: done / ((user + system) / 1e6) }));
process.exit();
