import { hoursPattern } from './hours-pattern.ts';
import { judgeArea } from './judge-area.ts';
import { judgeEligibility } from './judge-eligibility.ts';
import { callTimes, judgeHours } from './judge-hours.ts';
import { judgeLanguage } from './judge-language.ts';
import { judgeNeeds } from './judge-need.ts';
import { judgeTerms } from './judge-terms.ts';
import { judgeVerified, verifiedFactor } from './judge-verified.ts';
import type { Judgement } from './judgement.ts';
import type { LookUp } from './look-up.ts';
import type { MatchQuery } from './match-query.ts';
import { memo } from './memo.ts';
import { DICTIONARIES, NO_HOURS, PATTERN_COLUMNS } from './snapshot/format.ts';
import type { FactsOf, Snapshot } from './snapshot/snapshot.ts';

/** How well listings suit a client by what the snapshot says, distance and capacity apart. */
export type Scorer = {
  /** `start` times all its judgements' factors; 0 where one excludes it, or where it comes to less than `needed`. */
  readonly factor: (listing: number, start: number, needed: number) => number;
  readonly judgements: (listing: number) => readonly Judgement[];
};

/** Works out each entry of a dictionary once for all listings that share it. */
export function scorer(snapshot: Snapshot, look: LookUp, query: MatchQuery): Scorer {
  const { columns } = snapshot;
  const times = callTimes(query);
  const judge = {
    languages: (entry: number) => judgeLanguage(snapshot.facts('languages', entry), query.language),
    eligibility: (entry: number) => judgeEligibility(snapshot.facts('eligibility', entry), query),
    areas: (entry: number) => judgeArea(snapshot.facts('areas', entry), query),
    terms: (entry: number) => judgeTerms(snapshot.facts('terms', entry), query),
    hours: (entry: number) =>
      judgeHours(entry === NO_HOURS ? undefined : hoursPattern(snapshot, entry), times),
  };
  const factorOf = (dictionary: keyof FactsOf) =>
    memo(sizeOf(snapshot, dictionary), (entry) => judge[dictionary](entry).factor);
  const language = factorOf('languages');
  const eligibility = factorOf('eligibility');
  const area = factorOf('areas');
  const terms = factorOf('terms');
  const hours = memo(columns.patterns.length / PATTERN_COLUMNS, (entry) => judge.hours(entry).factor);
  const noHours = judge.hours(NO_HOURS).factor;

  return {
    // What costs least to know comes first: most listings are out before their hours are looked at.
    factor(listing, start, needed) {
      let factor = start * look.needFactor(listing) * verifiedFactor(look.verifiedAt(listing), query.at);
      if (factor < needed) return 0;
      factor *= language(columns.languages[listing] ?? 0);
      if (factor < needed) return 0;
      factor *= terms(columns.terms[listing] ?? 0);
      if (factor < needed) return 0;
      factor *= eligibility(columns.eligibility[listing] ?? 0) * area(columns.area[listing] ?? 0);
      if (factor === 0 || factor < needed) return 0;
      const pattern = columns.hours[listing] ?? NO_HOURS;
      return factor * (pattern === NO_HOURS ? noHours : hours(pattern));
    },
    judgements: (listing) => [
      judgeNeeds(look.needsMet(listing), query.needs),
      judge.eligibility(columns.eligibility[listing] ?? 0),
      judge.areas(columns.area[listing] ?? 0),
      judge.languages(columns.languages[listing] ?? 0),
      judge.terms(columns.terms[listing] ?? 0),
      judge.hours(columns.hours[listing] ?? NO_HOURS),
      judgeVerified(look.verifiedAt(listing), query.at),
    ],
  };
}

function sizeOf({ columns }: Snapshot, dictionary: keyof FactsOf): number {
  const at = DICTIONARIES.indexOf(dictionary);
  return (columns.dictionaries[at + 1] ?? 0) - (columns.dictionaries[at] ?? 0);
}
