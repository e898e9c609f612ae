/** Virtual time: everything that will happen, in order. Two things at one instant happen in the order they were planned. */
export type Timeline = {
  now: () => number;
  /** Something of the world happens then. */
  at: (when: number, happens: () => void) => void;
  after: (milliseconds: number, happens: () => void) => void;
  /** Plays until there is nothing left before `until`, and stands at `until` then. */
  play(until: number): Promise<void>;
  /** What was planned and has not happened yet never will. */
  forget(): void;
  /** How many things have happened. */
  happened(): number;
};

type Planned = { readonly at: number; readonly turn: number; readonly happens: () => void };

const nextTurnOfTheLoop = globalThis.setImmediate;

/** After each instant, all code that waited for it runs as far as it can, before time goes on. */
export function aTimeline(from: number): Timeline {
  const heap: Planned[] = [];
  let now = from;
  let turn = 0;
  let happened = 0;
  const at = (when: number, happens: () => void): void => {
    turn += 1;
    push(heap, { at: Math.max(when, now), turn, happens });
  };
  return {
    now: () => now,
    at,
    after: (milliseconds, happens) => at(now + milliseconds, happens),
    forget: () => void (heap.length = 0),
    happened: () => happened,
    async play(until) {
      // The process may do what else it has to, and what comes is inside a microtask, as `settled` needs it to be.
      await new Promise((resolve) => nextTurnOfTheLoop(resolve));
      for (let next = heap[0]; next && next.at <= until; next = heap[0]) {
        now = next.at;
        for (let due = heap[0]; due && due.at === now; due = heap[0]) {
          pop(heap);
          happened += 1;
          due.happens();
        }
        await settled();
      }
      now = until;
    },
  };
}

/**
 * All promises that can go on have gone on: nothing here waits for anything outside this process. Node runs its next
 * ticks once no microtask is left, which spares a turn of the loop, and its system calls, for each instant.
 */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

const before = (one: Planned, other: Planned): boolean =>
  one.at < other.at || (one.at === other.at && one.turn < other.turn);

function push(heap: Planned[], planned: Planned): void {
  let place = heap.length;
  heap.push(planned);
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent];
    if (!above || !before(planned, above)) break;
    heap[place] = above;
    place = parent;
  }
  heap[place] = planned;
}

function pop(heap: Planned[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    const left = heap[child];
    if (!left) break;
    const right = heap[child + 1];
    if (right && before(right, left)) child += 1;
    const least = heap[child];
    if (!least || !before(least, last)) break;
    heap[place] = least;
    place = child;
  }
  heap[place] = last;
}
