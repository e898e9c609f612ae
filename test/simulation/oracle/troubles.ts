import type { Trouble } from '../what-was-seen.ts';

export type Stretch = { readonly from: number; readonly until: number };

/** Which troubles keep a kind of work from being done. */
const KEEPS_FROM = {
  work: ['region-outage', 'poller-outage'],
  texts: ['region-outage', 'poller-outage', 'carrier-outage'],
  mail: ['region-outage', 'poller-outage', 'mail-outage'],
  alerts: ['region-outage', 'poller-outage', 'alert-outage'],
} as const satisfies Readonly<Record<string, readonly Trouble[]>>;

export type Work = keyof typeof KEEPS_FROM;

/** The times in which parts of the world stood still. */
export type Troubles = {
  add(trouble: Trouble, stretch: Stretch): void;
  /**
   * A message about this document, or about nobody knows what, was given up by its queue. It excuses its own story once:
   * a message that dies again is a defect (see dead-letters.ts).
   */
  addDeadLetter(stretch: Stretch, message: string, document?: string): void;
  /**
   * The instant by which `time` milliseconds without trouble have passed since `at`. Where it is not said of which
   * document, every message that was given up counts.
   */
  after(at: number, time: number, work: Work, document?: string): number;
};

export function troublesOf(): Troubles {
  const seen: { trouble: Trouble; stretch: Stretch }[] = [];
  const dead: { stretch: Stretch; about: string | undefined }[] = [];
  const known = new Set<string>();
  const merged = new Map<string, readonly Stretch[]>();

  function stretchesOf(work: Work, about: string | undefined): readonly Stretch[] {
    const own =
      about !== undefined && dead.some((one) => one.about === about) ? about : 'of nobody in particular';
    const key = `${work} ${about === undefined ? 'of anybody' : own}`;
    const made = merged.get(key);
    if (made) return made;
    const kinds: readonly Trouble[] = KEEPS_FROM[work];
    const all = merge([
      ...seen.filter(({ trouble }) => kinds.includes(trouble)).map(({ stretch }) => stretch),
      ...dead
        .filter((one) => about === undefined || one.about === undefined || one.about === about)
        .map(({ stretch }) => stretch),
    ]);
    merged.set(key, all);
    return all;
  }

  return {
    add(trouble, stretch) {
      seen.push({ trouble, stretch });
      merged.clear();
    },
    addDeadLetter(stretch, message, document) {
      if (known.has(message)) return;
      known.add(message);
      dead.push({ stretch, about: storyIn(document) });
      merged.clear();
    },
    after: (at, time, work, document) => passed(at, time, stretchesOf(work, storyIn(document))),
  };
}

/** A follow-up and the cases about it share one story: whatever keeps one back keeps the other back. */
const storyIn = (document: string | undefined): string | undefined =>
  document?.replace(/^fu#/, '').replace(/^case#(?!in\.)([^.]+)\..*$/, '$1');

function passed(at: number, time: number, stretches: readonly Stretch[]): number {
  let end = at + time;
  for (const { from, until } of stretches) {
    if (until <= at) continue;
    if (from > end) break;
    end += until - Math.max(from, at);
  }
  return end;
}

/** In order and apart. */
function merge(stretches: readonly Stretch[]): Stretch[] {
  const apart: { from: number; until: number }[] = [];
  for (const { from, until } of stretches.toSorted((one, other) => one.from - other.from)) {
    const last = apart.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else apart.push({ from, until });
  }
  return apart;
}
