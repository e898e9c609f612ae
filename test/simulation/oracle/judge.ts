import type { Known, Seen } from '../what-was-seen.ts';
import { judgeStops } from './after-stop.ts';
import { judgeClimbs } from './climbs.ts';
import { judgeDeadLetters } from './dead-letters.ts';
import { judgeContents } from './contents.ts';
import { judgeFates } from './fates.ts';
import { ledger as ledgerOf, type Ledger, type Verdict } from './ledger.ts';
import type { MessageStory, Story } from './model.ts';
import { judgeNights } from './night.ts';
import { judgeOnePlan } from './one-plan.ts';
import { judgeOnce } from './once.ts';
import { casesBySession } from './people.ts';
import { plansOf } from './plans.ts';
import { judgeRecords } from './record.ts';
import { judgeSending } from './sending.ts';
import { judgeSilences } from './silence.ts';
import { storyOf } from './story.ts';
import { TOLERANCES, type Tolerances } from './tolerances.ts';
import { judgeWords } from './words.ts';

/**
 * Judges the nine promises by what outsiders saw, with rules, figures and clocks of its own: it shares no code with what
 * it judges. `seen` in order of time.
 */
export function judge(
  known: Known,
  seen: readonly Seen[],
  { tolerances = TOLERANCES }: { readonly tolerances?: Tolerances } = {},
): Verdict {
  const ledger = ledgerOf();
  const story = storyOf(known, seen, tolerances);
  const plans = plansOf(story, messagesByDocument(story));
  const cases = casesBySession(story);
  judgeStops(story, ledger);
  judgeNights(story, ledger);
  judgeOnce(story, ledger);
  judgeFates(story, ledger, plans, cases);
  judgeSending(story, ledger, plans, cases);
  judgeSilences(story, ledger, plans, cases);
  judgeClimbs(story, ledger);
  judgeWords(story, ledger);
  judgeContents(story, ledger);
  judgeOnePlan(story, ledger, plans);
  judgeRecords(story, ledger);
  judgeDeadLetters(story, ledger, seen);
  judgeWhatWasSaid(ledger, seen);
  return ledger.verdict();
}

function messagesByDocument({ messages }: Story): ReadonlyMap<string, readonly MessageStory[]> {
  const found = new Map<string, MessageStory[]>();
  for (const message of messages.values()) {
    const list = found.get(message.doc);
    if (list) list.push(message);
    else found.set(message.doc, [message]);
  }
  return found;
}

/** What is noted beside each text in which a name, a number, an address or words were looked for. */
const HELD_AGAINST_MARKERS: ReadonlySet<Seen['kind']> = new Set([
  'alert',
  'bus-event',
  'recorded',
  'dead-letter',
]);

const REPLAY_DIFFERS = 'replay-differs';

/** Leaks are noted where they are seen; what a replay changed is noted by whoever replayed. */
function judgeWhatWasSaid(ledger: Ledger, seen: readonly Seen[]): void {
  for (const one of seen) {
    if (one.kind === 'leak') ledger.broken('leaked', one.at, undefined, `${one.what} stood in ${one.where}`);
    if (one.kind === 'operators-told' && one.about.startsWith(REPLAY_DIFFERS))
      ledger.broken('replayDiffers', one.at, undefined, one.about);
    if (HELD_AGAINST_MARKERS.has(one.kind)) ledger.checked('leaked');
    if (one.kind === 'event-accepted') ledger.checked('replayDiffers');
  }
}
