import type { PlantedBug } from './planted-bug.ts';

/** Words of a client that no person gets to read. */
export const BUGS_UNREAD: readonly PlantedBug[] = [
  {
    name: 'urgent-words-open-no-case',
    promise: 'unread',
    what: 'Words that someone is in danger open no case.',
    file: 'shared/domain/case/case-for-text.ts',
    find: `if (reading.safety === 'urgent') return urgent(text, reading, contact, context);`,
    replace: `if (reading.safety === 'urgent' && known.length > 99) return urgent(text, reading, contact, context);`,
  },
  {
    name: 'urgent-words-wait-for-morning',
    promise: 'unread',
    what: 'Words that someone is in danger wait for the end of the quiet hours.',
    file: 'shared/domain/case/case-for-text.ts',
    find: `pageAtAnyHour: true,`,
    replace: `pageAtAnyHour: false,`,
  },
  {
    name: 'words-count-as-doing-ok',
    promise: 'unread',
    what: 'A reply in the client’s own words counts as answered and nobody reads it.',
    file: 'shared/domain/follow-up/answer-reply.ts',
    find: `if (reading.queue === 'none' || reading.meaning`,
    replace: `if (reading.safety === 'none' || reading.meaning`,
  },
  {
    name: 'distress-read-as-nothing',
    promise: 'unread',
    what: 'A reply in distress opens no task.',
    file: 'shared/domain/follow-up/answer-reply.ts',
    find: `if (reading.safety === 'urgent' || input.caseOpened) return turn;`,
    replace: `if (reading.safety !== 'none' || input.caseOpened) return turn;`,
  },
  {
    name: 'stranger-unread',
    promise: 'unread',
    what: 'A text from a number that no follow-up knows is stored and never shown to anybody.',
    file: 'shared/domain/case/case-for-text.ts',
    find: `if (known.length === 0 && !isBareStop(reading))`,
    replace: `if (known.length < 0 && !isBareStop(reading))`,
  },
  {
    name: 'stored-text-never-taken-up',
    promise: 'unread',
    what: 'A text that was stored and not handled stands in no index, so that nothing takes it up again.',
    file: 'shared/adapters/dynamo/texts.ts',
    find: `...dueAttributes(dueTextId(text.contactId, text.id), dueAt),`,
    replace: `...dueAttributes(dueTextId(text.contactId, text.id), dueAt === 0 ? dueAt : undefined),`,
  },
  {
    name: 'case-page-without-words',
    promise: 'unread',
    what: 'The page of a case does not show what the client wrote.',
    file: 'functions/serve-link/serve-case.ts',
    find: `...(text && { text }),`,
    replace: '',
  },
];
