import type { Language } from '../../programme.ts';

/** An e-mail before it has a form: plain sentences, unescaped. */
export type EmailContent = {
  language: Language;
  subject: string;
  paragraphs: readonly string[];
  answers?: { lead: string; links: readonly { label: string; url: string }[] };
  signature?: string;
  footer: readonly string[];
  stop?: { lead: string; label: string; url: string };
};
