import { describe, expect, test } from 'vitest';
import { MINUTE } from '#shared/domain/record.ts';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aVisitor, everythingIn, FOLLOW_UP } from './a-visitor.ts';

const robin = { staffId: 'st-20' };
const dana = { staffId: 'st-31' };

describe('before anyone has said who they are', () => {
  test('looking changes nothing and shows nothing that leads to a person', async () => {
    const world = aWorld();
    const { look } = await aVisitor(world).case();
    const before = everythingIn(world);
    const { page } = await look();
    for (const secret of ['S-1042', 'C-77', 'did not answer', 'Sam Ortiz', 'Robin']) {
      expect(page).not.toContain(secret);
    }
    expect(everythingIn(world)).toBe(before);
  });

  test('says how urgent, since when and by when, on the agency’s clock', async () => {
    const world = aWorld();
    const { look } = await aVisitor(world).case({ priority: 'urgent', dueAt: world.now() + 15 * MINUTE });
    world.clock.advance(5 * MINUTE);
    const { page } = await look();
    expect(page).toContain('in 10 minutes (Mon, Nov 23, 12:15 PM EST)');
    expect(page).toContain('5 minutes ago (Mon, Nov 23, 12:00 PM EST)');
    expect(page).toContain('Urgent');
  });

  test('says so when it is overdue', async () => {
    const world = aWorld();
    const { look } = await aVisitor(world).case();
    world.clock.advance(180 * MINUTE);
    expect((await look()).page).toContain('Overdue, 2 hours ago');
  });

  test.each(['st-99', '', 'constructor', '__proto__', '<script>'])(
    'the staff id “%s” opens nothing and acknowledges nothing',
    async (staffId) => {
      const world = aWorld();
      const { post } = await aVisitor(world).case();
      const { status, page } = await post({ action: 'acknowledge', staffId });
      expect(status).toBe(422);
      expect(page).toMatch(/<p class="wrong" id="wrong" role="alert">[^<]*Nothing has been acknowledged/);
      expect(page).toMatch(/<input[^>]*aria-describedby="wrong hint"[^>]*aria-invalid="true"/);
      expect(page).not.toContain('S-1042');
      expect(page).not.toContain('<script>');
      expect(world.cases.all()[0]?.state).toBe('open');
    },
  );
});

describe('acknowledging', () => {
  test('puts the case on the person and says first what to do next', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).case();
    const { page, outcome } = await post({ action: 'acknowledge', ...robin });
    expect(outcome).toBe('escalation-acknowledged');
    expect(world.cases.all()[0]).toMatchObject({
      state: 'acknowledged',
      acknowledged: { by: 'st-20', at: world.now() },
    });
    expect(page).toMatch(/<h1>You have this case<\/h1>\s*<p[^>]*>Open session S-1042 of client C-77/);
  });

  test('takes the id however a phone wrote it, and records it as settings write it', async () => {
    const world = aWorld();
    await (await aVisitor(world).case()).post({ action: 'acknowledge', staffId: ' ST-20 ' });
    expect(world.cases.all()[0]?.acknowledged?.by).toBe('st-20');
  });

  test('twice is once', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).case();
    await post({ action: 'acknowledge', ...robin });
    const after = everythingIn(world);
    world.clock.advance(MINUTE);
    expect((await post({ action: 'acknowledge', ...robin })).page).toContain('You have this case');
    expect(everythingIn(world)).toBe(after);
  });

  test('by a second person says who has it, and leaves it with them', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).case();
    await post({ action: 'acknowledge', ...robin });
    world.clock.advance(3 * MINUTE);
    const { page } = await post({ action: 'acknowledge', ...dana });
    expect(page).toContain('<h1>Robin Ellis has this case</h1>');
    expect(page).toContain('acknowledged it 3 minutes ago');
    expect(world.cases.all()[0]?.acknowledged?.by).toBe('st-20');
  });

  test('asks the next visitor who they are again', async () => {
    const { post, look } = await aVisitor(aWorld()).case();
    await post({ action: 'acknowledge', ...robin });
    const { page } = await look();
    expect(page).toContain('Somebody has this case');
    expect(page).not.toContain('Robin');
    expect(page).not.toContain('S-1042');
  });
});

describe('a case that is shown', () => {
  test('is not acknowledged by showing it', async () => {
    const world = aWorld();
    const { page } = await (await aVisitor(world).case()).post({ action: 'show', ...robin });
    expect(page).toContain('Nobody has this case yet');
    expect(world.cases.all()[0]?.state).toBe('open');
  });

  test('tells that the client answered since, before anyone calls them', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).case();
    const [known] = world.cases.all();
    const note = { kind: 'client-answered' as const, at: world.now(), code: 'ok' };
    await world.cases.save({ ...(known ?? expect.fail()), notes: [note] }, []);
    world.clock.advance(2 * MINUTE);
    const { page } = await post({ action: 'show', ...robin });
    expect(page).toContain('The client answered 2 minutes ago (doing ok).');
  });

  test('without a session leads to the message at the carrier', async () => {
    const { post } = await aVisitor(aWorld()).case({
      reason: 'unknown-sender',
      subject: { inboundId: 'SM0123456789abcdef0123456789abcdef' },
    });
    expect((await post({ action: 'acknowledge', ...robin })).page).toContain(
      'Look the message up at the carrier',
    );
  });

  test('shows what the client wrote, to somebody who said who they are and to nobody else', async () => {
    const world = aWorld();
    const contactId = await world.contacts.idOf('sms', '+14105550134');
    const text = {
      contactId,
      id: 'SM1',
      to: '+14105550111',
      body: 'i cannot <sleep>',
      media: 0,
      receivedAt: world.now(),
    };
    await world.contacts.storeText(text);
    const { look, post } = await aVisitor(world).case({ subject: { contactId, inboundId: 'SM1' } });

    expect((await look()).page).not.toContain('sleep');
    expect((await post({ action: 'show', staffId: 'st-99' })).page).not.toContain('sleep');
    expect((await post({ action: 'show', ...robin })).page).toContain(
      '<blockquote>i cannot &lt;sleep&gt;</blockquote>',
    );
  });

  test('escapes every value', async () => {
    const world = aWorld({ programme: aProgramme({ staffNames: { 'st-20': '<i>Robin</i>' } }) });
    const { post } = await aVisitor(world).case({
      subject: { sessionId: '"><img src=x>', clientRef: '<b>C</b>' },
    });
    const { page } = await post({ action: 'acknowledge', ...robin });
    expect(page).not.toMatch(/<img|<b>|<i>/);
    expect(page).toContain('&lt;b&gt;C&lt;/b&gt;');
  });
});

describe('closing', () => {
  test('records what came of it and tells the follow-up', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).case();
    await post({ action: 'acknowledge', ...robin });
    const { page } = await post({ action: 'close', outcome: 'reached', ...robin });
    expect(page).toContain('Robin Ellis closed it just now: I reached the client.');
    expect(world.cases.all()[0]).toMatchObject({
      state: 'closed',
      closed: { by: 'st-20', outcome: 'reached' },
    });
    expect(world.queues.followUps).toMatchObject([
      { followUpId: FOLLOW_UP, input: { kind: 'case-closed', outcome: 'reached', by: 'staff:st-20' } },
    ]);
  });

  test.each(['', 'died', 'toString'])(
    'without a known outcome (“%s”) leaves it open and says so',
    async (outcome) => {
      const world = aWorld();
      const { post } = await aVisitor(world).case();
      await post({ action: 'acknowledge', ...robin });
      const { status, page } = await post({ action: 'close', outcome, ...robin });
      expect(status).toBe(422);
      expect(page).toMatch(/<fieldset aria-describedby="wrong hint">/);
      expect(world.cases.all()[0]?.state).toBe('acknowledged');
    },
  );

  test('twice keeps the first outcome and the person who recorded it', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).case();
    await post({ action: 'close', outcome: 'passed-on', ...robin });
    const { page } = await post({ action: 'close', outcome: 'reached', ...dana });
    expect(page).toContain('Robin Ellis closed it just now: I passed it on to a colleague.');
  });

  test('is not possible for somebody whom settings do not know', async () => {
    const world = aWorld();
    const { post } = await aVisitor(world).case();
    await post({ action: 'close', outcome: 'not-needed', staffId: 'st-99' });
    expect(world.cases.all()[0]?.state).toBe('open');
  });
});
