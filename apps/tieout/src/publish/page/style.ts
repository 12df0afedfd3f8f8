import { type StyledTable, styleOf } from "./page-table.ts";

const WIDE = `
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--line:#d0d7de;--card:#f6f8fa;--critical:#a40e26;--high:#9a3412;--medium:#7a4d00;--low:#4a5560;--good:#116329;--captured:#0a5fb4;--refunded:#b35900;--link:#0550ae}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--line:#30363d;--card:#161b22;--critical:#ff7b72;--high:#ffa657;--medium:#e3b341;--low:#9da7b3;--good:#56d364;--captured:#58a6ff;--refunded:#f0883e;--link:#79b8ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
main{max-width:62rem;margin:0 auto;padding:0 1rem 2rem}
td,th{overflow-wrap:normal}:is(td,th) :is(bdi,code){overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:1.5rem 0 .5rem}
h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
p,dd,ul{margin:.3rem 0}
a{color:var(--link)}
.soft,.none,.more,caption{color:var(--soft)}
.verdict{font-size:1.1rem;padding:.8rem 1rem;border-left:.4rem solid var(--medium);background:var(--card)}
.verdict.final{border-color:var(--good)}.verdict.incomplete{border-color:var(--critical)}
.day{white-space:nowrap}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-size:.93rem}
caption{text-align:left;padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line)}
tbody th{font-weight:600;min-width:9rem}
article{border:1px solid var(--line);border-left:.4rem solid var(--low);background:var(--card);padding:.5rem .9rem;margin:.6rem 0;break-inside:avoid}
article h3{margin:.1rem 0}
.critical{border-left-color:var(--critical)}.high{border-left-color:var(--high)}.medium{border-left-color:var(--medium)}
article b{text-transform:uppercase;font-size:.8rem;letter-spacing:.04em}
.critical b{color:var(--critical)}.high b{color:var(--high)}.medium b{color:var(--medium)}
article i{border:1px solid;border-radius:.3rem;padding:0 .3rem;font-size:.8rem;font-style:normal}
svg{display:block;width:100%;height:auto;margin:.5rem 0}
svg text{fill:var(--soft);font-size:12px}
.captured{fill:var(--captured)}.refunded{fill:var(--refunded)}.untied{fill:var(--critical)}.axis{stroke:var(--ink)}.grid{stroke:var(--line)}
pre,code{font-family:ui-monospace,monospace;font-size:.85rem;white-space:pre-wrap}
pre{margin:.4rem 0}
dt{font-weight:600;margin-top:.5rem}dd{margin-left:0}
`;

/** Rows as cards, except in a calendar, which is narrow enough. */
const NARROW = `table:not(.month) thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
table:not(.month),table:not(.month) :is(caption,tbody,tr,th,td){display:block}
table:not(.month) tr{border:1px solid var(--line);background:var(--card);padding:.4rem .7rem;margin:.5rem 0}
table:not(.month) :is(th,td){border:0;padding:.1rem 0}
td::before{color:var(--soft)}
svg text{font-size:20px}`;

/** On paper everything is black on white, and what is folded on a screen is open. */
const PRINT = `@page{margin:12mm}
@media print{:root{font-size:9pt;color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--line:#999;--card:#fff}body{font-size:1rem}main{max-width:none;padding:0}h2,h3,h2+p,summary{break-after:avoid}tr,svg{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}}
`;

/** The look of a page with these tables: light and dark, narrow and on paper. No address in it: nothing is fetched. */
export const styleWith = (tables: ReadonlyArray<StyledTable>): string => {
  const styles = tables.map(styleOf);
  return [
    WIDE,
    "@media print,(min-width:60rem){",
    ...styles.map(({ wide }) => wide),
    "}\n@media screen and (max-width:59.99rem){",
    NARROW,
    ...styles.map(({ narrow }) => narrow),
    "}\n",
    PRINT,
  ].join("");
};
