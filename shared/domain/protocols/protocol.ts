import type { Tier } from '../follow-up/follow-up.ts';

/** Check-ins that ask for an answer, and what silence leads to. Clinical values: the agency's clinical lead signs them off. */
export type CheckInPlan = {
  /** The first check-in goes out no later than this after closing. */
  firstCeilingHours: number;
  /** Later check-ins, in local days after closing. */
  laterDays: readonly number[];
  /** How long a later check-in may be late before it goes to staff instead. */
  laterSlackHours: number;
  /** Attempts a machine makes; the next one is a person's call. */
  machineAttempts: number;
  /** How long an attempt waits for its answer, and the least time between two attempts. */
  gapHours: number;
  /** Silence counts at the latest this long after the check-in's ceiling, also when no second attempt fits. */
  silenceAfterCeilingHours: number;
  silence: {
    kind: 'escalation' | 'task';
    priority: 'urgent' | 'high' | 'routine';
    /** The call is due this long after the first unanswered attempt. */
    callWithinHours: number;
  };
  /** A person's call, whatever is answered, due this long after closing. */
  callWhateverIsAnsweredHours?: number;
  /** By when staff act on what stood in the way of a check-in. */
  repairWithinHours: number;
};

/** Contacts that ask for nothing: no reply timer, no miss. */
export type CaringPlan = {
  /** Days after closing. */
  days: readonly number[];
  /** How late a caring contact may be before it is left out. */
  slackHours: number;
};

export type Protocol =
  | { name: 'post-crisis'; version: number; tiers: Readonly<Record<Tier, CheckInPlan>> }
  | { name: 'caring-contacts'; version: number; caring: CaringPlan };

/** Attempts of all kinds that one check-in may have, failures included. */
export const MAX_ATTEMPTS = 5;
/** The first check-in leaves people this long after closing, unless its ceiling comes first. */
export const FIRST_NOT_BEFORE_HOURS = 12;
