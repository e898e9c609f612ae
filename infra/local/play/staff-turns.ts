import type { StaffAction } from './replies.ts';

export type StaffEntry = { readonly index: number; readonly action: StaffAction };

/** An alert that a step of the ladder got. */
export type Alert = {
  readonly id: string;
  /** Epoch ms. */
  readonly at: number;
  readonly step: number;
  readonly caseId: string;
  readonly link: string;
};

/** A case that an entry sees to. */
export type StaffTurn = { readonly entry: StaffEntry; readonly caseId: string; readonly dueAt: number };

/**
 * Who sees to what: each entry, in file order, takes the oldest case that was alerted about and that no entry has yet,
 * so that it uses one alert. An entry for each takes all that is left.
 */
export function staffTurns(
  entries: readonly StaffEntry[],
  alerts: readonly Alert[],
  taken: ReadonlyMap<string, number>,
): StaffTurn[] {
  const firstAlerts = alerts.filter(
    ({ caseId }, position) => alerts.findIndex((alert) => alert.caseId === caseId) === position,
  );
  const waiting = firstAlerts.filter(({ caseId }) => !taken.has(caseId));
  const usedOnce = new Set(taken.values());
  const once = entries.filter(({ index, action }) => !action.each && !usedOnce.has(index));
  const forEach = entries.find(({ action }) => action.each);
  return waiting.flatMap(({ caseId, at }, position) => {
    const entry = once[position] ?? forEach;
    return entry ? [{ entry, caseId, dueAt: at + entry.action.after }] : [];
  });
}

/** The alert that a person has in hand when they act: the newest about the case. */
export const newestAlert = (alerts: readonly Alert[], caseId: string): Alert | undefined =>
  alerts.findLast((alert) => alert.caseId === caseId);
