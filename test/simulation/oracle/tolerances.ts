import { DAY, HOUR, MINUTE, SECOND } from './clock.ts';

/**
 * How much later than promised a thing may be seen, each with the fault that needs it. Troubles come on top: while a part
 * of the world stands still the time does not count (see troubles.ts).
 */
export type Tolerances = {
  /** A hand-over whose check began before a stop may complete: promise 1 gives it two seconds. */
  readonly handOverCompletes: number;
  /**
   * Work that a queue brings at once: it is delivered again after two minutes, three times more, when the first
   * deliveries crash, are throttled or lose their version race.
   */
  readonly prompt: number;
  /**
   * Work that the next look at what is due brings: a look every 15 minutes at most, a second where two servers' clocks
   * disagree by up to ten minutes about whether it is due, the index lagging a minute, a crash and its redelivery.
   */
  readonly looked: number;
  /** A message that its queue gave up is put back by operators an hour later and then takes its usual time. */
  readonly deadLetter: number;
  /** A text whose webhook was lost is fetched from the carrier's list, which is asked hourly and may fail three times. */
  readonly fetched: number;
  /** A page that failed after it had kept the answer is answered again until it works; only that is written down. */
  readonly pressedAgain: number;
  /** An event whose answer was lost has its effect, and is sent again until it is accepted; only that is written down. */
  readonly sentAgain: number;
  /** A function runs at most this long: what it had decided before somebody acknowledged may still happen. */
  readonly longestRun: number;
  /** A request on a slow network arrives this much after it was decided. */
  readonly wire: number;
  /** A crash right after a save leaves its facts in the document until its next look, a week later at most. */
  readonly recordLags: number;
};

export const TOLERANCES: Tolerances = {
  handOverCompletes: 2 * SECOND,
  prompt: 10 * MINUTE,
  looked: 45 * MINUTE,
  deadLetter: 75 * MINUTE,
  fetched: 260 * MINUTE,
  pressedAgain: 2 * HOUR,
  sentAgain: HOUR,
  longestRun: 30 * SECOND,
  wire: 10 * SECOND,
  recordLags: 8 * DAY,
};

/** The rules' own limits, from the promises and the decisions in docs/adr; not tolerances. */
export const LIMITS = {
  /** 47 CFR 64.1200(a)(12): one confirmation, within five minutes of the stop. */
  confirmation: 5 * MINUTE,
  /** An answer to a text that the client just sent: to a follow-up's client, and from a case. */
  answer: 15 * MINUTE,
  caseAnswer: 30 * MINUTE,
  /** Urgent words reach somebody within this, at any hour. */
  urgent: 2 * MINUTE,
  distress: 12 * HOUR,
  /** The same text to the same telephone within this is the same text twice. */
  sameText: 3 * HOUR,
  /** The alarm at the end of the ladder comes again daily. */
  alarmAgain: DAY,
  /** Acknowledged and not closed: told again after three days, then weekly. */
  reminder: 3 * DAY,
  reminderAgain: 7 * DAY,
  /** A client who answers after all calms the climb at least this long. */
  calm: 12 * HOUR,
} as const;
