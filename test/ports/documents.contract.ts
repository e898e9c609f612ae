import { expect, it } from 'vitest';
import { brokenAt, type FactsTable } from '#shared/adapters/dynamo/facts.ts';
import { DAY, HOUR, MINUTE } from '#shared/domain/record.ts';
import type { Documents, DueIndex } from '#shared/ports.ts';
import type { FakeClock } from '../fakes/fake-clock.ts';
import type { FakeEvents } from '../fakes/fake-outside.ts';
import { dueIds } from './due-ids.ts';
import { aFact, aPlan, NOON, type Plan } from './a-plan.ts';

export type DocumentsUnderTest = {
  plans: Documents<Plan>;
  index: DueIndex;
  facts: FactsTable;
  events: FakeEvents;
  clock: FakeClock;
};

const due = ({ index }: DocumentsUnderTest, by: number) => dueIds(index, by);

/** What every store of documents must do. `make` gives an empty one each time. */
export function documentsContract(make: () => Promise<DocumentsUnderTest>): void {
  const opened = async (different: Partial<Plan> = {}) => {
    const world = await make();
    await world.plans.create(aPlan(different), [aFact({ kind: 'follow-up-started' })]);
    const plan = await world.plans.get('plan#1');
    if (!plan) throw new Error('just created');
    return { ...world, plan };
  };

  it('knows nothing of a document that nobody created', async () => {
    const { plans } = await make();
    expect(await plans.get('plan#1')).toBeUndefined();
  });

  it('gives back what was created, and keeps the first when it is created again', async () => {
    const { plans, plan } = await opened();
    expect(plan).toMatchObject({ version: 1, words: 'check on them tomorrow', record: { seq: 1 } });
    expect(await plans.create(aPlan({ words: 'another' }), [])).toBe('exists');
    expect((await plans.get('plan#1'))?.words).toBe('check on them tomorrow');
  });

  it('gives back a save as stored, so that the next save can follow without a read', async () => {
    const { plans, plan } = await opened();
    const first = await plans.save({ ...plan, words: 'one' }, [aFact()]);
    const second = await plans.save({ ...first, words: 'two' }, []);
    expect(await plans.get('plan#1')).toEqual(second);
    expect(second).toMatchObject({ version: 3, words: 'two', record: { seq: 2 } });
  });

  it('refuses a save on an older version and changes nothing', async () => {
    const { plans, plan, facts } = await opened();
    await plans.save({ ...plan, words: 'first' }, [aFact()]);
    await expect(plans.save({ ...plan, words: 'second' }, [aFact()])).rejects.toThrow(
      expect.objectContaining({ name: 'VersionConflict', documentId: 'plan#1' }),
    );
    expect((await plans.get('plan#1'))?.words).toBe('first');
    expect(await facts.of('plan#1')).toHaveLength(2);
  });

  it('lets one of two saves at the same time win', async () => {
    const { plans, plan } = await opened();
    const both = await Promise.allSettled([
      plans.save({ ...plan, words: 'left' }, [aFact()]),
      plans.save({ ...plan, words: 'right' }, [aFact()]),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('keeps words that look like what it writes itself', async () => {
    const { plans, plan } = await opened();
    const notes = ['plan#1~d1', 'plan#1', '@', '@@plan#1', 'plan#2', ''];
    await plans.save({ ...plan, words: '@home', notes }, []);
    expect(await plans.get('plan#1')).toMatchObject({ words: '@home', notes });
  });

  it('forgets what became undefined', async () => {
    const { plans, plan } = await opened();
    const { waitsFor: _, ...rest } = plan;
    await plans.save({ ...rest, state: 'resting' }, []);
    expect(await plans.get('plan#1')).not.toHaveProperty('waitsFor');
  });

  it('chains the facts of every save without a gap', async () => {
    const { plans, plan, facts } = await opened();
    const saved = await plans.save(plan, [
      aFact(),
      aFact({ kind: 'escalation-raised', why: 'missed-check-in' }),
    ]);
    await plans.save({ ...saved, state: 'over' }, [aFact({ kind: 'follow-up-completed' })]);
    const record = await facts.of('plan#1');
    expect(record.map(({ facts }) => facts.map(({ kind }) => kind))).toEqual([
      ['follow-up-started'],
      ['check-in-missed', 'escalation-raised'],
      ['follow-up-completed'],
    ]);
    expect(brokenAt(record)).toBeUndefined();
    expect((await plans.get('plan#1'))?.record.hash).toBe(record.at(-1)?.hash);
  });

  it('writes nothing on the record when nothing happened', async () => {
    const { plans, plan, facts } = await opened();
    const saved = await plans.save({ ...plan, words: 'other' }, []);
    expect(saved.record).toEqual(plan.record);
    expect(await facts.of('plan#1')).toHaveLength(1);
  });

  it('tells the outside what its facts stand for, ids only', async () => {
    const { plans, plan, events } = await opened();
    await plans.save(plan, [aFact({ kind: 'message-claimed' }), aFact({ detail: { checkIn: 'c1' } })]);
    expect(events.published.map(({ name, event }) => [name, event.id, event.subject])).toEqual([
      ['FollowUpStarted', 'plan#1#1#0', 'plan#1'],
      ['CheckInMissed', 'plan#1#2#1', 'plan#1'],
    ]);
    expect(events.published[1]?.event.data).toEqual({ by: 'machine', checkIn: 'c1' });
  });

  it('is due when the document says so, and not a moment earlier', async () => {
    const world = await opened();
    expect(await due(world, NOON + HOUR - 1)).toEqual([]);
    expect(await due(world, NOON + HOUR)).toEqual(['plan#1']);
  });

  it('is due elsewhere when it is planned anew, and not at all once it is over', async () => {
    const world = await opened();
    const later = await world.plans.save({ ...world.plan, waitsFor: NOON + 2 * HOUR }, []);
    expect(await due(world, NOON + HOUR)).toEqual([]);
    const { waitsFor: _, ...rest } = later;
    await world.plans.save({ ...rest, state: 'over' }, [aFact({ kind: 'follow-up-completed' })]);
    expect(await due(world, NOON + 400 * DAY)).toEqual([]);
  });

  it('refuses to keep an open document that nothing would ever wake again', async () => {
    const { plans, plan } = await opened();
    const { waitsFor: _, ...rest } = plan;
    await expect(plans.save(rest, [])).rejects.toThrow(expect.objectContaining({ name: 'NeverDue' }));
    expect((await plans.get('plan#1'))?.version).toBe(1);
  });

  it('looks at every open document at least once a week', async () => {
    const world = await opened({ waitsFor: NOON + 300 * DAY });
    expect(await due(world, NOON + 7 * DAY)).toEqual(['plan#1']);
    expect(await due(world, NOON + 6 * DAY - 1)).toEqual([]);
  });

  it('looks at a resting document once a week too', async () => {
    const world = await opened();
    const { waitsFor: _, ...rest } = world.plan;
    await world.plans.save({ ...rest, state: 'resting' }, []);
    expect(await due(world, NOON + 7 * DAY)).toEqual(['plan#1']);
  });

  it('puts off what could not be advanced, longer each time, until a save succeeds', async () => {
    const world = await opened({ waitsFor: NOON });
    await world.plans.putOff('plan#1', NOON);
    expect(await due(world, NOON + MINUTE - 1)).toEqual([]);
    await world.plans.putOff('plan#1', NOON + MINUTE);
    expect(await due(world, NOON + 3 * MINUTE - 1)).toEqual([]);
    expect(await due(world, NOON + 3 * MINUTE)).toEqual(['plan#1']);
    const saved = await world.plans.save({ ...world.plan, waitsFor: NOON }, []);
    await world.plans.putOff(saved.id, NOON);
    expect(await due(world, NOON + MINUTE)).toEqual(['plan#1']);
  });

  it('does not put off what is planned for later anyway', async () => {
    const world = await opened();
    await world.plans.putOff('plan#1', NOON);
    expect(await due(world, NOON + HOUR)).toEqual(['plan#1']);
  });

  it('moves on after a weekly look that changed nothing', async () => {
    const world = await opened({ waitsFor: NOON + 300 * DAY });
    world.clock.set(NOON + 7 * DAY);
    expect(await due(world, world.clock.now())).toEqual(['plan#1']);
    await world.plans.lookedAt(world.plan);
    expect(await due(world, world.clock.now())).toEqual([]);
    expect(await due(world, world.clock.now() + 7 * DAY)).toEqual(['plan#1']);
  });

  it('does not look at a document in every pass when the look never changes anything', async () => {
    const world = await opened({ waitsFor: NOON });
    await world.plans.lookedAt(world.plan);
    expect(await due(world, NOON + MINUTE - 1)).toEqual([]);
    expect(await due(world, NOON + MINUTE)).toEqual(['plan#1']);
  });

  it('does not move on what was saved after the look', async () => {
    const world = await opened({ waitsFor: NOON + 300 * DAY });
    await world.plans.save({ ...world.plan, waitsFor: NOON }, []);
    await world.plans.lookedAt(world.plan);
    expect(await due(world, NOON)).toEqual(['plan#1']);
  });

  it('does not hand out its own copy', async () => {
    const { plans, plan } = await opened();
    Object.assign(plan, { words: 'scribbled over' });
    expect((await plans.get('plan#1'))?.words).toBe('check on them tomorrow');
  });
}
