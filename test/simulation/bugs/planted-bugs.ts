import { BUGS_AFTER_STOP } from './after-stop.ts';
import { BUGS_AT_NIGHT } from './at-night.ts';
import { BUGS_OF_CONTENTS } from './contents.ts';
import { BUGS_NOBODY_KNEW } from './nobody-knew.ts';
import type { PlantedBug } from './planted-bug.ts';
import { BUGS_OF_RECORD } from './record-and-logs.ts';
import { BUGS_SILENTLY_LOST } from './silently-lost.ts';
import { BUGS_TWICE } from './twice.ts';
import { BUGS_UNREAD } from './unread.ts';

/** Every planted bug, by the promise that it breaks. Each is played alone, and the oracle must find it. */
export const PLANTED_BUGS: readonly PlantedBug[] = [
  ...BUGS_AFTER_STOP,
  ...BUGS_AT_NIGHT,
  ...BUGS_TWICE,
  ...BUGS_SILENTLY_LOST,
  ...BUGS_NOBODY_KNEW,
  ...BUGS_UNREAD,
  ...BUGS_OF_CONTENTS,
  ...BUGS_OF_RECORD,
];
