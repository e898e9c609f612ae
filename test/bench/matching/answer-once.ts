import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { match } from '#shared/domain/matching/match.ts';
import { loadSnapshot } from '#shared/domain/matching/snapshot/load-snapshot.ts';
import { inventedQueries } from './invented-directory.ts';

// A process of its own that answers one query of a snapshot, and prints how long (ms) that took after it was read.
const bytes = readFileSync(argv[2] ?? '');
const [query] = inventedQueries(1);
const start = performance.now();
if (query) match(loadSnapshot(bytes), query);
stdout.write(String(performance.now() - start));
