import type { FollowUp } from '#shared/domain/follow-up/follow-up.ts';
import { toldKey, type Effect } from '#shared/domain/follow-up/inputs.ts';
import type { Ports } from '#shared/ports.ts';
import type { CarryOut } from './apply-to-follow-up.ts';

type Deps = Pick<Ports, 'queues' | 'contacts' | 'bodies' | 'now'>;

/**
 * Carries out what a follow-up asks of the world, but handing messages over, which only the sender may.
 * Everything here may be repeated without harm.
 */
export function carryOutFollowUp(deps: Deps): CarryOut {
  return async (followUp, effects) => {
    const done = { kind: 'carried-out' as const, raised: [] as string[], told: [] as string[] };
    for (const effect of effects) await carryOut(deps, followUp, effect, done);
    return done.raised.length + done.told.length > 0 ? done : undefined;
  };
}

async function carryOut(
  deps: Deps,
  followUp: FollowUp,
  effect: Effect,
  done: { raised: string[]; told: string[] },
): Promise<void> {
  switch (effect.kind) {
    case 'send':
      return putOnItsWay(deps, effect);
    case 'ask-carrier':
      return deps.queues.toSend({ messageId: effect.messageId, action: 'ask-carrier' }, 'routine');
    case 'raise-case':
      await deps.queues.toCase(effect.newCase.id, { kind: 'open', newCase: effect.newCase });
      done.raised.push(effect.newCase.id);
      return;
    case 'tell-case':
      await deps.queues.toCase(effect.caseId, { kind: 'note', note: effect.note });
      done.told.push(toldKey(effect.caseId, effect.note));
      return;
    case 'suppress-contact':
      return deps.contacts.suppressKnown(effect.contactId, { reason: effect.reason, at: effect.at });
    case 'forget-contacts':
      return forget(deps, followUp, effect.contactIds);
    case 'keep-body':
      return deps.bodies.put(effect.messageId, bodyOf(effect, deps.now()));
    case 'hand-over':
    case 'page-step':
    case 'page-operators':
    case 'tell-follow-up':
      throw new Error(`advancing a follow-up cannot carry out ${effect.kind}`);
  }
}

/** Puts a message on the sender's queue, later where it has to wait for its turn. */
export function putOnItsWay(
  { queues }: Pick<Ports, 'queues'>,
  { messageId, lane, delaySeconds }: Extract<Effect, { kind: 'send' }>,
): Promise<void> {
  return queues.toSend({ messageId, action: 'send' }, lane, delaySeconds);
}

async function forget(deps: Deps, followUp: FollowUp, contactIds: readonly string[]): Promise<void> {
  for (const contactId of contactIds) await deps.contacts.unlink(contactId, followUp.id);
  await deps.contacts.unlinkClient(followUp.session.agencyId, followUp.session.clientRef, followUp.id);
}

function bodyOf({ text, contactId }: Extract<Effect, { kind: 'keep-body' }>, at: number) {
  return text.channel === 'sms'
    ? { at, text: text.text, segments: text.segments, contactId }
    : { at, text: `e-mail: ${text.template}`, segments: 0, contactId };
}
