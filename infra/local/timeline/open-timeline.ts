import type { TimelineLine } from '#shared/contracts/timeline.ts';
import { openJournal } from '../data/journal.ts';
import type { Happening } from '../happening.ts';
import type { LocalStack } from '../local-stack.ts';
import { draftsOf, placed, type LineContext } from './lines-of.ts';
import { findPeople, type People } from './people.ts';
import { keptHappenings } from './kept-happenings.ts';

export type TimelineOptions = {
  readonly agencyZone: string;
  /** Staff ids in the order of the alert ladder. */
  readonly ladder: readonly string[];
  /** Each line once, as soon as it is known. */
  readonly onLine?: (line: TimelineLine) => void;
  /** Keeps the lines, so that a play that goes on after a kill shows each of them once. */
  readonly file?: string;
};

export type Timeline = {
  /** Goes into the local stack's `onEvent`; the line follows with the next `flush`. */
  readonly take: (happening: Happening) => void;
  /** Has to be called once, before the first flush. Shows what a kill kept from being shown. */
  readonly attach: (stack: LocalStack) => Promise<void>;
  /** Makes lines of what was taken, in order of time. Call it when nothing is going on. */
  readonly flush: () => Promise<void>;
  readonly lines: () => readonly TimelineLine[];
  readonly people: () => People;
};

type Kept = { readonly key: string; readonly line: TimelineLine };

export function openTimeline({ agencyZone, ladder, onLine, file }: TimelineOptions): Timeline {
  const journal = openJournal<Kept>(file);
  const lines = journal.past.map(({ line }) => line);
  const shown = new Set(journal.past.map(({ key }) => key));
  let taken: Happening[] = [];
  let context: LineContext | undefined;
  let last: Promise<void> = Promise.resolve();

  const show = async (happening: Happening, ready: LineContext) => {
    for (const draft of await draftsOf(happening, ready)) {
      if (shown.has(draft.key)) continue;
      shown.add(draft.key);
      const line = await placed(draft, timeOf(draft.at ?? happening.at, lines.at(-1)), ready);
      lines.push(line);
      onLine?.(line);
      journal.append({ key: draft.key, line });
    }
  };
  const flush = async () => {
    const batch = taken;
    taken = [];
    if (!context) throw new Error('the timeline is not attached to a stack');
    if (batch.some(changesPeople)) context.people.forget();
    for (const happening of batch) await show(happening, context);
  };
  const inTurn = () => {
    last = last.then(flush);
    return last;
  };
  return {
    take: (happening) => void taken.push(happening),
    async attach(stack) {
      context = { people: findPeople(stack), agencyZone, ladder };
      if (file !== undefined) taken.unshift(...(await keptHappenings(stack)));
      await inTurn();
    },
    flush: inTurn,
    lines: () => lines,
    people: () => {
      if (!context) throw new Error('the timeline is not attached to a stack');
      return context.people;
    },
  };
}

/** A plan begins or changes, and with it who is where. */
const changesPeople = ({ kind, ...rest }: Happening) =>
  kind === 'fact' && /"kind":"(session-closed|contact-changed|follow-up-started)"/.test(JSON.stringify(rest));

/** A fact that is told late stands where it became known: lines never go back in time. */
const timeOf = (at: number, before: TimelineLine | undefined) =>
  Math.max(at, before === undefined ? at : Date.parse(before.at));
