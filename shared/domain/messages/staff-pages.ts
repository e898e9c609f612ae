/** What staff see behind the link in an alert, in English only. Nothing about the client stands here. */
export const staffPages = {
  acknowledge: {
    title: 'A case needs you',
    lead: 'Case {case}: {reason}. Acknowledge it if you will see to it now. Others are not alerted after that.',
    notClosed: 'Acknowledging does not close the case. It stays open until someone records what came of it.',
    whoLabel: 'Who are you?',
    whoHint: 'Your staff id. It goes on the record with the time.',
    button: 'I have this case',
    unknownWho: 'That staff id is not known. Check it and try again.',
  },
  acknowledged: {
    title: 'You have this case',
    body: 'Case {case} is acknowledged by {who} at {at}. Look it up in your own system by its session.',
  },
  already: {
    title: 'Someone has this case',
    body: 'Case {case} was acknowledged by {who} at {at}.',
  },
  closed: { title: 'This case is closed', body: 'Case {case} was closed at {at}.' },
  expired: {
    title: 'This link has ended',
    body: 'Links in alerts end after a while. The newest alert for this case carries one that works.',
  },
  problem: {
    title: 'That did not work',
    body: 'The case is NOT acknowledged and goes on to the next person. Try again, or call the next person yourself.',
  },
} as const;
