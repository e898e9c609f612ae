/**
 * `node test/tools/store-examples.ts` writes test/examples/stored for the schemas that this release writes, by living
 * through the stories. Run it for a schema that is new; what a release has stored is never written again.
 */
import { stdout } from 'node:process';
import { startDynamo } from '#test/ports/dynamo-server.ts';
import { writeExamples } from '#test/ports/stored/examples.ts';
import { tellStories } from '#test/ports/stored/tell-stories.ts';

const server = await startDynamo();
try {
  const told = await tellStories(server);
  await writeExamples(told);
  stdout.write(`${told.length} examples written\n`);
} finally {
  await server.stop();
}
