import type { PageSentences } from './page-sentences.ts';

export const pagesEn = {
  answer: {
    title: 'Your answer',
    lead: 'How is today? Choose one, or write your own words.',
    ok: 'Doing ok',
    soSo: 'So-so',
    callMe: 'Please call me',
    ownWordsLabel: 'Your own words',
    ownWordsHint: 'A person at {program} reads this {hours}.',
    send: 'Send my words',
    empty: 'The box is empty. Write something, or choose one of the buttons.',
  },
  thanks: {
    title: 'Thank you',
    ok: 'Thank you. It is good to hear from you.',
    soSo: 'Thank you for telling us. People read answers {hours}. If it gets harder, call or text 988 any time.',
    callMe:
      'Got it. Someone from {program} will call you. If that takes too long, call or text 988 any time.',
    ownWords: 'Thank you. A person will read your words {hours}. Any time: call or text 988.',
  },
  expired: {
    title: 'This link has ended',
    body: 'This link no longer works. You can call us at {phone}. Any time, day or night: call or text 988.',
  },
  answered: {
    title: 'We have your answer',
    body: 'Your answer is with us already. To add something, answer the e-mail or call {phone}.',
  },
  unsubscribe: {
    title: 'Stop these e-mails',
    lead: 'Press the button and we will send no more e-mails to this address.',
    button: 'Stop the e-mails',
    doneTitle: 'Done',
    done: 'You will get no more of these e-mails. You can still call us at {phone}.',
  },
  problem: {
    title: 'That did not work',
    body: 'Something went wrong on our side, and your answer may not have reached us. Please try again, or call {phone}. Any time: call or text 988.',
  },
  footer: 'This is not an emergency line. Any time: call or text 988. In danger now? Call 911.',
} as const satisfies PageSentences;
