import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { advanceOneCase } from '#functions/advance-case/advance-case.ts';
import { carryOutCase } from '#functions/advance-case/carry-out.ts';
import { advanceFollowUp } from '#functions/advance-follow-up/advance-follow-up.ts';
import { carryOutFollowUp } from '#shared/apply/carry-out-follow-up.ts';
import type { World } from '#test/fakes/fake-world.ts';
import { emptyTables, startDynamo, type DynamoServer } from './dynamo-server.ts';
import { namedExamples } from './stored/examples.ts';
import { KINDS } from './stored/kinds.ts';
import { putBack, storedNow, worldAfter } from './stored/put-back.ts';

let server: DynamoServer;
beforeAll(async () => void (server = await startDynamo()));
afterAll(() => server.stop());
beforeEach(() => emptyTables(server.client));

const text = (value: unknown) => String(value);

describe.each(['follow-up', 'case'] as const)('a %s that an earlier release stored', (kind) => {
  const documentsOf = (world: World) => (kind === 'case' ? world.cases : world.followUps);
  const wake = (world: World, id: string) =>
    kind === 'case'
      ? advanceOneCase({ ...world, carryOut: carryOutCase(world) }, { caseId: id, input: { kind: 'wake' } })
      : advanceFollowUp(
          { ...world, carryOut: carryOutFollowUp(world) },
          { followUpId: id, input: { kind: 'wake' } },
        );

  test.each(namedExamples(kind))('$title: wakes, and is saved as this release saves', async ({ example }) => {
    await putBack(server.client, example);
    const world = worldAfter(server.client, example);
    const id = text(example.item['id']?.S);
    await expect(wake(world, id)).resolves.not.toMatch(/^unknown/);
    const document = await documentsOf(world).get(id);
    // The store of its own kind takes its own document; which one it is stands in `kind`.
    await documentsOf(world).save(document as never, []);
    const after = await storedNow(server.client, example);
    expect(after['schema']).toEqual({ N: text(KINDS[kind].schema) });
    expect(Number(after['version']?.N)).toBeGreaterThan(Number(example.item['version']?.N));
  });

  const current = namedExamples(kind).filter(({ example }) => example.schema === KINDS[kind].schema);
  test.each(current)('$title: loses nothing when it is loaded and saved', async ({ example }) => {
    await putBack(server.client, example);
    const world = worldAfter(server.client, example);
    const document = await documentsOf(world).get(text(example.item['id']?.S));
    await documentsOf(world).save(document as never, []);
    expect((await storedNow(server.client, example))['doc']).toEqual(example.item['doc']);
  });
});
