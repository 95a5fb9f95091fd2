// Imports the given files in an empty process and tells what that costs.
// The loader itself is there in any program.
await import("data:text/javascript,");
const before = new Set(process.moduleLoadList);
const rss = process.memoryUsage.rss();
// The time of this thread, which no other process can take from it.
const usage = (process.threadCpuUsage ?? process.cpuUsage).bind(process);
const start = usage();
for (const file of process.argv.slice(2)) await import(file);
const { user, system } = usage(start);
const loaded = process.moduleLoadList.filter((name) => !before.has(name));
console.log(
  JSON.stringify({
    ms: (user + system) / 1000,
    kilobytes: (process.memoryUsage.rss() - rss) / 1000,
    stack: loaded.filter((name) => /undici|\bhttp2?$|\btls$|_http_/.test(name)).length,
  }),
);
