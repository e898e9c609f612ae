import type { ClientWords } from './client-words.ts';
import { markup } from './markup.ts';
import { page } from './page.ts';

/** Opening it stops nothing: mail scanners open every link. */
export function unsubscribePage({ language, sentences, footer }: ClientWords): string {
  const { unsubscribe } = sentences;
  return page({
    language,
    title: unsubscribe.title,
    body: markup`<p>${unsubscribe.lead}</p>
<form method="post"><button class="main">${unsubscribe.button}</button></form>`,
    footer,
  });
}

export function unsubscribedPage({ language, sentences, fill, footer }: ClientWords): string {
  const { unsubscribe } = sentences;
  return page({
    language,
    title: unsubscribe.doneTitle,
    body: markup`<p class="lead" role="status">${fill(unsubscribe.done)}</p>`,
    footer,
  });
}
