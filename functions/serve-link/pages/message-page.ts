import type { PageSentences } from '#shared/domain/messages/page-sentences.ts';
import { pagesEn } from '#shared/domain/messages/pages-en.ts';
import { pagesEs } from '#shared/domain/messages/pages-es.ts';
import { staffPages } from '#shared/domain/messages/staff-pages.ts';
import type { ClientWords } from './client-words.ts';
import { markup } from './markup.ts';
import { page } from './page.ts';

/** For a client: a title and what to do. */
export function clientMessage(words: ClientWords, about: 'expired' | 'problem'): string {
  const { title, body } = words.sentences[about];
  return page({
    language: words.language,
    title,
    body: markup`<p class="lead" role="alert">${words.fill(body)}</p>`,
    footer: words.footer,
  });
}

/** For staff: a title and what to do. */
export function staffMessage(about: 'expired' | 'gone' | 'problem'): string {
  const { title, lead } = staffPages[about];
  return page({ language: 'en', title, body: markup`<p class="lead" role="alert">${lead}</p>` });
}

/** A link that we never signed: no word about what could stand behind one. */
export function notFoundPage(): string {
  return inBoth(({ notFound }) => ({ title: notFound.title, body: notFound.body }));
}

/** It failed before anyone knew for whom: a client or staff, in either language. */
export function failedPage(): string {
  return inBoth(({ problem }) => ({ title: problem.title, body: problem.unknown }));
}

function inBoth(said: (sentences: PageSentences) => { title: string; body: string }): string {
  const [english, spanish] = [said(pagesEn), said(pagesEs)];
  return page({
    language: 'en',
    title: english.title,
    body: markup`<p>${english.body}</p>
<section lang="es"><h2>${spanish.title}</h2><p>${spanish.body}</p></section>`,
    footer: markup`<p>${pagesEn.footer}</p><p lang="es">${pagesEs.footer}</p>`,
  });
}
