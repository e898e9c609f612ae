import { byId, make } from './dom.js';

/** @typedef {import('./live.js').State} State */

/**
 * Ticks off what a newcomer has done; with all done the steps go away.
 * @param {State} state
 */
export function showFirstSteps({ clients, texts, staff }) {
  const hasAnswer = [...texts.values()].some(({ by }) => by === 'client');
  const done = {
    closed: clients.length > 0,
    moved: texts.size > 0,
    answered: hasAnswer || staff.some(({ isOperators }) => !isOperators),
  };
  const box = byId('first', HTMLElement);
  box.hidden = Object.values(done).every(Boolean);
  for (const [step, isDone] of Object.entries(done)) {
    const item = box.querySelector(`[data-step=${step}]`);
    if (!item || item.classList.contains('done') === isDone) continue;
    item.classList.toggle('done', isDone);
    item.querySelector('.tick')?.remove();
    if (isDone) item.prepend(make('span', { class: 'tick' }, 'Done: '));
  }
}
