import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '../data/json-file.ts';
import { LocalStackError } from '../local-stack-error.ts';

export type PlayFiles = {
  readonly timeline?: string;
  readonly record?: string;
  /** The port of an earlier run: links and callbacks on their way name it. */
  readonly port?: number;
  readonly keepPort: (port: number) => void;
};

type WhatIsPlayed = {
  readonly events: readonly unknown[];
  readonly replies: readonly unknown[];
  readonly from: number;
};

/**
 * Where a play keeps how far it has come, in its data folder.
 * Throws LocalStackError `not-allowed` for a folder that holds another play.
 */
export function playFiles(dataDir: string | undefined, { events, replies, from }: WhatIsPlayed): PlayFiles {
  if (dataDir === undefined) return { keepPort: () => undefined };
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'play.json');
  const played = createHash('sha256').update(JSON.stringify({ events, replies, from })).digest('hex');
  const kept = Object(readJson(file)) as { played?: string; port?: number }; // written below alone
  if (kept.played !== undefined && kept.played !== played)
    throw new LocalStackError(
      'not-allowed',
      dataDir,
      `${dataDir} holds another play, with other events or replies: choose an empty folder, or delete it`,
    );
  return {
    timeline: join(dataDir, 'timeline.ndjson'),
    record: join(dataDir, 'play.ndjson'),
    ...(kept.port !== undefined && { port: kept.port }),
    keepPort: (port) => writeJson(file, { played, port }),
  };
}
