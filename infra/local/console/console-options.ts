import type { Settings } from '#shared/contracts/settings.ts';
import type { LocalStack } from '../local-stack.ts';

/** One line of the timeline, as `demo --json` prints it. */
export type ConsoleLine = {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** ISO 8601 with the client's offset, or the agency's where no client is meant. */
  readonly local: string;
  readonly kind: string;
  readonly client?: string | undefined;
} & Readonly<Record<string, unknown>>;

/** What would happen if this event came now; made by the pure core, nothing is sent. */
export type EventPreview =
  | { readonly problems: readonly { readonly path: string; readonly problem: string }[] }
  | {
      readonly decision: 'start' | 'decline';
      readonly reason?: string | undefined;
      readonly because?: readonly string[] | undefined;
      readonly steps: readonly {
        readonly checkIn: string;
        readonly at: string;
        readonly local: string;
        readonly channel: string;
        readonly text: string;
        readonly segments?: number | undefined;
        readonly tooLateAt?: string | undefined;
      }[];
      readonly tasks: readonly {
        readonly reason: string;
        readonly priority: string;
        readonly due?: string | undefined;
      }[];
    };

export type ConsoleOptions = {
  readonly stack: LocalStack;
  readonly settings: Settings;
  /** All lines so far, oldest first; lines are only ever added. */
  readonly timeline: {
    readonly lines: () => readonly ConsoleLine[];
    /** Makes lines of what has happened since. */
    readonly flush?: () => Promise<void>;
  };
  readonly preview: (event: unknown, settings: Settings, now: number) => EventPreview | Promise<EventPreview>;
};
