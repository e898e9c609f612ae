/** Which menu was outstanding when the reply came. */
export type Asked = 'check-in' | 'referral' | 'none';

export type Consent = 'none' | 'opt-out' | 'ambiguous-opt-out' | 'opt-in' | 'help';
export type Safety = 'none' | 'distress' | 'urgent';
export type Meaning =
  | 'ok'
  | 'so-so'
  | 'call-me'
  | 'wrong-number'
  | 'connected'
  | 'not-connected'
  | 'later'
  | 'pause'
  | 'question'
  | 'unclear';
export type About = 'self-harm' | 'overdose' | 'violence' | 'medical' | 'child' | 'third-party' | 'other';

/**
 * One reply, read twice: for consent, and for safety. Neither reading knows of the other's result until the end.
 * `because` holds rule ids, never the client's words.
 */
export type ReplyReading = {
  consent: Consent;
  safety: Safety;
  meaning: Meaning;
  about: About;
  /** Where a person finds it: `none` only for a bare "doing ok", `urgent` at the top. `distress` raises a routine one's priority. */
  queue: 'none' | 'routine' | 'urgent';
  /** `en`, `es`, or `und` where the words do not tell. */
  language: string;
  because: readonly string[];
};
