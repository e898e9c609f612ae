import { make } from './dom.js';

/** On a narrow screen one panel is shown at a time; the addresses keep working without this. */
export function switchPanels() {
  const links = [...document.querySelectorAll('.panels-nav a')].filter(
    (link) => link instanceof HTMLAnchorElement,
  );
  const choose = (/** @type {string} */ panel) => {
    if (!links.some((link) => link.dataset['panel'] === panel)) return;
    document.body.dataset['panel'] = panel;
    for (const link of links) {
      const isChosen = link.dataset['panel'] === panel;
      if (isChosen) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
      if (isChosen) link.querySelector('.news')?.setAttribute('hidden', '');
    }
  };
  window.addEventListener('hashchange', () => choose(location.hash.slice(1)));
  for (const link of links) link.addEventListener('click', () => choose(link.dataset['panel'] ?? ''));
  choose(location.hash.slice(1) || 'close');
}

/**
 * Marks a panel that is not shown as having something new.
 * @param {string} panel
 */
export function markNews(panel) {
  if (document.body.dataset['panel'] === panel) return;
  const news = document.querySelector(`.panels-nav a[data-panel="${panel}"] .news`);
  if (!news) return;
  news.replaceChildren(make('span', { class: 'unseen' }, '(new)'));
  news.removeAttribute('hidden');
}
