/** The style sheet of the pages that the server renders: the design tokens of the browser client, and the elements. */
import { designTokens } from './design-tokens.ts';

const elements = `
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--color-page);color:var(--color-text);font:1rem/1.5 var(--font);overflow-wrap:anywhere}
.brand{display:flex;align-items:center;gap:var(--space-3);padding:var(--space-3) var(--space-4);border-block-end:3px solid var(--color-brand);background:var(--color-surface)}
.brand img{max-inline-size:50%;object-fit:contain}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--space-4);max-inline-size:var(--width-text);margin-inline:auto;padding:var(--space-5) var(--space-4) var(--space-7)}
h1,h2,h3{margin:0;line-height:1.25}
h1{font-size:1.75rem}
h2{font-size:1.25rem}
h3{font-size:1rem}
p,ul,dl,dd,fieldset,pre{margin:0}
a{color:var(--color-accent)}
img{max-inline-size:100%;block-size:auto}
:focus-visible{outline:3px solid var(--color-focus);outline-offset:2px}
.card,fieldset{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--space-4);padding:var(--space-4);border:1px solid var(--color-border);border-radius:var(--radius);background:var(--color-surface);box-shadow:var(--shadow)}
.card:target{border-color:var(--color-accent)}
details.card>:not(summary){margin-block-start:var(--space-3)}
summary{cursor:pointer}
form{display:grid;grid-template-columns:minmax(0,1fr);gap:var(--space-4)}
.field{display:grid;gap:var(--space-1)}
.field label,legend{font-weight:600}
.choice{display:flex;align-items:center;gap:var(--space-2);min-block-size:var(--target)}
.choice input{inline-size:1.25rem;block-size:1.25rem;flex:none;accent-color:var(--color-accent)}
input,textarea{font:inherit;color:inherit}
textarea,.field input{inline-size:100%;min-block-size:var(--target);padding:var(--space-2) var(--space-3);border:1px solid var(--color-control-border);border-radius:var(--radius);background:var(--color-surface)}
textarea{resize:vertical}
[aria-invalid=true]{border-color:var(--color-bad)}
.row{display:flex;flex-wrap:wrap;gap:var(--space-3)}
button{min-block-size:var(--target);padding:var(--space-2) var(--space-4);border:1px solid var(--color-control-border);border-radius:var(--radius);background:var(--color-surface);color:var(--color-text);font:inherit;font-weight:600;cursor:pointer}
button.primary{border-color:var(--color-accent);background:var(--color-accent);color:var(--color-on-accent)}
.muted{color:var(--color-muted)}
.small{font-size:var(--font-small)}
.preserve,pre{white-space:pre-wrap;overflow-wrap:anywhere}
.notice{display:grid;gap:var(--space-1);padding:var(--space-3) var(--space-4);border-radius:var(--radius);background:var(--color-accent-soft)}
.notice.bad{background:var(--color-bad-soft);color:var(--color-bad)}
.notice.warn{background:var(--color-warn-soft);color:var(--color-warn)}
.notice.good{background:var(--color-good-soft);color:var(--color-good)}
.problem{color:var(--color-bad)}
iframe{display:block;inline-size:100%;block-size:16rem;border:1px dashed var(--color-border);background:#fff;color-scheme:light}
dl.facts{display:grid;grid-template-columns:minmax(7rem,auto) minmax(0,1fr);gap:var(--space-2) var(--space-4)}
dl.facts dt{color:var(--color-muted)}
table{inline-size:100%;border-collapse:collapse}
caption{padding-block-end:var(--space-1);font-weight:600;text-align:start}
th,td{padding:var(--space-2) 0;border-block-end:1px solid var(--color-border);vertical-align:top;font-weight:400;text-align:start}
td:last-child{padding-inline-start:var(--space-3);text-align:end;white-space:nowrap}
code{padding:.1em .3em;border-radius:.25rem;background:var(--color-sunken);font-family:ui-monospace,monospace;font-size:.9em}
ul.columns{columns:15rem;padding-inline-start:var(--space-5);font-size:var(--font-small)}
ul.columns a{display:inline-block;padding-block:.2rem}
@media print{:root{color-scheme:light}.brand{padding-inline:0}main{max-inline-size:none;padding-inline:0}.card{padding:0;border:0;box-shadow:none}.unprinted{display:none}@page{margin:2cm}}
`;

/** The style sheet with the colour of the marketplace, which is `#rrggbb`. */
export const styleSheet = (brandColor: string): string =>
  `${designTokens}:root { --color-brand: ${brandColor}; }${elements}`;
