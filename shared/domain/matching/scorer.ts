import { hoursPattern } from './hours-pattern.ts';
import { judgeArea } from './judge-area.ts';
import { judgeEligibility } from './judge-eligibility.ts';
import { callTimes, judgeHours } from './judge-hours.ts';
import { judgeLanguage } from './judge-language.ts';
import { judgeNeeds, needFactorOf } from './judge-need.ts';
import { judgeTerms } from './judge-terms.ts';
import { judgeVerified, verifiedFactor } from './judge-verified.ts';
import type { Judgement } from './judgement.ts';
import type { LookUp } from './look-up.ts';
import type { MatchQuery } from './match-query.ts';
import { keptMemo, memo } from './memo.ts';
import { DICTIONARIES, NO_HOURS, PATTERN_COLUMNS, RECORD_WORDS } from './snapshot/format.ts';
import type { FactsOf, Snapshot } from './snapshot/snapshot.ts';

/** How well listings suit a client by what the snapshot says, distance and capacity apart. */
export type Scorer = {
  /** `start` times all its judgements' factors; 0 where one excludes it, or where it comes to less than `needed`. */
  readonly factor: (listing: number, start: number, needed: number) => number;
  readonly judgements: (listing: number) => readonly Judgement[];
};

/** Works out each entry of a dictionary once for all listings that share it. */
export function scorer(snapshot: Snapshot, look: LookUp, query: MatchQuery): Scorer {
  const { records } = snapshot.columns;
  const codes = snapshot.needs();
  const asked = query.needs.map((code) => ({ code, number: codes.indexOf(code) }));
  const times = callTimes(query);
  const judge = {
    needSets: (entry: number) => judgeNeeds(snapshot.facts('needSets', entry), asked),
    languages: (entry: number) => judgeLanguage(snapshot.facts('languages', entry), query.language),
    eligibility: (entry: number) => judgeEligibility(snapshot.facts('eligibility', entry), query),
    areas: (entry: number) => judgeArea(snapshot.facts('areas', entry), query),
    terms: (entry: number) => judgeTerms(snapshot.facts('terms', entry), query),
    hours: (entry: number) =>
      judgeHours(entry === NO_HOURS ? undefined : hoursPattern(snapshot, entry), times),
  };
  const factorOf = (dictionary: keyof FactsOf) =>
    memo(sizeOf(snapshot, dictionary), (entry) => judge[dictionary](entry).factor);
  const keptFactorOf = (dictionary: keyof FactsOf, key: string) =>
    keptMemo(
      snapshot,
      `${dictionary} ${key}`,
      sizeOf(snapshot, dictionary),
      (entry) => judge[dictionary](entry).factor,
    );
  const language = keptFactorOf('languages', query.language ?? '');
  const eligibility = factorOf('eligibility');
  const area = factorOf('areas');
  const terms = keptFactorOf('terms', query.accessibility?.join() ?? '');
  const hours = memo(
    snapshot.columns.patterns.length / PATTERN_COLUMNS,
    (entry) => judge.hours(entry).factor,
  );
  const noHours = judge.hours(NO_HOURS).factor;

  return {
    // What costs least to know comes first: most listings are out before their hours are looked at.
    factor(listing, start, needed) {
      const at = listing * RECORD_WORDS;
      let factor =
        start *
        needFactorOf(snapshot.facts('needSets', records[at + 2] ?? 0), asked) *
        verifiedFactor(look.verifiedAt(listing), query.at);
      if (factor < needed) return 0;
      factor *= terms((records[at + 1] ?? 0) & 0xffff);
      if (factor < needed) return 0;
      const who = records[at] ?? 0;
      factor *= language(who & 0xffff);
      if (factor < needed) return 0;
      factor *= eligibility(who >>> 16) * area(records[at + 3] ?? 0);
      if (factor === 0 || factor < needed) return 0;
      const pattern = records[at + 4] ?? NO_HOURS;
      return factor * (pattern === NO_HOURS ? noHours : hours(pattern));
    },
    judgements(listing) {
      const word = (number: number) => records[listing * RECORD_WORDS + number] ?? 0;
      return [
        judge.needSets(word(2)),
        judge.eligibility(word(0) >>> 16),
        judge.areas(word(3)),
        judge.languages(word(0) & 0xffff),
        judge.terms(word(1) & 0xffff),
        judge.hours(word(4)),
        judgeVerified(look.verifiedAt(listing), query.at),
      ];
    },
  };
}

function sizeOf({ columns }: Snapshot, dictionary: keyof FactsOf): number {
  const at = DICTIONARIES.indexOf(dictionary);
  return (columns.dictionaries[at + 1] ?? 0) - (columns.dictionaries[at] ?? 0);
}
