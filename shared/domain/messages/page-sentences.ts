/** What the pages behind signed links say. Titles stand in a browser's history, so they are neutral. */
export type PageSentences = {
  answer: {
    title: string;
    lead: string;
    ok: string;
    soSo: string;
    callMe: string;
    ownWordsLabel: string;
    ownWordsHint: string;
    send: string;
    /** The box was sent empty. */
    empty: string;
  };
  thanks: { title: string; ok: string; soSo: string; callMe: string; ownWords: string };
  expired: { title: string; body: string };
  answered: { title: string; body: string };
  unsubscribe: { title: string; lead: string; button: string; doneTitle: string; done: string };
  problem: { title: string; body: string };
  footer: string;
};
