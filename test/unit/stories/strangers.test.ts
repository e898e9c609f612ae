import { expect, test } from 'vitest';
import { aHelpline } from '#test/fakes/helpline.ts';

const STRANGER = '+14105550188';

test('somebody whom we do not know and who may be in danger is paged about at night, and told 988', async () => {
  const helpline = aHelpline({ now: '2026-11-24T07:00:00Z' });
  await helpline.text(STRANGER, 'i want to die tonight');

  expect(helpline.world.cases.all()).toMatchObject([{ reason: 'urgent-words', kind: 'escalation' }]);
  expect(helpline.world.alerts.steps).toMatchObject([{ step: 0, priority: 'urgent' }]);
  expect(helpline.world.carrier.sent).toHaveLength(1);
  expect(helpline.world.carrier.sent[0]?.body).toContain('988');
});

test('a phone that writes all day costs one answer, and each text still stands in the queue', async () => {
  const helpline = aHelpline({ now: '2026-11-24T14:00:00Z' });
  for (let minute = 0; minute < 30; minute += 1) {
    await helpline.text(STRANGER, `hello ${minute}`);
    await helpline.runFor(1 / 60);
  }

  expect(helpline.world.carrier.sent).toHaveLength(1);
  expect(helpline.world.cases.all()).toHaveLength(30);
});
