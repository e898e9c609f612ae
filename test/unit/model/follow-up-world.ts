import { advance, type Advance } from '#shared/domain/follow-up/advance.ts';
import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import type { Effect, FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { nextDueAt } from '#shared/domain/follow-up/next-due-at.ts';
import type { ClosedSession } from '#shared/domain/enrolment/closed-session.ts';
import { enrol } from '#shared/domain/enrolment/enrol.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { HandOverResult } from '#shared/domain/sending/message.ts';
import type { Fact } from '#shared/domain/record.ts';
import { followUpRules } from './follow-up-rules.ts';
import { aPlanModel, handOverRules, heard, type PlanModel } from './plan-model.ts';
import { frozen, must } from './property-runs.ts';

/** What is true of one message, whatever the follow-up has been told. */
export type Truth = {
  /** When a claim of it was saved, each time. */
  claimedAt: number[];
  /** How often the carrier took it. */
  taken: number;
  /** The follow-up heard that it did not arrive, before it heard that it did. */
  toldFailed: boolean;
  delivered: boolean;
};

/** One follow-up, and around it a sender, a carrier, a queue and a client that misbehave. */
export type World = {
  followUp: FollowUp;
  readonly programme: Programme;
  now: number;
  plan: PlanModel;
  /** Every message that was ever put on the sender's queue, which delivers any of them again at any time. */
  sends: string[];
  carrier: Map<string, Truth>;
  /** Hand-overs done and not yet recorded. */
  untold: { messageId: string; result: HandOverResult; at: number }[];
  /** The newest inputs, which may all come again. */
  seen: FollowUpInput[];
  casesRaised: Map<string, Extract<Effect, { kind: 'raise-case' }>['newCase']>;
  facts: Fact[];
  texts: number;
};

export function aFollowUpWorld(session: ClosedSession, programme: Programme): World {
  const enrolled = enrol(session, { now: session.closedAt, programme });
  const world: World = {
    followUp: frozen(enrolled.followUp),
    programme,
    now: session.closedAt,
    plan: aPlanModel(enrolled.followUp),
    sends: [],
    carrier: new Map(),
    untold: [],
    seen: [],
    casesRaised: new Map(),
    facts: [...enrolled.facts],
    texts: 0,
  };
  take(world, enrolled.effects);
  return world;
}

/** Applies an input as the function would, and looks at everything that must hold of every single step. */
export function apply(world: World, input: FollowUpInput): Advance {
  const { followUp: before, programme, now } = world;
  const step = frozen(advance(before, frozen(input), { now, programme }));
  must(
    JSON.stringify(step) === JSON.stringify(advance(before, input, { now, programme })),
    'the same arguments give the same answer',
  );
  const replayable =
    input.kind !== 'hand-over-result' && input.kind !== 'carrier-answer' && input.kind !== 'claim';
  if (replayable) world.seen = [...world.seen, input].slice(-12);
  const known = new Set(world.casesRaised.keys());
  if (step.kind === 'changed') {
    world.followUp = step.followUp;
    world.facts.push(...step.facts);
    take(world, step.effects);
  }
  world.plan = heard(world.plan, input, { before, after: world.followUp, now });
  followUpRules(world, { before, input, step, known });
  for (const effect of step.kind === 'changed' ? step.effects : [])
    if (effect.kind === 'hand-over') handOverRules(world.plan, effect.message, { now, programme });
  comesAgain(world, input);
  return step;
}

/** The queue delivers it once more, at the same moment. */
function comesAgain({ followUp, now, programme }: World, input: FollowUpInput): void {
  const isDue = (nextDueAt(followUp) ?? Infinity) <= now;
  if (input.kind === 'wake' && isDue) return;
  const again = advance(followUp, input, { now, programme });
  must(again.kind === 'unchanged', 'an input that comes again changes nothing', { input, again });
  if (isDue) return;
  const woken = advance(followUp, { kind: 'wake' }, { now, programme });
  must(woken.kind === 'unchanged', 'a wake before anything is due changes nothing', woken);
}

function take(world: World, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind === 'send') world.sends.push(effect.messageId);
    if (effect.kind === 'raise-case') world.casesRaised.set(effect.newCase.id, effect.newCase);
    if (effect.kind === 'hand-over') truthOf(world, effect.message.id).claimedAt.push(world.now);
  }
}

export function truthOf({ carrier }: World, messageId: string): Truth {
  const known = carrier.get(messageId);
  if (known) return known;
  const truth: Truth = { claimedAt: [], taken: 0, toldFailed: false, delivered: false };
  carrier.set(messageId, truth);
  return truth;
}
