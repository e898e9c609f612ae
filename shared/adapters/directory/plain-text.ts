import { Parser } from 'htmlparser2';
import { plainMarkdown, withoutControls } from '#shared/domain/directory/values/plain-markdown.ts';

/** What stands in them is not for people. */
const HIDDEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
]);
const BLOCKS: ReadonlySet<string> = new Set(
  'p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article blockquote hr dt dd'.split(' '),
);

/** HTML, Markdown and invisible signs taken out; paragraphs and lists stay lines. Safe to print anywhere as text. */
export function plainText(text: string): string {
  const words = /[<&]/.test(text) ? withoutTags(text) : text;
  return withoutControls(plainMarkdown(words.replaceAll(/\r\n?/g, '\n')))
    .replaceAll(/[ \t\u00a0]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutTags(html: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentag(name) {
      if (HIDDEN.has(name)) hidden += 1;
      else if (BLOCKS.has(name) && hidden === 0) text += name === 'li' ? '\n- ' : '\n';
    },
    onclosetag(name) {
      if (HIDDEN.has(name)) hidden -= 1;
      else if (BLOCKS.has(name) && name !== 'br' && hidden === 0) text += '\n';
    },
    ontext(words) {
      if (hidden === 0) text += words;
    },
  });
  parser.end(html);
  return text;
}
