import { judge } from './oracle/judge.ts';
import { play, type Played, type PlayOptions } from './play.ts';
import { storyOf, type StoryLine } from './story.ts';
import { PROMISES, type PromiseName, type Violation } from './what-was-seen.ts';

/** One simulation as the command prints it with `--json`. */
export type Report = {
  readonly seed: number;
  readonly clients: number;
  readonly days: number;
  /** Requests to hand a text or an e-mail over. */
  readonly touches: number;
  readonly texts: number;
  readonly faultsInjected: Readonly<Record<string, number>>;
  readonly violations: Readonly<Record<PromiseName, number>>;
  /** How many things each promise was held against. */
  readonly checked: Readonly<Record<string, number>>;
  readonly tolerated: Readonly<Record<string, number>>;
  readonly traceHash: string;
};

export type Simulated = {
  readonly report: Report;
  readonly first?: FirstViolation;
  readonly all: readonly Violation[];
};

/** The first broken promise, as small as it could be made. */
export type FirstViolation = {
  readonly violation: Violation;
  /** The client alone breaks it as well, with nobody else in the play. */
  readonly alone: boolean;
  /** The play may end after this day and it is still broken. */
  readonly day: number;
  /** Empty where no single client is concerned. */
  readonly story: readonly StoryLine[];
};

const DAY = 86_400_000;

/**
 * Plays a seed and has the oracle judge it; a broken promise is played again with that client alone.
 * @param about the promise whose first break is told, where it was broken; without it the first of any
 */
export async function simulate(options: PlayOptions, about?: PromiseName): Promise<Simulated> {
  const played = await play(options);
  const verdict = judge(played.known, played.seen);
  const violations = Object.fromEntries(
    PROMISES.map((promise) => [promise, verdict.counts[promise]]),
  ) as Record<PromiseName, number>; // one for each promise
  const { seed, clients, days } = options;
  const { touches, texts, faultsInjected, traceHash } = played;
  const { checked, tolerated } = verdict;
  const report = {
    seed,
    clients,
    days,
    touches,
    texts,
    faultsInjected,
    violations,
    checked,
    tolerated,
    traceHash,
  };
  const violation = firstToTell(verdict.violations, about);
  return {
    report,
    all: verdict.violations,
    ...(violation && { first: await shrunk(options, played, violation) }),
  };
}

/** The first in time of that promise, or of any where it was not broken. */
export function firstToTell(violations: readonly Violation[], about?: PromiseName): Violation | undefined {
  const inTime = violations.toSorted((one, other) => one.at - other.at);
  return inTime.find(({ promise }) => promise === about) ?? inTime[0];
}

async function shrunk(
  { onProgress: _played, ...options }: PlayOptions,
  played: Played,
  violation: Violation,
): Promise<FirstViolation> {
  const { person, promise } = violation;
  const alone = person === undefined ? undefined : await play({ ...options, only: withNeighbour(person) });
  const again =
    alone &&
    judge(alone.known, alone.seen).violations.find((one) => one.promise === promise && one.person === person);
  const told = again && alone ? { seen: alone.seen, violation: again } : { seen: played.seen, violation };
  return {
    violation: told.violation,
    alone: again !== undefined,
    day: Math.ceil((told.violation.at - played.known.from) / DAY),
    story: person === undefined ? [] : storyOf(person, told.seen, told.violation.at),
  };
}

/** With the one whose telephone they may share. */
function withNeighbour(person: string): ReadonlySet<string> {
  const nth = Number(person.slice(2));
  return new Set([nth - 1, nth, nth + 1].map((one) => `P-${String(one).padStart(6, '0')}`));
}
