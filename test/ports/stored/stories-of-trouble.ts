import { aClosedSession } from '#test/builders/a-closed-session.ts';
import { DAY, highTier, MAYA, type Story, textOnly } from './story.ts';

export async function nobodyKnowsWhatBecameOfIt({ helpline, world, keep }: Story): Promise<void> {
  await helpline.close(aClosedSession(textOnly));
  world.carrier.failNext('lost-before-taking');
  await helpline.runUntil('2026-11-24T14:00:00Z');
  while (world.carrier.requests.length === 0) await helpline.runFor(1 / 60);
  await keep('outcome-unknown', 'follow-up');
  await helpline.runFor(5 / 60);
  await keep('carrier-asked-once', 'follow-up');
  world.carrier.failList(true);
  await helpline.runFor(1);
  await keep('left-to-staff', 'case');
}

export async function isNotTextedAnyMore({ helpline, world, keep }: Story): Promise<void> {
  await helpline.close(aClosedSession({ ...textOnly, ...highTier }));
  world.carrier.failNext({ refuse: '21211' });
  await helpline.runUntil('2026-11-24T16:30:00Z');
  await keep('number-is-dead', 'follow-up', 'contact', 'case');
}

/** Left behind by functions that died, and by a bus that would not take their events. */
export async function diesHalfWay({ helpline, world, keep }: Story): Promise<void> {
  const { queues } = world;
  const dying = { ...queues, toCase: () => Promise.reject(new Error('it died here')) };
  world.queues = dying;
  await helpline.close(aClosedSession({ ...textOnly, ...highTier })).catch(() => undefined);
  await keep('cases-not-raised-yet', 'follow-up');
  world.queues = queues;
  world.events.failNext(2);
  await helpline.runFor(1 / 4);
  await keep('with-trouble', 'facts-entry');
  const [followUpId = ''] = await world.contacts.openFollowUpsOf('riverbend', 'C-77');
  await helpline.runFor(2 * DAY);
  world.clock.advance(3 * DAY * 3_600_000);
  await world.followUps.putOff(followUpId, world.now());
  await keep('put-off', 'follow-up');
  world.queues = dying;
  await helpline.text(MAYA, '1').catch(() => undefined);
  await keep('case-not-told-yet', 'follow-up');
}
