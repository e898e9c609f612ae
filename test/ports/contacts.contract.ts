import { expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/record.ts';
import type { Contacts, DueIndex, InboundText } from '#shared/ports.ts';

export type ContactsUnderTest = { contacts: Contacts; index: DueIndex };

const NOON = Date.parse('2026-11-23T17:00:00Z');
const MAYA = '+14105550134';
const FOLLOW_UP = { followUpId: 'fu#1', clientRef: 'C-77', agencyId: 'riverbend' };
const SAFE_HOURS = [{ from: '09:00', to: '12:00' }];

const aText = (contactId: string, different: Partial<InboundText> = {}): InboundText => ({
  contactId,
  id: 'SM1',
  to: '+14105550111',
  body: 'doing ok',
  media: 0,
  receivedAt: NOON,
  ...different,
});

/** What every contact book must do. `make` gives an empty one each time. */
export function contactsContract(make: () => Promise<ContactsUnderTest>): void {
  const linked = async () => {
    const world = await make();
    const id = await world.contacts.idOf('sms', MAYA);
    const phone = { id, channel: 'sms' as const, value: MAYA };
    await world.contacts.link({ ...phone, zones: ['America/New_York'], saidAt: 0 }, FOLLOW_UP);
    return { ...world, id, phone };
  };

  it('gives one number one id however it is written, and no two numbers the same', async () => {
    const { contacts } = await make();
    const ids = await Promise.all(
      ['+14105550134', '+1 (410) 555-0134', '+14105550135'].map((value) => contacts.idOf('sms', value)),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
    expect(ids[0]).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(await contacts.idOf('email', 'Maya@Example.org ')).toBe(
      await contacts.idOf('email', 'maya@example.org'),
    );
  });

  it('knows a contact and its follow-ups after the first link', async () => {
    const { contacts, id } = await linked();
    expect(await contacts.get(id)).toMatchObject({
      id,
      channel: 'sms',
      value: MAYA,
      zones: ['America/New_York'],
      openFollowUps: [FOLLOW_UP],
    });
  });

  it('links the same follow-up once, and two follow-ups side by side', async () => {
    const { contacts, phone, id } = await linked();
    await contacts.link({ ...phone, zones: ['America/New_York'], saidAt: 0 }, FOLLOW_UP);
    await contacts.link(
      { ...phone, zones: ['America/New_York'], saidAt: 0 },
      { ...FOLLOW_UP, followUpId: 'fu#2' },
    );
    expect((await contacts.get(id))?.openFollowUps.map(({ followUpId }) => followUpId)).toEqual([
      'fu#1',
      'fu#2',
    ]);
  });

  it('keeps the hours a client once asked for when a later session names none', async () => {
    const { contacts, phone, id } = await linked();
    await contacts.link({ ...phone, zones: [], safeHours: SAFE_HOURS, saidAt: 1 }, FOLLOW_UP);
    await contacts.link({ ...phone, zones: ['America/Chicago'], saidAt: 2 }, FOLLOW_UP);
    expect(await contacts.get(id)).toMatchObject({ safeHours: SAFE_HOURS, zones: ['America/Chicago'] });
  });

  it('lets go of a follow-up, and of one that it never had', async () => {
    const { contacts, id } = await linked();
    await contacts.unlink(id, 'fu#1');
    await contacts.unlink(id, 'fu#9');
    await contacts.unlink('nobody', 'fu#1');
    expect((await contacts.get(id))?.openFollowUps).toEqual([]);
  });

  it('remembers a sender whom nobody knows, without touching one whom somebody does', async () => {
    const { contacts, id, phone } = await linked();
    const stranger = {
      id: await contacts.idOf('sms', '+14105550199'),
      channel: 'sms' as const,
      value: '+14105550199',
    };
    await contacts.remember(stranger);
    await contacts.remember(phone);
    expect(await contacts.get(stranger.id)).toMatchObject({ value: '+14105550199', openFollowUps: [] });
    expect((await contacts.get(id))?.openFollowUps).toHaveLength(1);
  });

  it('records the first stop with its time and when it was said again, for a known contact and for a stranger', async () => {
    const { contacts, phone, id } = await linked();
    await contacts.suppress(phone, { reason: 'opt-out-keyword', at: NOON });
    await contacts.suppressKnown(id, { reason: 'opt-out-words', at: NOON + MINUTE });
    expect((await contacts.get(id))?.suppression).toEqual({
      reason: 'opt-out-keyword',
      at: NOON,
      againAt: NOON + MINUTE,
    });
    const stranger = await contacts.idOf('sms', '+14105550199');
    await contacts.suppress(
      { id: stranger, channel: 'sms', value: '+14105550199' },
      { reason: 'opt-out-words', at: NOON },
    );
    expect((await contacts.get(stranger))?.suppression?.reason).toBe('opt-out-words');
    await contacts.suppressKnown('nobody', { reason: 'complaint', at: NOON });
    expect(await contacts.get('nobody')).toBeUndefined();
  });

  it('keeps a stop when the client is enrolled again', async () => {
    const { contacts, phone, id } = await linked();
    await contacts.suppress(phone, { reason: 'opt-out-keyword', at: NOON });
    await contacts.link(
      { ...phone, zones: ['America/New_York'], saidAt: 0 },
      { ...FOLLOW_UP, followUpId: 'fu#2' },
    );
    expect((await contacts.get(id))?.suppression?.reason).toBe('opt-out-keyword');
  });

  it('lifts a stop at the client’s own word, but not a wrong number', async () => {
    const { contacts, id } = await linked();
    await contacts.suppressKnown(id, { reason: 'opt-out-keyword', at: NOON });
    await contacts.release(id, NOON + MINUTE);
    expect((await contacts.get(id))?.suppression).toBeUndefined();
    await contacts.suppressKnown(id, { reason: 'opt-out-words', at: NOON + 2 * MINUTE });
    await contacts.suppressKnown(id, { reason: 'wrong-number', at: NOON + 3 * MINUTE });
    await contacts.release(id, NOON + 4 * MINUTE);
    expect((await contacts.get(id))?.suppression).toEqual({ reason: 'wrong-number', at: NOON + 2 * MINUTE });
  });

  it('lets the client’s latest word hold, in whatever order their words come', async () => {
    const { contacts, id } = await linked();
    await contacts.suppressKnown(id, { reason: 'opt-out-keyword', at: NOON });
    await contacts.suppressKnown(id, { reason: 'opt-out-words', at: NOON + 2 * MINUTE });
    await contacts.release(id, NOON + MINUTE);
    expect((await contacts.get(id))?.suppression).toMatchObject({ at: NOON });

    await contacts.release(id, NOON + 3 * MINUTE);
    await contacts.suppressKnown(id, { reason: 'opt-out-words', at: NOON + 2 * MINUTE });
    expect((await contacts.get(id))?.suppression).toBeUndefined();

    await contacts.suppressKnown(id, { reason: 'opt-out-words', at: NOON + 4 * MINUTE });
    expect((await contacts.get(id))?.suppression).toMatchObject({ at: NOON + 4 * MINUTE });
  });

  it('stores what was decided, and nothing when nothing was', async () => {
    const { contacts, id } = await linked();
    const counted = await contacts.change(id, (contact) => ({
      contact: { ...contact, sentToday: { day: '2026-11-23', messageIds: ['m1'] } },
      result: 'go',
    }));
    const looked = await contacts.change(id, ({ sentToday }) => ({ result: sentToday.messageIds.length }));
    expect([counted, looked]).toEqual(['go', 1]);
    expect(await contacts.change('nobody', () => ({ result: 'go' }))).toBe('unknown-contact');
  });

  it('loses none of many changes at the same time', async () => {
    const { contacts, id } = await linked();
    const add = (message: string) =>
      contacts.change(id, (contact) => {
        const messageIds = [...contact.sentToday.messageIds, message];
        return { contact: { ...contact, sentToday: { day: '2026-11-23', messageIds } }, result: true };
      });
    await Promise.all(['m1', 'm2', 'm3', 'm4'].map(add));
    expect((await contacts.get(id))?.sentToday.messageIds.toSorted()).toEqual(['m1', 'm2', 'm3', 'm4']);
  });

  it('gives the numbers of open follow-ups by the agency’s own reference', async () => {
    const { contacts } = await make();
    await contacts.linkClient('riverbend', 'C-77', 'fu#2');
    await contacts.linkClient('riverbend', 'C-77', 'fu#1');
    await contacts.linkClient('riverbend', 'C-77', 'fu#1');
    await contacts.linkClient('lakeside', 'C-77', 'fu#3');
    expect(await contacts.openFollowUpsOf('riverbend', 'C-77')).toEqual(['fu#1', 'fu#2']);
    await contacts.unlinkClient('riverbend', 'C-77', 'fu#1');
    expect(await contacts.openFollowUpsOf('riverbend', 'C-77')).toEqual(['fu#2']);
  });

  it('stores a text once, in the first version that arrived', async () => {
    const { contacts, id } = await linked();
    expect(await contacts.storeText(aText(id))).toBe('stored');
    expect(await contacts.storeText(aText(id, { body: 'something else' }))).toBe('known');
    expect(await contacts.getText(id, 'SM1')).toEqual(aText(id));
    expect(await contacts.getText(id, 'SM2')).toBeUndefined();
  });

  it('keeps a text due two minutes later until somebody has handled it', async () => {
    const { contacts, index, id } = await linked();
    await contacts.storeText(aText(id));
    const due = async (by: number) => {
      const found = [];
      for await (const item of index.due(by)) found.push(item);
      return found;
    };
    expect(await due(NOON + 2 * MINUTE - 1)).toEqual([]);
    expect(await due(NOON + 2 * MINUTE)).toEqual([{ contactId: id, id: 'SM1', dueAt: NOON + 2 * MINUTE }]);
    await contacts.textHandled(id, 'SM1', { at: NOON + MINUTE, caseId: 'case#1' });
    expect(await due(NOON + 60 * MINUTE)).toEqual([]);
    expect(await contacts.getText(id, 'SM1')).toMatchObject({ handledAt: NOON + MINUTE, caseId: 'case#1' });
  });

  it('cannot mark a text as handled that it never stored', async () => {
    const { contacts, id } = await linked();
    await expect(contacts.textHandled(id, 'SM9', { at: NOON })).rejects.toThrow();
  });

  it('lets a sender send at its rate, and keeps a reserve for urgent texts', async () => {
    const { contacts } = await make();
    const take = (lane: 'routine' | 'urgent', now: number) =>
      contacts.takeToken('MG1', lane, { perSecond: 1, now }).then(({ waitSeconds }) => waitSeconds);
    expect(await take('routine', NOON)).toBe(0);
    expect(await take('routine', NOON)).toBe(1);
    expect(await take('urgent', NOON)).toBe(0);
    expect(await take('urgent', NOON)).toBe(1);
    expect(await take('routine', NOON + 1000)).toBe(1);
    expect(await take('routine', NOON + 2000)).toBe(0);
  });

  it('never sends more than a sender may, however many ask at once', async () => {
    const { contacts } = await make();
    const takes = Array.from({ length: 20 }, () =>
      contacts.takeToken('MG1', 'routine', { perSecond: 4, now: NOON }),
    );
    const taken = (await Promise.all(takes)).filter(({ waitSeconds }) => waitSeconds === 0);
    expect(taken).toHaveLength(6); // two seconds' worth, less the reserve
  });

  it('tells a slow sender how long to wait', async () => {
    const { contacts } = await make();
    const rate = { perSecond: 0.2, now: NOON };
    expect(await contacts.takeToken('MG1', 'routine', rate)).toEqual({ waitSeconds: 0 });
    expect(await contacts.takeToken('MG1', 'routine', rate)).toEqual({ waitSeconds: 5 });
  });
}
