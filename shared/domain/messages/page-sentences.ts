/** What clients see behind signed links. Titles stand in a browser's history, so they are neutral. */
export type PageSentences = {
  answer: {
    title: string;
    lead: string;
    /** A link in the e-mail chose an answer already; nothing has been sent by opening it. */
    oneMore: string;
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
  urgent: {
    title: string;
    /** 988 first. */
    act: string;
    /** 911 first: overdose, medical, violence. */
    act911: string;
    /** Said only once a case is open. */
    paging: string;
  };
  help: { lead: string; call988: string; text988: string; call911: string; poison: string };
  expired: { title: string; body: string };
  unsubscribe: { title: string; lead: string; button: string; doneTitle: string; done: string };
  /** `unknown`: it is not even known for whom the page was. */
  problem: { title: string; body: string; unknown: string };
  notFound: { title: string; body: string };
  footer: string;
};
