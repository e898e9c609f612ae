import type { PageSentences } from './page-sentences.ts';

export const pagesEn = {
  answer: {
    title: 'How is today?',
    lead: 'Press one, or write your own words.',
    oneMore: 'Nothing is sent yet. Press the first button to send your answer.',
    ok: 'Doing ok',
    soSo: 'So-so',
    callMe: 'Please call me',
    ownWordsLabel: 'Your own words',
    ownWordsHint: 'A person at {program} reads this {hours}.',
    send: 'Send my words',
    empty: 'The box is empty. Write something, or press one of the buttons.',
  },
  thanks: {
    title: 'Thank you',
    ok: 'It is good to hear from you. There is nothing more to do here.',
    soSo: 'Thank you for telling us. A person at {program} reads answers {hours}.',
    callMe: 'Got it. Someone from {program} will call you. We make calls {hours}.',
    ownWords: 'A person at {program} will read your words {hours}.',
  },
  urgent: {
    title: 'Please call now',
    act: "Please don't wait for us. Call or text 988 now: people are there day and night. In danger now? Call 911.",
    act911: 'Please call 911 now, if you safely can. You can call or text 988, too, day and night.',
    paging: 'We are also alerting a person on our team. That can take a while.',
  },
  help: {
    lead: 'If it gets harder, or takes too long, people are there any time, day or night:',
    call988: 'Call 988',
    text988: 'Text 988',
    call911: 'In danger now: call 911',
    poison: 'Poison Help: call 1‑800‑222‑1222',
  },
  expired: {
    title: 'This link has ended',
    body: 'It was good for a while only. You can call us at {phone}.',
  },
  unsubscribe: {
    title: 'Stop these e-mails?',
    lead: 'Press the button and we will send no more e-mails to this address.',
    button: 'Stop the e-mails',
    doneTitle: 'Done',
    done: 'You will get no more of these e-mails. You can still call us at {phone}.',
  },
  problem: {
    title: 'That did not work',
    body: 'Something went wrong on our side, and your answer may not have reached us. Please try again, or call {phone}.',
    unknown: 'Something went wrong on our side, and what you sent may not have reached us. Please try again.',
  },
  notFound: {
    title: 'This page does not exist',
    body: 'The link may have been cut short. Open it again from the message it came in.',
  },
  footer: 'This is not an emergency line. Any time: call or text 988. In danger now? Call 911.',
} as const satisfies PageSentences;
