import { advanceCase, caseDueAt, openCase, type CaseAdvance } from '#shared/domain/case/advance-case.ts';
import type { Case, CaseInput, NewCase } from '#shared/domain/case/case.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { CaseStep } from './any-case.ts';
import {
  aLadderModel,
  asked,
  isQuiet,
  pageRules,
  taken,
  type LadderModel,
  type PageEffect,
} from './ladder-model.ts';
import { frozen, must } from './property-runs.ts';

const MINUTE = 60_000;

/** One case, and staff, alerts and a queue that misbehave. */
export type CaseWorld = {
  value: Case;
  readonly programme: Programme;
  now: number;
  ladder: LadderModel;
  /** Alerts handed over whose result is not told yet. */
  untold: { round: number; step: number }[];
  sends: string[];
  /** Hand-overs of the automatic answers. */
  answered: Map<string, number>;
  seen: CaseInput[];
};

export function aCaseWorld(
  { newCase, now }: { newCase: NewCase; now: number },
  programme: Programme,
): CaseWorld {
  const { value } = openCase(newCase, { now, programme });
  return {
    value: frozen(value),
    programme,
    now,
    ladder: aLadderModel(),
    untold: [],
    sends: [],
    answered: new Map(),
    seen: [],
  };
}

/** Applies an input and looks at everything that must hold of every step; the pages that it asks for are handed back. */
function applyToCase(world: CaseWorld, input: CaseInput): PageEffect[] {
  const { value: before, programme, now } = world;
  const step = frozen(advanceCase(before, frozen(input), { now, programme }));
  if (step.kind === 'changed') world.value = step.value;
  if (input.kind !== 'page-result' && input.kind !== 'hand-over-result')
    world.seen = [...world.seen, input].slice(-8);
  hear(world, input, before);
  stateRules(world, before);
  const pages = pagesOf(step);
  if (input.kind === 'wake') dueRule(before, pages, world);
  for (const page of pages) {
    pageRules(world.ladder, page, world);
    world.ladder = asked(world.ladder, page, now);
  }
  for (const effect of step.kind === 'changed' ? step.effects : [])
    if (effect.kind === 'send') world.sends.push(effect.messageId);
  if ((caseDueAt(world.value) ?? Infinity) > now || input.kind !== 'wake') comesAgain(world, input);
  return pages;
}

/** Words reach somebody at any hour and silence by day: no moment passes without anybody being asked for. */
function dueRule(
  { state, next, pageAtAnyHour }: Case,
  pages: readonly PageEffect[],
  { programme, now }: CaseWorld,
): void {
  if (state === 'closed' || !next || next.at > now || (!pageAtAnyHour && isQuiet(now, programme))) return;
  must(pages.length === 1, 'when the moment has come, one person is asked for', { next, pages });
}

function pagesOf(step: CaseAdvance): PageEffect[] {
  const effects = step.kind === 'changed' ? step.effects : [];
  return effects.flatMap((effect) =>
    effect.kind === 'page-step' || effect.kind === 'page-operators' ? [effect] : [],
  );
}

function comesAgain({ value, programme, now }: CaseWorld, input: CaseInput): void {
  if (input.kind === 'open' && (caseDueAt(value) ?? Infinity) <= now) return;
  const again = advanceCase(value, input, { now, programme });
  must(again.kind === 'unchanged', 'an input that comes again changes nothing', { input, again });
}

/** Told from the inputs alone: who has it, and whether the client was heard of. */
function hear(world: CaseWorld, input: CaseInput, before: Case): void {
  const { ladder } = world;
  if (input.kind === 'acknowledged' || input.kind === 'closed') {
    const theirs = ladder.acknowledged ? ladder : taken(ladder, input.by, input.at);
    world.ladder = { ...theirs, closed: ladder.closed || input.kind === 'closed' };
  }
  const isNews =
    input.kind === 'note' &&
    !before.notes.some(({ at, kind }) => at === input.note.at && kind === input.note.kind);
  if (
    isNews &&
    input.note.kind === 'client-answered' &&
    before.reason === 'missed-check-in' &&
    !ladder.acknowledged
  )
    world.ladder = { ...ladder, calmedAt: world.now };
  if (input.kind === 'page-result') world.ladder = told(world, input);
}

/** A result that comes when its alert was said to have failed, or when the next person is asked already, is no news. */
function told(
  { ladder, now, programme }: CaseWorld,
  { round, step, sent }: Extract<CaseInput, { kind: 'page-result' }>,
): LadderModel {
  const { last } = ladder;
  if (last?.round !== round || last.step !== step || last.told || last.failed) return ladder;
  if (!sent) return { ...ladder, last: { ...last, failed: true } };
  if (ladder.acknowledged) return { ...ladder, last: { ...last, told: true }, remindedAt: last.at };
  return {
    ...ladder,
    last: { ...last, told: true },
    ...(step >= programme.ladder.length && { alarmedAt: [...ladder.alarmedAt, now] }),
  };
}

function stateRules({ value, ladder, now }: CaseWorld, before: Case): void {
  const state = ladder.closed ? 'closed' : ladder.acknowledged ? 'acknowledged' : 'open';
  must(value.state === state, 'a case is open until a person has it, and closed by a person alone', {
    value,
    ladder,
  });
  must(value.acknowledged?.by === ladder.acknowledged?.by, 'the first who acknowledged has it', {
    value,
    ladder,
  });
  must(value.version === before.version && value.record === before.record, 'the store alone numbers a case');
  must(
    state === 'closed' || caseDueAt(value) !== undefined,
    'a case that is not closed is always due',
    value,
  );
  must(state === 'closed' || value.next !== undefined, 'a case that is not closed has a next moment', value);
  must(value.pages.length <= 21 && value.notes.length <= 21, 'a case stays small', { now });
}

/** Lets one drawn step happen. */
export function takeCaseStep(world: CaseWorld, step: CaseStep): void {
  const at = world.now - ('ago' in step ? step.ago : 0);
  switch (step.do) {
    case 'wait':
      world.now += step.minutes * MINUTE;
      return;
    case 'wake-when-due':
      world.now = Math.max(world.now, caseDueAt(world.value) ?? 0) + step.lateMinutes * MINUTE;
      return wakeCase(world, step.page);
    case 'tell-page': {
      const page = world.untold.shift();
      if (page) applyToCase(world, { kind: 'page-result', ...page, sent: true });
      return;
    }
    case 'send-answer':
      return sendAnswer(world, step.outcome);
    case 'note': {
      const kind = step.answered ? 'client-answered' : 'another-text';
      return void applyToCase(world, { kind: 'note', note: { at, kind } });
    }
    case 'acknowledge':
      return void applyToCase(world, { kind: 'acknowledged', by: step.who, at });
    case 'close':
      return void applyToCase(world, { kind: 'closed', by: step.who, at, outcome: 'reached' });
    case 'again': {
      const input = world.seen[step.nth % Math.max(1, world.seen.length)];
      if (input) pageAll(world, applyToCase(world, input), 'sent');
    }
  }
}

/** A look at what is due, and the alerts that it asks for. */
export function wakeCase(world: CaseWorld, page: string): void {
  pageAll(world, applyToCase(world, { kind: 'wake' }), page);
}

function pageAll(world: CaseWorld, pages: readonly PageEffect[], outcome: string): void {
  for (const { round, step } of pages) {
    if (outcome === 'told-late') world.untold.push({ round, step });
    else if (outcome !== 'lost')
      applyToCase(world, { kind: 'page-result', round, step, sent: outcome === 'sent' });
  }
}

function sendAnswer(world: CaseWorld, outcome: Extract<CaseStep, { do: 'send-answer' }>['outcome']): void {
  const messageId = world.sends.at(-1);
  if (!messageId) return;
  const { value: before } = world;
  applyToCase(world, { kind: 'claim', messageId });
  const stateIn = ({ outbox }: Case) => outbox.find(({ id }) => id === messageId)?.state;
  if (stateIn(before) !== 'queued' || stateIn(world.value) !== 'claimed') return;
  const times = (world.answered.get(messageId) ?? 0) + (outcome === 'throttled' ? 0 : 1);
  world.answered.set(messageId, times);
  must(times <= 1, 'an automatic answer is handed over once', { messageId });
  if (outcome !== 'lost')
    applyToCase(world, { kind: 'hand-over-result', messageId, result: RESULTS[outcome] });
}

const RESULTS: Readonly<Record<'accepted' | 'unknown' | 'throttled' | 'refused', HandOverResult>> = {
  accepted: { kind: 'accepted', providerId: 'SM1', status: 'accepted' },
  unknown: { kind: 'unknown' },
  throttled: { kind: 'throttled', retryAfterSeconds: 30 },
  refused: { kind: 'refused', code: '30008' },
};
