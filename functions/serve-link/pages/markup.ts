import { escapeHtml } from '#shared/domain/messages/email/email-html.ts';

/** HTML that is safe to put into a page as it is. Only `markup` makes one. */
export type Markup = { readonly html: string };
type Part = string | number | Markup | readonly Markup[] | false | undefined;

/** Every value is escaped unless it is Markup itself, so that forgetting to escape is not possible. */
export function markup(words: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { html: words.map((word, index) => word + written(parts[index])).join('') };
}

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map(({ html }) => html).join('');
}
