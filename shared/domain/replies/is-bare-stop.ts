import type { ReplyReading } from './reply-reading.ts';

const SAYS_NOTHING_ELSE: ReadonlySet<string> = new Set(['consent:keyword', 'consent:keyword-and-courtesy']);

/** A stop word and nothing else: there are no words that a person would have to read. */
export function isBareStop({ consent, safety, because }: ReplyReading): boolean {
  return consent === 'opt-out' && safety === 'none' && because.every((rule) => SAYS_NOTHING_ELSE.has(rule));
}
