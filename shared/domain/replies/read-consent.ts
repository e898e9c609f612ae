import {
  ABOUT_SOMETHING_ELSE,
  DOUBTFUL_PHRASES,
  KEYWORD_ALONE,
  KEYWORD_OPENS,
  OPT_OUT_EN,
  OPT_OUT_ES,
} from './consent-phrases.ts';
import {
  DOUBTFUL_WORDS,
  HELP_WORDS,
  OPT_IN_WORDS,
  OPT_OUT_WORDS,
  unrepeated,
  withoutPoliteness,
} from './consent-words.ts';
import type { NormalisedReply } from './normalise.ts';
import type { Consent } from './reply-reading.ts';

export type ConsentReading = { consent: Consent; because?: string };

const NOTHING: ConsentReading = { consent: 'none' };

/** Whether this reply takes consent back, or might. Judged without looking at what else it says about the client. */
export function readConsent(reply: NormalisedReply): ConsentReading {
  return reply.readings.map((words) => readWholeBody(words)).find(isSomething) ?? readPhrases(reply);
}

const isSomething = ({ consent }: ConsentReading) => consent !== 'none';

function readWholeBody(words: string): ConsentReading {
  if (OPT_IN_WORDS.has(words)) return { consent: 'opt-in', because: 'consent:start' };
  if (HELP_WORDS.has(words)) return { consent: 'help', because: 'consent:help' };
  if (OPT_OUT_WORDS.has(words)) return { consent: 'opt-out', because: 'consent:keyword' };
  const kernel = unrepeated(withoutPoliteness(words));
  if (
    DOUBTFUL_WORDS.has(kernel) ||
    DOUBTFUL_WORDS.has(words.replace(/ (?:please|thanks|now|por favor)$/, ''))
  ) {
    return { consent: 'ambiguous-opt-out', because: 'consent:doubtful-word' };
  }
  if (HELP_WORDS.has(kernel) && /\b(?:please|por favor)\b/.test(words))
    return { consent: 'help', because: 'consent:help' };
  if (OPT_OUT_WORDS.has(kernel)) return { consent: 'opt-out', because: 'consent:keyword-and-courtesy' };
  return NOTHING;
}

function readPhrases(reply: NormalisedReply): ConsentReading {
  const { readings, clauses } = reply;
  if (readings.some((words) => OPT_OUT_EN.test(words)))
    return { consent: 'opt-out', because: 'consent:free-form-en' };
  if (readings.some((words) => OPT_OUT_ES.test(words)))
    return { consent: 'opt-out', because: 'consent:free-form-es' };
  if (readings.some((words) => DOUBTFUL_PHRASES.test(words))) {
    return { consent: 'ambiguous-opt-out', because: 'consent:restricted' };
  }
  if (clauses.some((clause) => KEYWORD_ALONE.test(clause) && !ABOUT_SOMETHING_ELSE.test(clause))) {
    return { consent: 'ambiguous-opt-out', because: 'consent:keyword-alone-in-text' };
  }
  const opens = readings.some((words) => KEYWORD_OPENS.test(words) && !ABOUT_SOMETHING_ELSE.test(words));
  return opens ? { consent: 'ambiguous-opt-out', because: 'consent:keyword-opens-text' } : NOTHING;
}
