export const STYLE: string = `
:root { color-scheme: light dark; --line: #8885; --soft: #8881; --accent: #0b6b53; --bad: #b3261e; font: 16px/1.5 system-ui, sans-serif; }
@media (prefers-color-scheme: dark) { :root { --accent: #5fd0ae; --bad: #ff8a80; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
.cards li, .notice { border: 1px solid var(--line); border-radius: .6rem; padding: 1rem; }
.notice { background: var(--soft); } .notice.bad { border-color: var(--bad); }
label { display: block; font-size: .9rem; } input, select { font: inherit; padding: .35rem .5rem; width: 100%; box-sizing: border-box; margin-bottom: .6rem; }
button { font: inherit; padding: .45rem .9rem; border-radius: .4rem; border: 1px solid var(--accent); background: var(--accent); color: Canvas; cursor: pointer; }
button.plain { background: none; color: inherit; border-color: var(--line); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
.scroll { overflow-x: auto; } pre { background: var(--soft); padding: .8rem; border-radius: .4rem; overflow-x: auto; }
form.inline { display: inline; } .bar { height: .4rem; border-radius: .2rem; background: var(--soft); min-width: 6rem; } .bar i { display: block; height: 100%; border-radius: .2rem; background: var(--accent); }
`;
