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
  fill: (sentence: string) => string;
  footer: Markup;
};

export function clientWords(language: Language, programme: Programme): ClientWords {
  const sentences: PageSentences = catalogues[language].pages;
  const values = {
    program: programme.program,
    hours: programme.hoursText[language],
    phone: formatPhone(programme.officePhone),
  };
  return {
    language,
    sentences,
    fill: (sentence) => render('page', sentence, values),
    footer: markup`<p>${sentences.footer}</p>`,
  };
}
