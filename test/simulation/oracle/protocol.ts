/**
 * The figures of protocol post-crisis, version 1, and caring-contacts, version 1, copied by hand from the protocol that
 * the clinical lead signs off (docs/architecture.md, "When a check-in goes out"). Whoever changes the protocol changes
 * this table too, or the simulation says so.
 */
export type Figures = {
  readonly firstCeilingHours: number;
  readonly laterDays: readonly number[];
  readonly laterSlackHours: number;
  readonly silenceAfterCeilingHours: number;
  /** Silence pages somebody, or stands on a list and pages when this is over. */
  readonly silencePages: boolean;
  readonly callWithinHours: number;
  readonly repairWithinHours: number;
};

export type Tier = 'low' | 'moderate' | 'high';

export const POST_CRISIS: Readonly<Record<Tier, Figures>> = {
  high: {
    firstCeilingHours: 24,
    laterDays: [7, 14, 30],
    laterSlackHours: 24,
    silenceAfterCeilingHours: 12,
    silencePages: true,
    callWithinHours: 8,
    repairWithinHours: 8,
  },
  moderate: {
    firstCeilingHours: 36,
    laterDays: [7, 30],
    laterSlackHours: 36,
    silenceAfterCeilingHours: 36,
    silencePages: true,
    callWithinHours: 24,
    repairWithinHours: 24,
  },
  low: {
    firstCeilingHours: 48,
    laterDays: [7, 30],
    laterSlackHours: 48,
    silenceAfterCeilingHours: 96,
    silencePages: false,
    callWithinHours: 72,
    repairWithinHours: 72,
  },
};

/** The first check-in leaves people this long after closing, unless its ceiling comes first. */
export const FIRST_NOT_BEFORE_HOURS = 12;

/** Silence after the first attempt leads to a second after this. */
export const SECOND_ATTEMPT_AFTER_HOURS: Readonly<Record<Tier, number>> = { high: 4, moderate: 12, low: 24 };

/** High tier: a person calls, whatever is answered. */
export const CALL_HIGH_TIER_WITHIN_HOURS = 48;

/** Contacts that ask for nothing: up to two days sooner or later, and three more where a day has no open hours. */
export const CARING_CONTACTS = {
  days: [1, 30, 61, 91, 122, 183, 244, 304, 365],
  spreadDays: 2,
  closedDays: 3,
  slackHours: 96,
} as const;

/** Planned messages are spread over this much of a window's beginning. */
export const SPREAD_MINUTES = 45;
