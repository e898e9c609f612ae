import { normalise, type NormalisedReply } from './normalise.ts';
import { readConsent, type ConsentReading } from './read-consent.ts';
import { readMeaning, type MeaningReading } from './read-meaning.ts';
import { readSafety, type SafetyReading } from './read-safety.ts';
import { replyLanguage } from './reply-language.ts';
import type { Asked, ReplyReading } from './reply-reading.ts';

export { isCarrierKeyword } from './carrier-keyword.ts';
export type { ReplyReading } from './reply-reading.ts';

/**
 * Reads one reply on two axes that do not know of each other: does it take consent back, and is someone in danger.
 * Detection only orders a person's queue: published detectors miss one crisis in eight or nine, so `none` is for a bare
 * "doing ok" alone. Never throws on any string; a caller that fails otherwise uses failedReading.
 */
export function readReply(text: string, { asked }: { asked: Asked }): ReplyReading {
  const reply = normalise(text);
  const consent = readConsent(reply);
  const meaning = readMeaning(reply, asked);
  const nothingElse = meaning.bare && reply.emoji.length === 0;
  const safety = together(nothingElse ? NOTHING_SAID : readSafety(reply), consent, reply);
  return {
    consent: consent.consent,
    safety: safety.safety,
    meaning: meaning.meaning,
    about: safety.about,
    queue: queueOf(consent, safety, meaning, reply),
    language: replyLanguage(reply.words, text),
    because: [
      ...(consent.because ? [consent.because] : []),
      ...safety.because,
      ...(meaning.because ? [meaning.because] : []),
      ...(reply.words === '' ? ['reader:no-words'] : []),
    ],
  };
}

/** The reading of a reply that could not be read: a person looks, soon. */
export function failedReading(): ReplyReading {
  return {
    consent: 'none',
    safety: 'distress',
    meaning: 'unclear',
    about: 'other',
    queue: 'urgent',
    language: 'und',
    because: ['reader:failed'],
  };
}

/** A menu token is not words about anything, so there is nothing to read in it. */
const NOTHING_SAID: SafetyReading = { safety: 'none', about: 'other', because: [] };

/** Only here do the two readings meet, and only upwards: to stop us while in distress is to be alone with it. */
function together(
  safety: SafetyReading,
  { consent }: ConsentReading,
  { words }: NormalisedReply,
): SafetyReading {
  const stops = consent === 'opt-out' || consent === 'ambiguous-opt-out';
  if (stops && safety.safety === 'distress' && words.includes(' ') && meansMore(safety)) {
    return {
      ...safety,
      safety: 'urgent',
      about: 'self-harm',
      because: [...safety.because, 'combined:stop-and-distress'],
    };
  }
  if (consent === 'help' && safety.safety === 'none' && words !== 'info') {
    return { ...safety, safety: 'distress', because: [...safety.because, 'distress:help-keyword'] };
  }
  return safety;
}

const HEAVY: ReadonlySet<string> = new Set(['distress:hopeless', 'distress:cannot', 'distress:means-word']);

function meansMore({ because }: SafetyReading): boolean {
  return because.some((id) => HEAVY.has(id));
}

function queueOf(
  { consent }: ConsentReading,
  { safety }: SafetyReading,
  { meaning, bare }: MeaningReading,
  { emoji }: NormalisedReply,
): ReplyReading['queue'] {
  if (safety === 'urgent' || consent === 'help') return 'urgent';
  const bareOk = meaning === 'ok' && bare && consent === 'none' && safety === 'none' && emoji.length === 0;
  return bareOk ? 'none' : 'routine';
}
