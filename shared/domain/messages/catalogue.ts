import type { Language } from '../programme.ts';
import type { EmailSentences } from './email/email-sentences.ts';
import type { PageSentences } from './page-sentences.ts';
import type { TextId } from './text-ids.ts';

/** Goes up with every change of wording; kept with each message, so that the record shows what was said. */
export const catalogueVersion = '2026-11-23';

/** Every sentence a client can be sent or shown, in one language. */
export type Catalogue = {
  language: Language;
  texts: Readonly<Record<TextId, string>>;
  email: EmailSentences;
  pages: PageSentences;
};
