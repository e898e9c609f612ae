import { markup, type Markup } from './markup.ts';
import { PAGE_STYLE } from './page-style.ts';

const STYLE: Markup = { html: PAGE_STYLE };

/** A whole page: one column, one h1, which is also the title. */
export function page(options: {
  language: 'en' | 'es';
  title: string;
  body: Markup;
  footer?: Markup;
}): string {
  const { language, title, body, footer } = options;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
${footer && markup`<footer>${footer}</footer>`}
</body>
</html>
`.html;
}
