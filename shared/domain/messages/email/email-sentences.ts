import type { EmailId } from './email-ids.ts';

/** Everything an e-mail can say in one language. Paragraphs are templates; accents are free here. */
export type EmailSentences = {
  /** Read on a lock screen by anyone: no word of crisis, health or help. */
  subject: string;
  greeting: string;
  bodies: Readonly<Record<EmailId, readonly string[]>>;
  answersLead: string;
  answers: { ok: string; soSo: string; callMe: string; ownWords: string };
  signature: string;
  footer: readonly string[];
  stopLead: string;
  stopLink: string;
  /** For a contact that others may read: no program, no name, no link that tells anything. */
  discreet: { subject: string; paragraphs: readonly string[] };
};
