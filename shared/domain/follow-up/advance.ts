import type { Fact } from '../record.ts';
import { completeIfDone } from './complete.ts';
import type { FollowUp } from './follow-up.ts';
import { toldKey, type Effect, type FollowUpInput } from './inputs.ts';
import { carrierAnswer, receipt } from './on-carrier.ts';
import { consentRenewed } from './consent-renewed.ts';
import { optOut } from './on-consent.ts';
import { claim, handOverResult } from './on-hand-over.ts';
import { hold, humanContact, liftHold } from './on-hold.ts';
import { contactChanged, revokedWithoutPlan, superseded } from './on-agency.ts';
import { reply } from './on-reply.ts';
import { wake } from './on-wake.ts';
import { begin, change, type Context, type Turn } from './turn.ts';

/** A decision: the document as it must now be stored, what the world must do, and what goes on the record. */
export type Advance =
  | {
      kind: 'changed';
      followUp: FollowUp;
      effects: readonly Effect[];
      facts: readonly Fact[];
      reason: FollowUpInput['kind'];
    }
  | { kind: 'unchanged'; reason: 'nothing-to-do' | 'ended' };

/**
 * The follow-up core: given the document, one input and the time, says what happens.
 * No clock, no randomness, no network: the same arguments always give the same answer, and an input that has been
 * applied already changes nothing.
 */
export function advance(followUp: FollowUp, input: FollowUpInput, context: Context): Advance {
  if (followUp.status === 'declined' && !HEARD_THOUGH_DECLINED.includes(input.kind))
    return { kind: 'unchanged', reason: 'ended' };
  const turn = completeIfDone(apply(begin(followUp, context), input));
  if (turn.followUp === followUp && turn.effects.length === 0 && turn.facts.length === 0)
    return { kind: 'unchanged', reason: 'nothing-to-do' };
  return {
    kind: 'changed',
    followUp: turn.followUp,
    effects: turn.effects,
    facts: turn.facts,
    reason: input.kind,
  };
}

/** Nothing is planned any more, but what was sent before may still be settled, and whoever writes is still read. */
const HEARD_THOUGH_DECLINED: readonly FollowUpInput['kind'][] = [
  'wake',
  'carried-out',
  'reply',
  'hand-over-result',
  'carrier-answer',
  'receipt',
  'consent-revoked',
  // A death alone: a later session of theirs must not start.
  'held',
];

const hasNoPlan = ({ status, reach }: FollowUp): boolean =>
  status === 'declined' && Object.keys(reach).length === 0;

function apply(turn: Turn, input: FollowUpInput): Turn {
  switch (input.kind) {
    case 'wake':
      return wake(turn);
    case 'claim':
      return claim(turn, input.messageId);
    case 'hand-over-result':
      return handOverResult(turn, input.messageId, input.result);
    case 'carrier-answer':
      return carrierAnswer(turn, input.messageId, input.answer);
    case 'receipt':
      return receipt(turn, input.messageId, input.status, input.code);
    case 'reply':
      return reply(turn, input);
    case 'consent-revoked':
      return hasNoPlan(turn.followUp) ? revokedWithoutPlan(turn, input) : optOut(turn, input);
    case 'consent-renewed':
      return consentRenewed(turn, input.channel, input.at);
    case 'held':
      return hold(turn, input);
    case 'hold-lifted':
      return liftHold(turn, input.at, input.by);
    case 'reopened':
      return hold(turn, { why: 'reopened', at: input.at, by: 'agency' });
    case 'human-contact':
      return humanContact(turn, input);
    case 'case-closed':
      return caseClosed(turn, input);
    case 'contact-changed':
      return contactChanged(turn, input);
    case 'superseded':
      return superseded(turn, input);
    case 'carried-out':
      return carriedOut(turn, input);
  }
}

/** A person closed a case about this client: what they reached counts as human contact. */
function caseClosed(turn: Turn, { outcome, at, by }: Extract<FollowUpInput, { kind: 'case-closed' }>): Turn {
  if (outcome !== 'reached' && outcome !== 'left-message' && outcome !== 'not-reached') return turn;
  return humanContact(turn, { kind: 'human-contact', outcome, channel: 'voice', at, by });
}

function carriedOut(turn: Turn, { raised, told }: Extract<FollowUpInput, { kind: 'carried-out' }>): Turn {
  const { followUp } = turn;
  const casesToRaise = followUp.casesToRaise.filter(({ newCase }) => !raised.includes(newCase.id));
  const casesToTell = followUp.casesToTell.filter(
    ({ caseId, note }) => !told.includes(toldKey(caseId, note)),
  );
  const settled =
    followUp.casesToRaise.length + followUp.casesToTell.length - casesToRaise.length - casesToTell.length;
  return settled === 0 ? turn : change(turn, { casesToRaise, casesToTell });
}
