import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inTime: EquivalentMutants = {
  'time/contact-window.ts': [
    {
      line: 'const hours = agency?.[weekdayOf(day)] ?? [];',
      mutants: [
        ['[]', '["Stryker was here"]'],
        ['agency?.[weekdayOf(day)]', 'agency[weekdayOf(day)]'],
      ],
      why: 'A week has all its days; the fallback is for the type.',
    },
    {
      line: 'for (const range of safe ? intersect(hours, safe[weekdayOf(day)] ?? []) : hours) {',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'A week has all its days; the fallback is for the type.',
    },
    {
      line: 'return (week[weekdayOf(day)] ?? []).some((range) => range.start <= time && time < range.end);',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'A week has all its days; the fallback is for the type.',
    },
    {
      line: 'if (first && (first.end < to || days === searchDays)) return first;',
      mutants: [['first.end < to', 'false']],
      why: 'The longer look finds the same interval; the short one only saves time.',
    },
    {
      line: 'const lastDay = Math.floor((end - 1 + offset) / DAY);',
      mutants: [['end - 1', 'end + 1']],
      why: 'A day more adds only intervals that end before they begin, and those are left out.',
    },
  ],
  'time/intervals.ts': [
    {
      line: 'if (left.end <= right.end) index += 1;',
      mutants: [['left.end <= right.end', 'left.end < right.end']],
      why: 'Where both end together either may be left behind first: the rest of the other is empty.',
    },
  ],
  'time/plan-on-day.ts': [
    {
      line: "if (zone === undefined) return { kind: 'no-window' };",
      mutants: [['zone === undefined', 'false']],
      why: 'Without a zone no hour is open; the check is for the type.',
    },
  ],
  'time/plan-time.ts': [
    {
      line: 'if (slot && (slot.end < to || days === SEARCH_DAYS))',
      mutants: [['slot.end < to', 'false']],
      why: 'The longer look finds the same slot; the short one only saves time.',
    },
  ],
  'time/staffed-hours.ts': [
    {
      line: 'const overMidnight = clockTime(quiet.from) > clockTime(quiet.to);',
      mutants: [
        ['clockTime(quiet.from) > clockTime(quiet.to)', 'clockTime(quiet.from) >= clockTime(quiet.to)'],
      ],
      why: 'Equal times leave either no hour to wait for or every hour awake: in both the moment itself.',
    },
  ],
  'time/week-hours.ts': [
    {
      line: 'if (known) return known;',
      mutants: [['known', 'false']],
      why: 'It is only remembered; worked out again it is the same.',
    },
    {
      line: "if (!(time <= DAY) || Number(match?.[2]) > 59) throw new RangeError('expected a clock time such as 09:00');",
      mutants: [['match?.[2]', 'match[2]']],
      why: 'Without a match the time is no number, and the second half is not reached.',
    },
  ],
  'time/zone-of-client.ts': [
    {
      line: "const prefix = match?.[1] ?? '';",
      mutants: [["''", '"Stryker was here!"']],
      why: 'No table has either prefix.',
    },
    {
      line: 'const exact = ZIPS_OF_MIXED_PREFIXES[prefix]?.[Number(match?.[2])] ?? letter;',
      mutants: [['match?.[2]', 'match[2]']],
      why: 'Without a match there is no such prefix, and the rest is not reached.',
    },
  ],
  'time/zone-table.ts': [
    {
      line: 'const key = era === 0 ? zone : `${zone}@${era}`;',
      mutants: [['era === 0', 'false']],
      why: 'Only the name under which the table is remembered.',
    },
    {
      line: 'for (let at = from - MARGIN; at < until + MARGIN; at += STEP) {',
      mutants: [['at < until + MARGIN', 'at <= until + MARGIN']],
      why: 'The table is not asked about the last days of its margin.',
    },
    {
      line: 'const [, sign, hours, minutes, seconds] = /GMT([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?$/.exec(name) ?? [];',
      mutants: [
        ['[]', '["Stryker was here"]'],
        ['/GMT([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?$/', '/GMT([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?/'],
      ],
      why: 'The first place is not read, and the runtime writes the offset last.',
    },
    {
      line: 'const offsets = [offsetAt(from - MARGIN)];',
      mutants: [['from - MARGIN', 'from + MARGIN']],
      why: 'A first offset that is none is put right at the first step, a year before anything is asked.',
    },
    {
      line: 'if (!sign) return 0;',
      mutants: [['!sign', 'false']],
      why: 'The runtime writes GMT+00:00; others write GMT alone.',
    },
  ],
};
