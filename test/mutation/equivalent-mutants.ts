/**
 * Mutants that no test can notice, because the program does the same with them. Looked at one by one.
 * `line` is the line as it stands in the file, without its indent; `was` and `becomes` are what the report prints.
 */
type EquivalentMutants = {
  /** In shared/domain. */
  file: string;
  line: string;
  mutants: readonly { was: string; becomes: string }[];
  why: string;
};

export const equivalentMutants: readonly EquivalentMutants[] = [
  {
    file: 'case/advance-case.ts',
    line: 'if (turn.value === value && turn.effects.length === 0 && turn.facts.length === 0)',
    mutants: [
      { was: 'turn.facts.length === 0', becomes: 'true' },
      { was: 'turn.effects.length === 0', becomes: 'true' },
    ],
    why: 'Nothing is asked for or recorded without a change of the case; the guard is for a rule that one day would.',
  },
  {
    file: 'case/case-message.ts',
    line: "? answerResult(next, message.id, { kind: 'unknown' })",
    mutants: [
      { was: "{ kind: 'unknown' }", becomes: '{}' },
      { was: "'unknown'", becomes: '""' },
    ],
    why: 'Every result that is none of the others is noted as unknown.',
  },
  {
    file: 'case/ladder.ts',
    line: "return answerClient(noteOn(waiting, 'staff-alerted', { detail: { step, staff: person.staffId } }), 'paged');",
    mutants: [{ was: "'paged'", becomes: '""' }],
    why: 'It is the moment that is neither of the other two.',
  },
  {
    file: 'contact/decide-hand-over.ts',
    line: '...(until !== undefined && { until }),',
    mutants: [{ was: 'until !== undefined', becomes: 'true' }],
    why: 'A planned message goes only while the window is open, so its end is known; the check is for the type.',
  },
  {
    file: 'follow-up/on-consent.ts',
    line: "const contactId = turn.followUp.reach[channel]?.contactId ?? '';",
    mutants: [
      { was: "''", becomes: '"Stryker was here!"' },
      { was: 'turn.followUp.reach[channel]?.contactId', becomes: 'turn.followUp.reach[channel].contactId' },
    ],
    why: 'Only channels that the client has are stopped; the fallback is for the type.',
  },
  {
    file: 'follow-up/on-consent.ts',
    line: "const inbound = inboundId && channel !== 'all' ? { id: inboundId, channel } : undefined;",
    mutants: [
      { was: "channel !== 'all'", becomes: 'true' },
      { was: "'all'", becomes: '""' },
    ],
    why: 'Words come by one channel; all of them are stopped only by staff, without words.',
  },
  {
    file: 'follow-up/on-consent.ts',
    line: "again.length > 0 && rest.status === 'completed'",
    mutants: [{ was: "rest.status === 'completed'", becomes: 'true' }],
    why: 'An open plan and a held one get the status that they have.',
  },
  {
    file: 'follow-up/on-failure.ts',
    line: "const checkIn = checkInOf(turn, message.checkIn ?? '');",
    mutants: [{ was: "''", becomes: '"Stryker was here!"' }],
    why: 'No check-in has either name.',
  },
  {
    file: 'follow-up/on-failure.ts',
    line: "return checkIn && checkIn.attempt === message.attempt && checkIn.state !== 'scheduled'",
    mutants: [
      { was: "checkIn.state !== 'scheduled'", becomes: 'true' },
      { was: "'scheduled'", becomes: '""' },
    ],
    why: 'A message is dropped before its own attempt is planned again, so none is left that could fail.',
  },
  {
    file: 'follow-up/case-plans.ts',
    line: "id: `case#${followUp.id.replace(/^fu#/, '')}.${reason}.${about}`,",
    mutants: [{ was: '/^fu#/', becomes: '/fu#/' }],
    why: 'An id begins with it, and replace takes the first.',
  },
  {
    file: 'replies/consent-words.ts',
    line: "return parts.every((part) => part === parts[0]) ? (parts[0] ?? '') : words;",
    mutants: [{ was: "''", becomes: '"Stryker was here!"' }],
    why: 'There is always a first part; the fallback is for the type.',
  },
  {
    file: 'time/contact-window.ts',
    line: 'const hours = agency?.[weekdayOf(day)] ?? [];',
    mutants: [
      { was: '[]', becomes: '["Stryker was here"]' },
      { was: 'agency?.[weekdayOf(day)]', becomes: 'agency[weekdayOf(day)]' },
    ],
    why: 'A week has all its days; the fallback is for the type.',
  },
  {
    file: 'time/contact-window.ts',
    line: 'for (const range of safe ? intersect(hours, safe[weekdayOf(day)] ?? []) : hours) {',
    mutants: [{ was: '[]', becomes: '["Stryker was here"]' }],
    why: 'A week has all its days; the fallback is for the type.',
  },
  {
    file: 'time/contact-window.ts',
    line: 'return (week[weekdayOf(day)] ?? []).some((range) => range.start <= time && time < range.end);',
    mutants: [{ was: '[]', becomes: '["Stryker was here"]' }],
    why: 'A week has all its days; the fallback is for the type.',
  },
  {
    file: 'time/contact-window.ts',
    line: 'if (first && (first.end < to || days === searchDays)) return first;',
    mutants: [{ was: 'first.end < to', becomes: 'false' }],
    why: 'The longer look finds the same interval; the short one only saves time.',
  },
  {
    file: 'time/contact-window.ts',
    line: 'const lastDay = Math.floor((end - 1 + offset) / DAY);',
    mutants: [{ was: 'end - 1', becomes: 'end + 1' }],
    why: 'A day more adds only intervals that end before they begin, and those are left out.',
  },
  {
    file: 'time/plan-time.ts',
    line: 'if (slot && (slot.end < to || days === SEARCH_DAYS))',
    mutants: [{ was: 'slot.end < to', becomes: 'false' }],
    why: 'The longer look finds the same slot; the short one only saves time.',
  },
  {
    file: 'time/staffed-hours.ts',
    line: 'const overMidnight = clockTime(quiet.from) > clockTime(quiet.to);',
    mutants: [
      {
        was: 'clockTime(quiet.from) > clockTime(quiet.to)',
        becomes: 'clockTime(quiet.from) >= clockTime(quiet.to)',
      },
    ],
    why: 'Equal times leave either no hour to wait for or every hour awake: in both the moment itself.',
  },
  {
    file: 'time/zone-table.ts',
    line: 'const key = era === 0 ? zone : `${zone}@${era}`;',
    mutants: [{ was: 'era === 0', becomes: 'false' }],
    why: 'Only the name under which the table is remembered.',
  },
  {
    file: 'time/zone-table.ts',
    line: 'for (let at = from - MARGIN; at < until + MARGIN; at += STEP) {',
    mutants: [{ was: 'at < until + MARGIN', becomes: 'at <= until + MARGIN' }],
    why: 'The table is not asked about the last days of its margin.',
  },
  {
    file: 'time/zone-table.ts',
    line: 'const [, sign, hours, minutes, seconds] = /GMT([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?$/.exec(name) ?? [];',
    mutants: [
      { was: '[]', becomes: '["Stryker was here"]' },
      {
        was: '/GMT([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?$/',
        becomes: '/GMT([+-])(\\d\\d):(\\d\\d)(?::(\\d\\d))?/',
      },
    ],
    why: 'The first place is not read, and the runtime writes the offset last.',
  },
  {
    file: 'time/intervals.ts',
    line: 'if (left.end <= right.end) index += 1;',
    mutants: [{ was: 'left.end <= right.end', becomes: 'left.end < right.end' }],
    why: 'Where both end together either may be left behind first: the rest of the other is empty.',
  },
  {
    file: 'time/plan-on-day.ts',
    line: 'return planDay(request, request.days + shift, ({ start, end }) =>',
    mutants: [{ was: 'request.days + shift', becomes: 'request.days - shift' }],
    why: 'Sooner and later are drawn alike.',
  },
  {
    file: 'time/plan-on-day.ts',
    line: "if (zone === undefined) return { kind: 'no-window' };",
    mutants: [{ was: 'zone === undefined', becomes: 'false' }],
    why: 'Without a zone no hour is open; the check is for the type.',
  },
  {
    file: 'time/week-hours.ts',
    line: 'if (known) return known;',
    mutants: [{ was: 'known', becomes: 'false' }],
    why: 'It is only remembered; worked out again it is the same.',
  },
  {
    file: 'time/week-hours.ts',
    line: "if (!(time <= DAY) || Number(match?.[2]) > 59) throw new RangeError('expected a clock time such as 09:00');",
    mutants: [{ was: 'match?.[2]', becomes: 'match[2]' }],
    why: 'Without a match the time is no number, and the second half is not reached.',
  },
  {
    file: 'time/zone-of-client.ts',
    line: "const prefix = match?.[1] ?? '';",
    mutants: [{ was: "''", becomes: '"Stryker was here!"' }],
    why: 'No table has either prefix.',
  },
  {
    file: 'time/zone-of-client.ts',
    line: 'const exact = ZIPS_OF_MIXED_PREFIXES[prefix]?.[Number(match?.[2])] ?? letter;',
    mutants: [{ was: 'match?.[2]', becomes: 'match[2]' }],
    why: 'Without a match there is no such prefix, and the rest is not reached.',
  },
];
