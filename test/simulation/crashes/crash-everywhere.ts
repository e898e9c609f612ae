import type { CrashAt } from '../engine/server.ts';
import { play, type Played, type PlayOptions } from '../play.ts';
import type { FunctionName } from '../world/functions.ts';

/** One call of one invocation, the `nth` of all in a play in which nobody dies. */
type Call = { readonly name: FunctionName; readonly nth: number; readonly call: number };

/** Whoever made this call died there, before or after it took effect. */
export type Death = Call & { readonly when: CrashAt['when'] };

/**
 * Plays a life whole, then once more for each call of those in question, and for before and after it:
 * there whoever makes it dies, once, and all else goes on. Returns the whole one.
 */
export async function crashEverywhere(
  life: PlayOptions,
  { from, of }: Dying,
  look: (played: Played, whole: Played, death: Death) => void,
): Promise<Played> {
  const { whole, calls } = await playWhole(life);
  const first = calls.findIndex(({ name }) => name === from);
  const deadly = first === -1 ? [] : calls.slice(first).filter(({ name }) => of(name));
  if (deadly.length === 0) throw new Error('nobody has a call to die at in this life');
  for (const call of deadly)
    for (const when of ['before', 'after'] as const) {
      const death = { ...call, when };
      look(await playWith(death, life), whole, death);
    }
  return whole;
}

/** Who dies: from the first invocation of a function on, every invocation of some. */
export type Dying = { from: FunctionName; of: (name: FunctionName) => boolean };

async function playWhole(life: PlayOptions): Promise<{ whole: Played; calls: Call[] }> {
  const calls: Call[] = [];
  const onCalls = (name: FunctionName, made: number, nth: number): void => {
    for (let call = 1; call <= made; call += 1) calls.push({ name, nth, call });
  };
  const whole = await play({ ...life, watcher: { onCalls } });
  return { whole, calls: calls.toSorted((one, other) => one.nth - other.nth) };
}

async function playWith(death: Death, life: PlayOptions): Promise<Played> {
  let died = false;
  const played = await play({
    ...life,
    watcher: {
      crashAt: (_name, nth) => (nth === death.nth ? death : undefined),
      onCalls: (name, made, nth) => (died ||= nth === death.nth && name === death.name && made >= death.call),
    },
  });
  if (!died) throw new Error(`the same life went another way before anybody died ${placeOf(death)}`);
  return played;
}

export const placeOf = ({ name, nth, call, when }: Death): string =>
  `${when} call ${call} of ${name}, invocation ${nth}`;
