/** The one stylesheet, inlined and allowed by its hash: a page needs nothing else. */
export const style = `
:root{color-scheme:light dark;--back:#f6f7f9;--card:#fff;--text:#1b1f24;--dim:#57606a;--line:#d0d7de;--link:#0a58b8;--act:#0a58b8;--on-act:#fff;--bad:#a3142a;--good:#116329}
@media (prefers-color-scheme:dark){:root{--back:#0f1318;--card:#181d24;--text:#e6eaf0;--dim:#9aa5b1;--line:#3a434e;--link:#7db8ff;--act:#7db8ff;--on-act:#0b1016;--bad:#ff8f98;--good:#6fd08c}}
*{box-sizing:border-box}
body{margin:0;background:var(--back);color:var(--text);font:16px/1.5 system-ui,sans-serif;overflow-wrap:break-word}
header,main{max-width:62rem;margin:0 auto;padding:1rem 1.25rem}
header{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:baseline;border-bottom:1px solid var(--line)}
header strong{margin-right:auto}
main.narrow{max-width:34rem}
h1{font-size:1.5rem;line-height:1.25}h2{font-size:1.15rem;margin:0 0 .5rem}
section,.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:1rem 1.25rem;margin:0 0 1rem}
a{color:var(--link)}p{margin:.5rem 0}.dim{color:var(--dim)}.bad{color:var(--bad)}.good{color:var(--good)}
code,pre{font:.875rem/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
pre{padding:.75rem;background:var(--back);border:1px solid var(--line);border-radius:.4rem;overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-top:1px solid var(--line)}
caption{text-align:left;color:var(--dim);padding-bottom:.25rem}.scroll{overflow-x:auto}
fieldset{border:1px solid var(--line);border-radius:.4rem;margin:0 0 1rem;padding:.5rem 1rem}legend{font-weight:600;padding:0 .35rem}
label{display:flex;gap:.6rem;align-items:center;min-height:2.25rem}input{width:1.1rem;height:1.1rem;accent-color:var(--act)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:0 1rem}.pair button{min-height:2.25rem;padding:.25rem .7rem;font-size:.9rem}.pair .row{gap:.4rem;padding-bottom:.35rem}
.row{display:flex;flex-wrap:wrap;gap:.6rem}
button{font:inherit;padding:.5rem 1.1rem;min-height:2.75rem;border-radius:.4rem;border:1px solid var(--line);background:transparent;color:inherit;cursor:pointer}
button.main{background:var(--act);border-color:var(--act);color:var(--on-act)}button[aria-pressed=true]{background:var(--bad);border-color:var(--bad);color:var(--card)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
`;
