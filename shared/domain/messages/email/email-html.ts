import type { EmailContent } from './email-content.ts';

/** Text and background pairs; a test holds each to WCAG AA (4.5:1) in its mode. */
export const EMAIL_COLORS = {
  light: {
    page: '#ffffff',
    words: '#1c1c1e',
    quiet: '#4a4a4f',
    link: '#0b4f8a',
    button: '#0b4f8a',
    onButton: '#ffffff',
  },
  dark: {
    page: '#17181a',
    words: '#f2f2f3',
    quiet: '#c4c4c9',
    link: '#9cc9f5',
    button: '#9cc9f5',
    onButton: '#10202f',
  },
} as const;

/** Characters that mean something in HTML; attributes are always in double quotes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * One column of real text and real links: no images, no tracking, nothing fetched from anywhere.
 * Button colours stand inline as a pair, so that a mail program which inverts one inverts both.
 */
export function emailHtml(content: EmailContent): string {
  return [
    '<!doctype html>',
    `<html lang="${content.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(content.subject)}</title>`,
    `<style>${styles()}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...content.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...answersHtml(content.answers),
    ...(content.signature ? [`<p>${escapeHtml(content.signature)}</p>`] : []),
    '</main>',
    ...footerHtml(content),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function answersHtml(answers: EmailContent['answers']): string[] {
  if (!answers) return [];
  const { button, onButton } = EMAIL_COLORS.light;
  const style = `display:block;padding:14px 18px;border-radius:8px;text-align:center;font-weight:600;text-decoration:none;color:${onButton};background-color:${button}`;
  return [
    `<p id="answers">${escapeHtml(answers.lead)}</p>`,
    '<ul class="answers" aria-labelledby="answers" style="list-style:none;margin:0;padding:0">',
    ...answers.links.map(
      ({ label, url }) =>
        `<li style="margin:0 0 12px"><a class="answer" style="${style}" href="${escapeHtml(url)}">${escapeHtml(label)}</a></li>`,
    ),
    '</ul>',
  ];
}

function footerHtml({ footer, stop }: EmailContent): string[] {
  if (footer.length === 0 && !stop) return [];
  return [
    '<footer>',
    ...footer.map((line) => `<p>${escapeHtml(line)}</p>`),
    ...(stop
      ? [
          `<p>${escapeHtml(stop.lead)} <a class="stop" href="${escapeHtml(stop.url)}">${escapeHtml(stop.label)}</a></p>`,
        ]
      : []),
    '</footer>',
  ];
}

function styles(): string {
  const { light, dark } = EMAIL_COLORS;
  return [
    ':root{color-scheme:light dark}',
    `body{margin:0;padding:16px;background-color:${light.page};color:${light.words};font:18px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}`,
    'main,footer{max-width:34em;margin:0 auto}',
    'p{margin:0 0 16px}',
    `footer{margin-top:32px;font-size:16px;color:${light.quiet}}`,
    `.stop{display:inline-block;padding:12px 0;color:${light.link}}`,
    `@media (prefers-color-scheme:dark){body{background-color:${dark.page};color:${dark.words}}`,
    `footer{color:${dark.quiet}}.stop{color:${dark.link}}`,
    `.answer{color:${dark.onButton}!important;background-color:${dark.button}!important}}`,
  ].join('');
}
