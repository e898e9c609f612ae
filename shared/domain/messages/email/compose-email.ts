import type { Language } from '../../programme.ts';
import { catalogueVersion } from '../catalogue.ts';
import { catalogues } from '../catalogues.ts';
import { render, type Values } from '../template.ts';
import type { EmailContent } from './email-content.ts';
import type { EmailId } from './email-ids.ts';
import { emailHtml } from './email-html.ts';
import type { EmailSentences } from './email-sentences.ts';
import { emailText } from './email-text.ts';

/** Signed links, https in production. Without `answers` the e-mail asks for nothing. */
export type EmailLinks = {
  unsubscribe: string;
  answers?: { ok: string; soSo: string; callMe: string; ownWords: string };
};

export type ComposedEmail = { subject: string; text: string; html: string; catalogueVersion: string };

/** A link that is not a web address. It would be a defect of ours, and no e-mail goes out with it. */
export class NotALink extends Error {
  constructor() {
    super('an e-mail link must be an http or https address');
    this.name = 'NotALink';
  }
}

/**
 * The e-mail `id` as plain text and as HTML. Discreet: no program, no name and no link; its headers still carry the way out.
 * Throws MissingValue and NotALink.
 */
export function composeEmail(
  id: EmailId,
  language: Language,
  values: Values,
  links: EmailLinks,
  { discreet = false }: { discreet?: boolean } = {},
): ComposedEmail {
  for (const url of [links.unsubscribe, ...Object.values(links.answers ?? {})]) {
    if (!/^https?:\/\/[^\s"<>]+$/.test(url)) throw new NotALink();
  }
  const sentences = catalogues[language].email;
  const content = discreet
    ? discreetContent(language, sentences)
    : openContent(id, language, sentences, values, links);
  return { subject: content.subject, text: emailText(content), html: emailHtml(content), catalogueVersion };
}

function discreetContent(language: Language, { discreet }: EmailSentences): EmailContent {
  return { language, subject: discreet.subject, paragraphs: discreet.paragraphs, footer: [] };
}

function openContent(
  id: EmailId,
  language: Language,
  sentences: EmailSentences,
  values: Values,
  { answers, unsubscribe }: EmailLinks,
): EmailContent {
  const fill = (template: string) => render(`email ${id}`, template, values);
  const { answers: labels } = sentences;
  return {
    language,
    subject: fill(sentences.subject),
    paragraphs: [sentences.greeting, ...sentences.bodies[id]].map(fill),
    ...(answers && {
      answers: {
        lead: fill(sentences.answersLead),
        links: [
          { label: labels.ok, url: answers.ok },
          { label: labels.soSo, url: answers.soSo },
          { label: labels.callMe, url: answers.callMe },
          { label: labels.ownWords, url: answers.ownWords },
        ],
      },
    }),
    signature: fill(sentences.signature),
    footer: sentences.footer.map(fill),
    stop: { lead: fill(sentences.stopLead), label: sentences.stopLink, url: unsubscribe },
  };
}
