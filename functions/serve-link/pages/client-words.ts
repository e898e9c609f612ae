import { catalogues } from '#shared/domain/messages/catalogues.ts';
import { formatPhone } from '#shared/domain/messages/format.ts';
import type { PageSentences } from '#shared/domain/messages/page-sentences.ts';
import { render } from '#shared/domain/messages/template.ts';
import type { Language, Programme } from '#shared/domain/programme.ts';
import { markup, type Markup } from './markup.ts';

/** The catalogue's sentences for pages in one language, and how to fill them with the programme's values. */
export type ClientWords = {
  language: Language;
  sentences: PageSentences;
  /** With the programme's values; its phone number can be tapped. */
  fill: (sentence: string) => Markup;
  footer: Markup;
};

export function clientWords(language: Language, programme: Programme): ClientWords {
  const sentences: PageSentences = catalogues[language].pages;
  const phone = formatPhone(programme.officePhone);
  const link = markup`<a class="phone" href="tel:${programme.officePhone}">${phone}</a>`;
  const values = {
    program: programme.program,
    // "Mon-" alone at the end of a line is hard to read.
    hours: programme.hoursText[language].replaceAll('-', '\u2011'),
    phone,
  };
  return {
    language,
    sentences,
    fill: (sentence) => withLink(render('page', sentence, values), phone, link),
    footer: markup`<p>${sentences.footer}</p>`,
  };
}

function withLink(sentence: string, phone: string, link: Markup): Markup {
  const pieces = sentence.split(phone);
  return markup`${pieces.map((piece, index) => markup`${index > 0 && link}${piece}`)}`;
}
