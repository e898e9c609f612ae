import type { ReplyReading } from '#shared/domain/replies/read-reply.ts';
import type { ClientWords } from './client-words.ts';
import { helpLines, type HelpLine } from './help-lines.ts';
import { markup } from './markup.ts';
import { page } from './page.ts';

type Handled = { reading: ReplyReading; caseOpened: boolean };

/** What a client reads after answering. Says only what is true: that a person is alerted, once the case is open. */
export function thanksPage(words: ClientWords, handled: Handled): string {
  const { reading } = handled;
  if (reading.safety === 'urgent') return urgentPage(words, handled);
  const bareOk = reading.queue === 'none';
  return page({
    language: words.language,
    title: words.sentences.thanks.title,
    body: markup`<p class="lead" role="status">${words.fill(thanksFor(words, reading))}</p>
${!bareOk && markup`<p>${words.sentences.help.lead}</p>${helpLines(words, ['call988', 'text988'])}`}`,
    footer: words.footer,
  });
}

function thanksFor({ sentences: { thanks, unsubscribe } }: ClientWords, reading: ReplyReading): string {
  if (reading.consent === 'opt-out') return unsubscribe.done;
  if (reading.queue === 'none') return thanks.ok;
  if (reading.meaning === 'call-me') return thanks.callMe;
  return reading.meaning === 'so-so' ? thanks.soSo : thanks.ownWords;
}

function urgentPage(words: ClientWords, { reading, caseOpened }: Handled): string {
  const { urgent, unsubscribe } = words.sentences;
  return page({
    language: words.language,
    title: urgent.title,
    body: markup`<p class="lead" role="alert">${first911(reading.about) ? urgent.act911 : urgent.act}</p>
${helpLines(words, linesFor(reading.about))}
${caseOpened && markup`<p>${urgent.paging}</p>`}
${reading.consent === 'opt-out' && markup`<p>${words.fill(unsubscribe.done)}</p>`}`,
    footer: words.footer,
  });
}

function linesFor(about: ReplyReading['about']): readonly HelpLine[] {
  if (!first911(about)) return ['call988', 'text988', 'call911'];
  return about === 'overdose' ? ['call911', 'poison', 'call988'] : ['call911', 'call988', 'text988'];
}

const first911 = (about: ReplyReading['about']): boolean =>
  about === 'overdose' || about === 'medical' || about === 'violence';
