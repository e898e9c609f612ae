import type { Seen } from '../what-was-seen.ts';
import { iso } from './clock.ts';
import type { Ledger } from './ledger.ts';
import type { Story } from './model.ts';
import { personOfCase } from './people.ts';
import { isOfCase } from './ids.ts';

/** Promise 4: what operators put back is handled then; what dies again can be handled by nothing, and ends nowhere. */
export function judgeDeadLetters(story: Story, ledger: Ledger, seen: readonly Seen[]): void {
  const died = new Map<string, number>();
  const told = new Set<string>();
  for (const one of seen) {
    if (one.kind !== 'dead-letter' || one.planted) continue;
    ledger.checked('silentlyLost');
    const { at, message, queue, document } = one;
    const before = died.get(message);
    died.set(message, before ?? at);
    if (before === undefined || told.has(message)) continue;
    told.add(message);
    const because = `a message that nothing could handle: ${message} of ${queue} died at ${iso(before)} and, put back, at ${iso(at)}`;
    ledger.broken('silentlyLost', at, personOf(story, document), because);
  }
}

function personOf(story: Story, document = ''): string | undefined {
  if (!isOfCase(document)) return story.sessions.get(document)?.person;
  const one = story.cases.get(document);
  return one && personOfCase(story, one);
}
