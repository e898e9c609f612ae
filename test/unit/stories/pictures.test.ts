import { expect, test } from 'vitest';
import { receiveText } from '#functions/receive-text/receive-text.ts';
import { aClosedSession } from '#test/builders/a-closed-session.ts';
import { aHelpline, type Helpline } from '#test/fakes/helpline.ts';

async function sentAPicture(body: string): Promise<Helpline> {
  const helpline = aHelpline({ now: '2026-11-23T18:40:00Z' });
  await helpline.close(aClosedSession());
  await helpline.runUntil('2026-11-24T15:00:00Z');
  await receiveText(helpline.world, {
    messageSid: `SM${'b'.repeat(32)}`,
    from: '+14105550134',
    to: '+14105550111',
    body,
    media: 1,
    at: helpline.world.now(),
  });
  await helpline.runFor(1 / 60);
  return helpline;
}

test.each(['', '1', 'ok'])('a picture with %j beside it is looked at by a person', async (body) => {
  const helpline = await sentAPicture(body);

  expect(helpline.world.cases.all()).toMatchObject([{ reason: 'reply-to-read' }]);
});

test('words of danger beside a picture still page', async () => {
  const helpline = await sentAPicture('i want to die tonight');

  expect(helpline.world.alerts.steps).toMatchObject([{ step: 0, priority: 'urgent' }]);
});
