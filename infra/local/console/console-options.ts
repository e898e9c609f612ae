import type { Settings } from '#shared/contracts/settings.ts';
import type { TimelineLine } from '#shared/contracts/timeline.ts';
import type { LocalStack } from '../local-stack.ts';
import type { EventPreview } from '../play/preview-event.ts';

export type ConsoleOptions = {
  readonly stack: LocalStack;
  readonly settings: Settings;
  readonly timeline: {
    /** All lines so far, oldest first; lines are only ever added. */
    readonly lines: () => readonly TimelineLine[];
    /** Makes lines of what has happened since. */
    readonly flush: () => Promise<void>;
  };
  /** `now` is virtual, epoch ms; the settings carry the sending mode of the moment. */
  readonly preview: (event: unknown, settings: Settings, now: number) => Promise<EventPreview>;
};
