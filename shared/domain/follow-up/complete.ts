import { LINKED_AFTER_END } from './next-due-at.ts';
import { change, emit, note, type Turn } from './turn.ts';

/** When every step has its outcome the follow-up is complete; the client's number still leads here for a while. */
export function completeIfDone(turn: Turn): Turn {
  const { followUp, context } = turn;
  if (followUp.status === 'completed' || followUp.status === 'declined' || followUp.checkIns.length > 0)
    return turn;
  const done = change(turn, { status: 'completed', linkedUntil: context.now + LINKED_AFTER_END });
  return note(done, 'follow-up-completed', { detail: { steps: followUp.ended.length } });
}

/** The link to the client's number ends; a later text from it is one from an unknown sender, and still reaches people. */
export function forgetContacts(turn: Turn): Turn {
  const { followUp, context } = turn;
  if (followUp.linkedUntil === undefined || followUp.linkedUntil > context.now) return turn;
  const { linkedUntil: _over, ...rest } = followUp;
  // That a client has died stays known: a later session of theirs is a question for a person.
  if (rest.hold?.why === 'death') return { ...turn, followUp: rest };
  const contactIds = Object.values(followUp.reach).map((reach) => reach.contactId);
  return emit({ ...turn, followUp: rest }, { kind: 'forget-contacts', contactIds });
}
