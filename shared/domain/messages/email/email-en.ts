import type { EmailSentences } from './email-sentences.ts';

export const emailEn = {
  subject: 'A note from {program}',
  greeting: 'Hi[ {name}],',
  bodies: {
    first: [
      'You said we could write to check in, so here we are.',
      'How is today? You can answer with one tap, in your own words, or not at all.',
    ],
    check: ['We are checking in, as we agreed. How is today?'],
    retry: ['Us again. No need to say much: one tap is enough. You can also call us at {phone}.'],
    ended: [
      'This is the last of our check-ins. Thank you for letting us stay in touch.',
      'You can still call us at {phone}, and we are glad when you do.',
    ],
    'caring-first': [
      'We are thinking of you, and we are glad that we talked. There is nothing to do and nothing to answer.',
    ],
    'caring-1': ['We were glad to talk with you. No need to answer this.'],
    'caring-2': ['A short hello. We hope something small goes well today.'],
    'caring-3': ['Just a note to say that you matter to us.'],
    'caring-4': ['You came to mind. Warm wishes from all of us.'],
    'caring-5': ['Some weeks are long. We are glad that you are here.'],
    'caring-6': ['Sending you a kind thought. Nothing to do, nothing to answer.'],
    'caring-7': ['It was good to meet you, and we still think of you.'],
    'caring-8': ['A wave from all of us. May today have a quiet moment in it.'],
    'caring-9': ['Time has gone by, and you are still on our minds.'],
    'caring-10': ['However this week is going, we wish you well.'],
    'caring-11': ['Just saying hello. We like to hear from you, and it is fine not to write.'],
    'caring-12': ['The seasons turn, and we wish you a good one.'],
    'caring-ending': [
      'We will send one more note like this, and then they end. It has been good to be in touch.',
    ],
    'caring-last': ['This is our last note. You can still call us at {phone}. We wish you well.'],
  },
  answersLead: 'Choose one, or just answer this e-mail:',
  answers: { ok: 'Doing ok', soSo: 'So-so', callMe: 'Please call me', ownWords: 'Write my own words' },
  signature: '[{staff}, ]{program}',
  footer: [
    'A computer sent this e-mail. People at {program} read answers {hours}.',
    'This is not an emergency line. Any time, day or night: call or text 988. In danger now? Call 911.',
  ],
  stopLead: 'No more of these? Answer with the word stop, or use this link:',
  stopLink: 'Stop these e-mails',
  discreet: {
    subject: 'A short note',
    paragraphs: [
      'Hi,',
      'This is the note we said we would send. You can answer this e-mail in your own words.',
      'A computer sent it. To get no more, answer with the word stop.',
    ],
  },
} as const satisfies EmailSentences;
