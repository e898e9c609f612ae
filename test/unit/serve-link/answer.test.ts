import { describe, expect, test } from 'vitest';
import { handleText } from '#shared/apply/handle-text.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { anEmailedClient, aVisitor, everythingIn, FOLLOW_UP } from './a-visitor.ts';

describe('opening the page behind an answer link', () => {
  test('changes nothing, whichever of the e-mail’s links was followed', async () => {
    const world = aWorld();
    const { look } = await aVisitor(world).answer();
    const before = everythingIn(world);
    for (const chosen of [undefined, 'ok', 'so-so', 'call-me', 'words', 'nonsense']) {
      expect(await look(chosen)).toMatchObject({ status: 200, outcome: 'answer-shown' });
    }
    expect(everythingIn(world)).toBe(before);
  });

  test('puts the chosen answer first, and says that nothing is sent yet', async () => {
    const { page } = await (await aVisitor(aWorld()).answer()).look('call-me');
    expect(page.match(/<button[^>]*value="([\w-]+)"/g)?.[0]).toContain('value="call-me"');
    expect(page).toContain('Nothing is sent yet');
  });

  test('speaks the client’s language', async () => {
    const { page } = await (await aVisitor(aWorld()).answer({ language: 'es' })).look();
    expect(page).toContain('<html lang="es">');
    expect(page).toContain('Más o menos');
  });

  test('escapes what the agency wrote in its settings', async () => {
    const world = aWorld({ programme: aProgramme({ program: '<b>"R&B"</b>' }) });
    const { page } = await (await aVisitor(world).answer()).look();
    expect(page).toContain('&lt;b&gt;&quot;R&amp;B&quot;&lt;/b&gt;');
    expect(page).not.toContain('<b>');
  });
});

describe('pressing a button', () => {
  test.each([
    ['ok', 'ok', 'none', 'It is good to hear from you'],
    ['so-so', 'so-so', 'routine', 'Call 988'],
    ['call-me', 'call-me', 'routine', 'Someone from Riverbend Care will call you'],
  ])('%s answers the check-in and thanks', async (answer, meaning, queue, thanks) => {
    const world = aWorld();
    const { page } = await (await aVisitor(world).answer()).post({ answer, words: '' });
    expect(page).toContain(thanks);
    expect(world.queues.followUps).toMatchObject([
      {
        followUpId: FOLLOW_UP,
        input: { kind: 'reply', channel: 'link', checkIn: 'd2', reading: { meaning, queue, safety: 'none' } },
      },
    ]);
  });

  test('twice changes nothing more', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).answer();
    const first = await post({ answer: 'so-so' });
    const after = everythingIn(world);
    world.clock.advance(5000);
    expect((await post({ answer: 'so-so' })).page).toBe(first.page);
    expect(everythingIn(world)).toBe(after);
  });

  test('then another one is another answer', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).answer();
    await post({ answer: 'ok' });
    await post({ answer: 'call-me' });
    expect(world.contacts.texts()).toHaveLength(2);
  });

  test('never loses words that stand in the box', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).answer();
    await post({ answer: 'ok', words: 'but I could not sleep, nothing helps' });
    expect(world.contacts.texts()[0]?.body).toBe('but I could not sleep, nothing helps');
    expect(world.queues.followUps).toMatchObject([
      { input: { reading: { meaning: 'ok', queue: 'routine' } } },
    ]);
  });
});

describe('own words', () => {
  test('are stored like a text and go to a person', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).answer();
    const { page, ids } = await post({ answer: 'words', words: 'Better than on Sunday.\r\nThank you.' });
    expect(page).toContain('will read your words Mon\u2011Fri 9\u20115');
    expect(world.contacts.texts()).toMatchObject([
      { id: ids?.inboundId, body: 'Better than on Sunday.\nThank you.', reading: { queue: 'routine' } },
    ]);
  });

  test('that are urgent open the case before the page answers, and the page says 988, 911 and that a person is alerted', async () => {
    const world = aWorld();
    const { page } = await (
      await aVisitor(world).answer()
    ).post({ answer: 'words', words: 'I want to kill myself tonight' });
    expect(world.cases.all()).toMatchObject([
      { reason: 'urgent-words', subject: { followUpId: FOLLOW_UP, clientRef: 'C-77' } },
    ]);
    expect(world.queues.cases).toMatchObject([{ input: { kind: 'open' } }]);
    for (const words of ['Call 988', 'tel:911', 'alerting a person']) expect(page).toContain(words);
  });

  test('that are urgent never lead to a text: the contact is an address', async () => {
    const world = aWorld();
    await (await aVisitor(world).answer()).post({ words: 'I want to kill myself tonight' });
    expect(world.cases.all()[0]?.answer).toBeUndefined();
  });

  test('about an overdose name 911 and Poison Help first, in Spanish too', async () => {
    const { page } = await (
      await aVisitor(aWorld()).answer({ language: 'es' })
    ).post({ words: 'me tomé todas las pastillas' });
    expect(page.indexOf('tel:911')).toBeLessThan(page.indexOf('tel:+18002221222'));
    expect(page.indexOf('tel:+18002221222')).toBeLessThan(page.indexOf('tel:988'));
  });

  test('that say stop end the e-mails', async () => {
    const world = aWorld();
    const { page } = await (await aVisitor(world).answer()).post({ words: 'STOP' });
    expect(world.contacts.all()[0]?.suppression).toMatchObject({ reason: 'opt-out-words' });
    expect(world.queues.followUps).toMatchObject([
      { input: { channel: 'link', reading: { consent: 'opt-out' } } },
    ]);
    expect(page).toContain('You will get no more of these e-mails');
  });

  test('that say start do not turn on what the client stopped: that is for the phone that said stop', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).answer();
    await post({ words: 'STOP' });
    await post({ words: 'START' });
    expect(world.contacts.all()[0]?.suppression).toBeDefined();
  });

  test('from a client whose follow-up is no longer linked still open a task', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).answer();
    await world.contacts.unlink(await anEmailedClient(world), FOLLOW_UP);
    await post({ words: 'are you still there?' });
    expect(world.cases.all()).toMatchObject([{ kind: 'task', subject: { followUpId: FOLLOW_UP } }]);
  });

  test('left out bring the page back with the error tied to the box', async () => {
    const world = aWorld();
    const { status, page } = await (
      await aVisitor(world).answer()
    ).post({ answer: 'words', words: '  \r\n ' });
    expect(status).toBe(422);
    expect(page).toMatch(/<p class="wrong" id="wrong" role="alert">The box is empty/);
    expect(page).toMatch(/<textarea[^>]*aria-describedby="wrong hint"[^>]*aria-invalid="true"/);
    expect(world.contacts.texts()).toHaveLength(0);
  });

  test('are cut only beyond what the box takes', async () => {
    const world = aWorld();
    await (await aVisitor(world).answer()).post({ words: 'é'.repeat(1700) });
    expect(world.contacts.texts()[0]?.body).toHaveLength(1600);
  });
});

test('an answer whose handling broke off is handled when the form is sent again', async () => {
  const world = aWorld();
  let broken = true;
  const queues = {
    ...world.queues,
    toFollowUp: (...message: Parameters<typeof world.queues.toFollowUp>) =>
      broken ? Promise.reject(new Error('the queue does not answer')) : world.queues.toFollowUp(...message),
  };
  const visit = await aVisitor({ ...world, queues }).answer();
  await expect(visit.post({ answer: 'call-me' })).rejects.toThrow();
  expect(world.contacts.texts()).toHaveLength(1);
  broken = false;
  expect(await visit.post({ answer: 'call-me' })).toMatchObject({ status: 200, outcome: 'text-routine' });
  expect(world.queues.followUps).toHaveLength(1);
});

test('a stored answer that nobody handled is read the same way from the due index', async () => {
  const world = aWorld();
  await (await aVisitor(world).answer()).post({ answer: 'so-so' });
  const [text] = world.contacts.texts();
  const { handledAt: _handled, ...unhandled } = text ?? expect.fail('no text was stored');
  await handleText(world, unhandled);
  const [first, second] = world.queues.followUps;
  expect(second).toEqual(first);
});
