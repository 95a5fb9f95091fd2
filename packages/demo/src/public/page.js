// Works without this file; with it, bars run down by themselves and operations can be found by typing.
const span = (ms) => (ms >= 90_000 ? `${Math.round(ms / 60_000)} min` : `${Math.round(ms / 1000)} s`);

setInterval(() => {
  for (const text of document.querySelectorAll("[data-expires]")) {
    const left = Number(text.dataset.renews) - Date.now();
    text.textContent = left > 0 ? `renewed in about ${span(left)}` : "renewed with the next call";
    const bar = text.previousElementSibling;
    if (bar instanceof HTMLMeterElement) bar.value = Math.max(0, Number(text.dataset.expires) - Date.now());
  }
}, 1000);

const find = document.getElementById("find");
find?.addEventListener("input", () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const group of document.querySelectorAll("#groups details")) {
    let shown = 0;
    for (const item of group.querySelectorAll("li")) {
      const text = item.textContent.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
      if (!item.hidden) shown++;
    }
    group.hidden = shown === 0;
    if (words.length > 0) group.open = shown > 0 && shown <= 20;
  }
});

const current = document.querySelector("#groups [aria-current]");
const groups = document.getElementById("groups");
if (current && groups) groups.scrollTop = current.offsetTop - groups.offsetTop - groups.clientHeight / 2;

document.querySelector("#result h2")?.focus();
