import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { match } from '#shared/domain/matching/match.ts';
import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import { writeSnapshot } from '#shared/domain/matching/snapshot/write-snapshot.ts';
import type { Reading } from '../benchmark.ts';
import { summary } from '../samples.ts';
import { AT, inventedDirectory, inventedQueries } from './invented-directory.ts';

const RESOURCES = 20_000;
const PROCESSES = 15;

/** From bytes in memory to five results with their reasons: in a process that has matched before, and in new ones. */
export function firstAnswer(say: (line: string) => void): Reading[] {
  say('20k: first answers');
  const bytes = writeSnapshot(inventedDirectory(RESOURCES), { builtAt: AT });
  const note = 'loaded, checked, matched and explained; the file already read';
  return [
    { measure: '20k: first answer, snapshot just read', ...summary(afterOthers(bytes)), note },
    { measure: '20k: first answer, process just started', ...summary(inNewProcesses(bytes)), note },
  ];
}

/** Every time loaded anew, so that nothing is known of the snapshot; the code has run before. */
function afterOthers(bytes: Uint8Array): number[] {
  const queries = inventedQueries(400);
  const times = queries.map((query) => {
    const start = performance.now();
    match(loadSnapshot(bytes), query);
    return performance.now() - start;
  });
  return times.slice(queries.length / 2);
}

function inNewProcesses(bytes: Uint8Array): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'handrail-first-'));
  const file = join(folder, 'directory.snapshot');
  writeFileSync(file, bytes);
  const script = fileURLToPath(new URL('answer-once.ts', import.meta.url));
  const times = Array.from({ length: PROCESSES }, () =>
    Number(execFileSync(execPath, [script, file], { encoding: 'utf8' })),
  );
  rmSync(folder, { recursive: true });
  return times;
}
