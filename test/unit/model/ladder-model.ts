import { DateTime } from 'luxon';
import type { Case } from '#shared/domain/case/case.ts';
import type { Effect } from '#shared/domain/follow-up/inputs.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { must } from './property-runs.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** How often one person is tried before the next one is. */
const TRIES = 3;

export type PageEffect = Extract<Effect, { kind: 'page-step' | 'page-operators' }>;

/** Who was told so far, and when; nothing of how the case keeps it. */
export type LadderModel = {
  /** Whom was asked for last; begins anew when a person has the case. */
  last?: { round: number; step: number; at: number; tries: number; told: boolean; failed: boolean };
  /** When the client was last heard of, since anybody was asked. */
  calmedAt?: number;
  acknowledged?: { by: string; at: number };
  closed: boolean;
  /** When somebody was last told that the case is still open. */
  remindedAt?: number;
  /** When operators were told. */
  alarmedAt: number[];
};

export const aLadderModel = (): LadderModel => ({ closed: false, alarmedAt: [] });

/** Whether staff sleep, read off luxon's clock. */
export function isQuiet(at: number, { quietHours: { from, to }, timeZone }: Programme): boolean {
  const time = DateTime.fromMillis(at, { zone: timeZone }).toFormat('HH:mm');
  if (from === to) return false;
  return from < to ? from <= time && time < to : time >= from || time < to;
}

type Moment = { value: Case; programme: Programme; now: number };

/** What must hold whenever somebody is asked for. */
export function pageRules(model: LadderModel, page: PageEffect, moment: Moment): void {
  const { value, programme, now } = moment;
  const about = { page, model, now };
  must(!model.closed, 'nobody is told of a case that a person closed', about);
  must(value.pageAtAnyHour || !isQuiet(now, programme), 'silence pages nobody in the night', about);
  const isAlarm = page.step >= programme.ladder.length;
  must(
    isAlarm === (page.kind === 'page-operators'),
    'operators are told after everybody on the ladder',
    about,
  );
  if (model.acknowledged) return reminderRules(model, page, moment);
  must(
    now >= (model.calmedAt ?? -Infinity) + 12 * HOUR,
    'who answered is left half a day before anybody is told again',
    about,
  );
  const { last } = model;
  if (!last || model.calmedAt !== undefined)
    return must(page.step === 0, 'the first person is told first', about);
  if (page.round === last.round && page.step === last.step) return triedAgain(last, isAlarm, about);
  if (page.round === last.round) return climbed(last, page, moment);
  must(last.step === programme.ladder.length && last.told, 'a new round follows the alarm', about);
  must(
    page.round === last.round + 1 && page.step === programme.ladder.length - 1,
    'a new round begins with the last person',
    about,
  );
}

function triedAgain(last: NonNullable<LadderModel['last']>, isAlarm: boolean, about: unknown): void {
  must(!last.told, 'nobody is told twice for one reason', about);
  must(isAlarm || last.tries < TRIES, 'a person who cannot be told gives way to the next', about);
}

function climbed(last: NonNullable<LadderModel['last']>, page: PageEffect, { programme, now }: Moment): void {
  const about = { last, page, now };
  must(page.step === last.step + 1, 'no person on the ladder is skipped', about);
  must(
    last.told || last.tries === TRIES,
    'the next person is told after the one before, or when they cannot be',
    about,
  );
  const wait = (programme.ladder[last.step]?.waitMinutes ?? 0) * MINUTE;
  must(!last.told || now >= last.at + wait, 'everybody has their time to acknowledge', about);
}

/** Acknowledged is not reached: the first person is reminded, days later and weekly; who cannot be gives way to the next. */
function reminderRules(model: LadderModel, page: PageEffect, moment: Moment): void {
  const { value, programme, now } = moment;
  const about = { page, model, now };
  const { last } = model;
  if (last?.told === false) {
    const isAlarm = page.step >= programme.ladder.length;
    return page.step === last.step ? triedAgain(last, isAlarm, about) : climbed(last, page, moment);
  }
  const since = Math.max(value.dueAt, model.acknowledged?.at ?? 0);
  must(page.step === 0, 'the first person is reminded first', about);
  must(page.round !== last?.round, 'each reminder is a round of its own', about);
  must(now >= since + 3 * DAY, 'who has a case has three days before a reminder', about);
  must(now >= (model.remindedAt ?? -Infinity) + 7 * DAY, 'reminders come weekly', about);
}

/** The model after a step was asked for. */
export function asked(model: LadderModel, { round, step }: PageEffect, now: number): LadderModel {
  const { calmedAt: _over, ...rest } = model;
  const again = model.last?.round === round && model.last.step === step;
  const tries = again ? (model.last?.tries ?? 0) + 1 : 1;
  return { ...rest, last: { round, step, at: now, tries, told: false, failed: false } };
}

/** The model after a person took the case. */
export function taken({ last: _over, ...model }: LadderModel, by: string, at: number): LadderModel {
  return { ...model, acknowledged: { by, at } };
}
