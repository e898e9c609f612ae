/**
 * What staff see behind the link in an alert, in English only, written for someone who was asleep a minute ago: the
 * first line says what to do. Nothing about a client stands here.
 */
export const staffPages = {
  /** Before anyone has said who they are. */
  door: {
    open: {
      title: 'Acknowledge this case',
      lead: 'Type your staff id and press Acknowledge if you will see to it now. Until somebody does, the alert goes on to the next person.',
    },
    acknowledged: {
      title: 'Somebody has this case',
      lead: 'It is acknowledged. To see who has it and what is known, type your staff id.',
    },
    closed: {
      title: 'This case is closed',
      lead: 'Nothing is left to do here. To see what was recorded, type your staff id.',
    },
    whoLabel: 'Your staff id',
    whoHint: 'If you acknowledge, it goes on the record with the time.',
    acknowledge: 'Acknowledge',
    show: 'Show the case',
    missingWho: 'Type your staff id. Nothing has been acknowledged.',
    unknownWho: 'No member of staff has this id. Nothing has been acknowledged. Check it and try again.',
  },
  mine: { title: 'You have this case', after: 'Then record below what came of it.' },
  theirs: {
    title: '{who} has this case',
    lead: 'They acknowledged it {at}. Speak with them before you do anything.',
  },
  nobodys: {
    title: 'Nobody has this case yet',
    lead: 'Press Acknowledge if you will see to it now. Until somebody does, the alert goes on to the next person.',
  },
  closed: { title: 'This case is closed', lead: 'Nothing is left to do. {who} closed it {at}: {reason}.' },
  answeredSince: 'The client answered {at} ({reason}). See whether it still needs a call.',
  known: 'What is known',
  words: 'What the client wrote',
  noWords: 'Nothing but an empty message, or it is no longer kept.',
  history: 'What happened',
  close: {
    title: 'Close the case',
    legend: 'What came of it?',
    hint: 'Close it only when nothing is left to do. Until then, come back with this link.',
    button: 'Close the case',
    missing: 'Choose what came of it. The case is still open.',
  },
  expired: {
    title: 'This link has ended',
    lead: 'Use the newest alert for this case, open the case list, or call your lead.',
  },
  gone: {
    title: 'This case is not kept any more',
    lead: 'Its time of keeping is over. If you were alerted just now, call your lead.',
  },
  problem: {
    title: 'That did not work',
    lead: 'The case may NOT be acknowledged. Try again. If it fails again, call the next person yourself.',
  },
} as const;
