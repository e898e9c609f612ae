import { expect, test } from 'vitest';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aVisitor, everythingIn, FOLLOW_UP } from './a-visitor.ts';

test('looking at the page stops nothing: mail scanners open every link', async () => {
  const world = aWorld();
  const { look } = await aVisitor(world).unsubscribe();
  const before = everythingIn(world);
  expect((await look()).page).toContain('Stop the e-mails');
  expect(everythingIn(world)).toBe(before);
});

test('a mail program’s one-click POST stops the e-mails without another question', async () => {
  const world = aWorld();
  const { post } = await aVisitor(world).unsubscribe();
  expect(await post({ 'List-Unsubscribe': 'One-Click' })).toMatchObject({
    status: 200,
    outcome: 'unsubscribed',
  });
  expect(world.contacts.all()[0]?.suppression).toEqual({ reason: 'opt-out-link', at: world.now() });
  expect(world.queues.followUps).toEqual([
    {
      followUpId: FOLLOW_UP,
      input: {
        kind: 'consent-revoked',
        channel: 'email',
        how: 'opt-out-link',
        at: world.now(),
        by: 'client',
      },
    },
  ]);
});

test('the button does the same, and says so in Spanish to who reads Spanish', async () => {
  const { post } = await aVisitor(aWorld()).unsubscribe({ language: 'es' });
  const { page } = await post({});
  expect(page).toContain('Ya no recibirás estos correos');
  expect(page).toContain('href="tel:+14105550100"');
});

test('a second POST keeps the first moment of stopping', async () => {
  const world = aWorld();
  const { post } = await aVisitor(world).unsubscribe();
  const at = world.now();
  await post({});
  world.clock.advance(60_000);
  expect((await post({})).status).toBe(200);
  expect(world.contacts.all()[0]?.suppression?.at).toBe(at);
});

test('suppresses before it tells anyone, so that nothing is handed over in between', async () => {
  const world = aWorld();
  const { post } = await aVisitor(world).unsubscribe();
  world.queues.toFollowUp = () => Promise.reject(new Error('the queue does not answer'));
  await expect(post({})).rejects.toThrow();
  expect(world.contacts.all()[0]?.suppression).toBeDefined();
});
