import { afterQuiet } from './hours.ts';
import type { CaseStory, Story } from './model.ts';

/**
 * The latest time at which staff must be told of what was due at `at`: by the next look, and, unless it may wake them,
 * not in their quiet hours.
 */
export function toldBy(
  { troubles, tolerances, known }: Story,
  at: number,
  { anyHour, document }: { anyHour: boolean; document?: string },
): number {
  const looked = (from: number) => troubles.after(from, tolerances.looked, 'alerts', document);
  const first = looked(at);
  if (anyHour) return first;
  const due = afterQuiet(at - known.clockSkew, known.quietHours, known.agencyZone);
  const morning = afterQuiet(first, known.quietHours, known.agencyZone);
  const last = Math.max(due, morning);
  return last > first || due > at ? looked(Math.max(last, at)) : first;
}

/** Urgent words and imminent risk reach people at any hour. */
export function pagesAtAnyHour({ texts, sessions }: Story, { doc, reason, about }: CaseStory): boolean {
  const means = texts.get(about)?.means;
  if (reason === 'in') return means === 'urgent' || means === 'stop-and-urgent';
  if (reason !== 'declined') return false;
  // Named after the closing it is about; the same session may have been closed otherwise before.
  const closings = sessions.get(doc ?? '')?.closings ?? [];
  return closings.some(({ closedAt, event }) => event.risk.tier === 'imminent' && about === String(closedAt));
}

/** When somebody had it: an alert to a named person, or a person's own word. */
export const reachedStaffAt = ({ moves }: CaseStory): number =>
  moves.find(({ kind }) => kind === 'alert' || kind === 'acknowledged' || kind === 'closed')?.at ?? Infinity;
