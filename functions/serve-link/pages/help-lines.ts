import type { ClientWords } from './client-words.ts';
import { markup, type Markup } from './markup.ts';

export type HelpLine = 'call988' | 'text988' | 'call911' | 'poison';

/** Lines that one tap calls or texts; the first is the one to take. */
export function helpLines(words: ClientWords, lines: readonly HelpLine[]): Markup {
  return markup`${lines.map((line, index) => link(words, line, index === 0))}`;
}

function link({ language, sentences }: ClientWords, line: HelpLine, isFirst: boolean): Markup {
  const address = {
    call988: 'tel:988',
    // 988 answers in Spanish when the first word is AYUDA; `?&` is what both phone makers read.
    text988: language === 'es' ? 'sms:988?&body=AYUDA' : 'sms:988',
    call911: 'tel:911',
    poison: 'tel:+18002221222',
  }[line];
  return markup`<a class="button${isFirst && ' main'}" href="${address}">${sentences.help[line]}</a>
`;
}
