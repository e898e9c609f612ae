import type { EmailContent } from './email-content.ts';

/** The plain-text part: the same sentences and the same links. */
export function emailText(content: EmailContent): string {
  const answers = content.answers
    ? [content.answers.lead, content.answers.links.map(({ label, url }) => `${label}:\n${url}`).join('\n\n')]
    : [];
  const stop = content.stop ? [`${content.stop.lead}\n${content.stop.url}`] : [];
  const signature = content.signature ? [content.signature] : [];
  const footer = content.footer.length > 0 ? ['-- \n' + content.footer.join('\n')] : [];
  return [...content.paragraphs, ...answers, ...signature, ...footer, ...stop].join('\n\n') + '\n';
}
