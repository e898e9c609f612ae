import type { EquivalentMutants } from './equivalent-mutants.ts';

const SPEED = 'Only what is looked at, or how often; what is found is the same.';
const FOR_THE_TYPE = 'It never is; the fallback is for the type.';

export const inMatching: EquivalentMutants = {
  'matching/best-few.ts': [
    {
      line: 'one.score > other.score || (one.score === other.score && idOf(one.listing) < idOf(other.listing));',
      mutants: [['idOf(one.listing) < idOf(other.listing)', 'idOf(one.listing) <= idOf(other.listing)']],
      why: 'No two listings have the same id.',
    },
  ],
  'matching/hours-pattern.ts': [
    {
      line: 'patterns.set(snapshot, known);',
      mutants: [['patterns.set(snapshot, known);', ';']],
      why: SPEED,
    },
    {
      line: 'known.set(number, pattern);',
      mutants: [['known.set(number, pattern);', ';']],
      why: SPEED,
    },
  ],
  'matching/judge-eligibility.ts': [
    {
      line: 'if (said !== undefined || age === undefined) return said;',
      mutants: [['age === undefined', 'false']],
      why: 'An age that is not known is neither above nor below another; the check is for the type.',
    },
  ],
  'matching/judge-hours.ts': [
    {
      line: '(week[weekdayOf(day)] ?? []).map(({ start, end }) => ({',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'A week has all its days; the fallback is for the type.',
    },
  ],
  'matching/judge-language.ts': [
    {
      line: "export const primaryLanguage = (code: string): string => code.toLowerCase().split(/[-_]/, 1)[0] ?? '';",
      mutants: [["''", '"Stryker was here!"']],
      why: FOR_THE_TYPE,
    },
  ],
  'matching/match.ts': [
    {
      line: 'for: reasons.for ?? [],',
      mutants: [['[]', '["Stryker was here"]']],
      why: FOR_THE_TYPE,
    },
    {
      line: 'against: reasons.against ?? [],',
      mutants: [['[]', '["Stryker was here"]']],
      why: FOR_THE_TYPE,
    },
  ],
  'matching/memo.ts': [
    {
      line: 'const value = known[number] ?? -1;',
      mutants: [['-1', '+1']],
      why: FOR_THE_TYPE,
    },
    {
      line: 'if (count > MOST_IN_AN_ARRAY) return memoInMap(work);',
      mutants: [
        ['count > MOST_IN_AN_ARRAY', 'true'],
        ['count > MOST_IN_AN_ARRAY', 'false'],
        ['count > MOST_IN_AN_ARRAY', 'count >= MOST_IN_AN_ARRAY'],
        ['count > MOST_IN_AN_ARRAY', 'count <= MOST_IN_AN_ARRAY'],
      ],
      why: 'An array and a map remember the same; which of them only saves time or memory.',
    },
  ],
  'matching/weigh.ts': [
    {
      line: 'const known = overlay && overlay.size > 0 ? overlay : undefined;',
      mutants: [
        ['overlay && overlay.size > 0', 'true'],
        ['overlay.size > 0', 'true'],
        ['overlay.size > 0', 'overlay.size >= 0'],
      ],
      why: SPEED,
    },
    {
      line: 'if (rejected.size > 0 && rejected.has(snapshot.idOf(listing)))',
      mutants: [
        ['rejected.size > 0', 'true'],
        ['rejected.size > 0', 'rejected.size >= 0'],
      ],
      why: SPEED,
    },
    {
      line: 'const isPlain = !known && rejected.size === 0;',
      mutants: [['!known && rejected.size === 0', 'false']],
      why: SPEED,
    },
    {
      line: 'if (isPlain || score === 0) return score < needed ? 0 : score;',
      mutants: [
        ['score === 0', 'false'],
        ['score < needed', 'false'],
      ],
      why: SPEED,
    },
    {
      line: 'return whole < needed ? 0 : whole;',
      mutants: [['whole < needed', 'false']],
      why: SPEED,
    },
    {
      line: 'hasOverlay: known !== undefined,',
      mutants: [['known !== undefined', 'true']],
      why: SPEED,
    },
  ],
};
