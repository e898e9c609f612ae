import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDynamo, type DynamoServer } from './dynamo-server.ts';
import { examplesOf } from './stored/examples.ts';
import { KINDS, kinds } from './stored/kinds.ts';
import { shapesOf } from './stored/shape.ts';
import { tellStories } from './stored/tell-stories.ts';

let server: DynamoServer;
beforeAll(async () => void (server = await startDynamo()));
afterAll(() => server.stop());

describe('whoever changes what is stored', () => {
  test.each(kinds)('finds an example of the schema that is written now: %s', (kind) => {
    const newest = examplesOf(kind).at(-1);
    expect(newest?.schema).toBe(KINDS[kind].schema);
  });

  test('has to release a schema, and cannot forget it', { timeout: 90_000 }, async () => {
    const told = await tellStories(server);
    for (const kind of kinds) {
      const newest = examplesOf(kind).filter(({ schema }) => schema === KINDS[kind].schema);
      const written = told.filter((one) => one.kind === kind);
      expect(
        shapesOf(written.map(({ item }) => item)),
        `${kind}: what is written now is not what test/examples/stored says; see CONTRIBUTING.md, “Releasing a schema”`,
      ).toEqual(shapesOf(newest.map(({ item }) => item)));
    }
  });
});
