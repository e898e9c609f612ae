import type { Channel } from '../contact/contact.ts';
import type { Instant } from '../record.ts';

/** The five ways a check-in ends; each is recorded once, with a reason where it was not the client's doing. */
export type Outcome = 'answered' | 'missed' | 'not-sent' | 'not-delivered' | 'cancelled' | 'sent-as-planned';

export type CheckInState = 'scheduled' | 'sending' | 'awaiting-answer' | Outcome;

/**
 * Legal moves. `sending → scheduled` is the next attempt after a failure that may be tried again;
 * `awaiting-answer → scheduled` is the next attempt after silence.
 * Only caring contacts and notices, which ask for nothing, end `sent-as-planned`.
 */
export const CHECK_IN_MOVES = {
  scheduled: ['sending', 'answered', 'missed', 'not-sent', 'not-delivered', 'cancelled'],
  sending: [
    'awaiting-answer',
    'scheduled',
    'answered',
    'missed',
    'not-sent',
    'not-delivered',
    'cancelled',
    'sent-as-planned',
  ],
  'awaiting-answer': ['scheduled', 'answered', 'missed', 'not-delivered', 'cancelled'],
  answered: [],
  missed: [],
  'not-sent': [],
  'not-delivered': [],
  cancelled: [],
  'sent-as-planned': [],
} as const satisfies Record<CheckInState, readonly CheckInState[]>;

/** Whether the table allows the move. */
export function mayMove(from: CheckInState, to: CheckInState): boolean {
  return (CHECK_IN_MOVES[from] as readonly CheckInState[]).includes(to);
}

/** Whether a check-in has its recorded outcome. */
export function hasEnded(state: CheckInState): state is Outcome {
  return CHECK_IN_MOVES[state].length === 0;
}

/** A step of the follow-up that sends something. Once ended, only its line stays. */
export type CheckIn = {
  id: string;
  kind: 'check-in' | 'caring-contact' | 'notice';
  state: CheckInState;
  /** When the current attempt is due to go out; while awaiting, when its answer is due. */
  sendAt: Instant;
  /** Too late to send this attempt after this; then it is recorded as not sent and staff call. */
  tooLateAt: Instant;
  /** Silence counts at the latest then, also when no further attempt fits into the window. */
  silentBy: Instant;
  /** Which attempt is planned or under way, from 1. */
  attempt: number;
  channel: Channel;
  /** When silence after the current attempt counts. */
  answerBy?: Instant;
  /** Attempts that reached a carrier, with what is known of them. */
  attempts: readonly {
    attempt: number;
    channel: Channel;
    messageId: string;
    at: Instant;
    reached: 'unknown' | 'delivered' | 'failed';
  }[];
};

/** The first check-in of a plan; the later ones have their day, and nothing goes before it. */
export const isFirst = (id: string): boolean => /^(?:g\d+)?d1$/.test(id);

/** A check-in that has ended: one line. */
export type EndedCheckIn = {
  id: string;
  kind: CheckIn['kind'];
  state: Outcome;
  at: Instant;
  why?: string;
  /** What the client said, as a code. */
  meaning?: string;
  /** When an answer came after the deadline. */
  answeredLateAt?: Instant;
  /** When the client was heard of again by answering another check-in. */
  heardAt?: Instant;
  /** The case that its silence opened. */
  caseId?: string;
  /** For a cancelled one: when it would have gone out, so that a client who comes back can be followed up again. */
  plannedFor?: Instant;
  tooLateAt?: Instant;
};
