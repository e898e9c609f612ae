/** Text on background holds WCAG AA in both modes; a browser test measures it. */
const LIGHT =
  '--page:#fff;--words:#1c1c1e;--quiet:#4a4a4f;--line:#85858c;--soft:#f1f4f8;--act:#0b4f8a;--on-act:#fff;--wrong:#a4161a';
const DARK =
  '--page:#17181a;--words:#f2f2f3;--quiet:#c4c4c9;--line:#8e8e96;--soft:#232529;--act:#9cc9f5;--on-act:#10202f;--wrong:#ffb3b0';

/** One column, no images, nothing fetched. Targets are at least 48 px high. */
export const PAGE_STYLE = [
  `:root{color-scheme:light dark;${LIGHT}}`,
  `@media (prefers-color-scheme:dark){:root{${DARK}}}`,
  '*{box-sizing:border-box}',
  'body{margin:0;padding:24px 16px 40px;background:var(--page);color:var(--words);font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}',
  'main,footer{max-width:34rem;margin:0 auto}',
  'h1{margin:0 0 12px;font-size:1.6rem;line-height:1.25}',
  'h2{margin:36px 0 8px;font-size:1.2rem;line-height:1.3}',
  'p{margin:0 0 16px}',
  'form{margin:0 0 28px}',
  'footer{margin-top:40px;padding-top:16px;border-top:1px solid var(--line);font-size:1rem;color:var(--quiet)}',
  'footer p{margin:0}',
  '.lead{font-size:1.2rem}',
  '.note{padding:12px 16px;background:var(--soft);border-left:4px solid var(--act);border-radius:4px}',
  'blockquote{margin:0 0 16px;padding:12px 16px;background:var(--soft);border-left:4px solid var(--act);border-radius:4px;font-size:1.2rem;white-space:pre-wrap}',
  '.wrong{color:var(--wrong);font-weight:600;margin:0 0 8px}',
  'a{color:var(--act)}.phone{display:inline-block;padding:10px 0;margin:-10px 0;white-space:nowrap;font-weight:600}',
  '.hint{color:var(--quiet);font-size:1rem;margin:0 0 8px}',
  'button,.button{display:block;width:100%;min-height:48px;margin:0 0 12px;padding:12px 16px;border:2px solid var(--act);border-radius:10px;background:var(--page);color:var(--act);font:inherit;font-weight:600;line-height:1.25;text-align:center;text-decoration:none;cursor:pointer}',
  '.main{background:var(--act);color:var(--on-act)}',
  ':focus-visible{outline:3px solid var(--words);outline-offset:3px}',
  'label,legend{font-weight:600}',
  '.field{margin:0 0 16px}.field label{display:block;margin:0 0 4px}',
  'input[type=text],textarea{display:block;width:100%;min-height:48px;padding:10px 12px;border:2px solid var(--line);border-radius:8px;background:var(--page);color:var(--words);font:inherit}',
  '[aria-invalid=true]{border-color:var(--wrong)!important}',
  'textarea{min-height:8rem;resize:vertical}',
  'fieldset{margin:0 0 16px;padding:0;border:0}legend{padding:0;margin:0 0 4px}',
  '.choice{display:flex;align-items:center;gap:12px;min-height:48px;font-weight:400;cursor:pointer}',
  '.choice input{flex:none;width:24px;height:24px;margin:0;accent-color:var(--act)}',
  'dl{margin:0 0 24px}dt{color:var(--quiet);font-size:1rem}dd{margin:0 0 10px}',
  '@media (min-width:40rem){dl{display:grid;grid-template-columns:11rem 1fr;gap:0 16px}}',
  'ol{margin:0 0 24px;padding:0;list-style:none}li{margin:0 0 10px}',
  'time{color:var(--quiet);font-size:1rem;display:block}',
].join('');
