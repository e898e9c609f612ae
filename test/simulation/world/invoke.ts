import type { FaultName } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import { aServer, type CrashAt, type Server } from '../engine/server.ts';
import {
  FUNCTIONS,
  TIMEOUT_OF_OTHERS,
  TIMEOUT_SECONDS,
  type FunctionName,
  type Handler,
} from './functions.ts';
import { portsOf } from './ports.ts';
import { CLOCK_SKEW } from './settings.ts';
import type { World } from './world.ts';

/** Runs a function on a server of its own; `crashed` when it died on the way. Throws what it threw. */
export type Invoke = <N extends FunctionName, T>(
  name: N,
  random: Random,
  use: (handler: Handler<N>) => Promise<T>,
) => Promise<T | 'crashed'>;

/** Between two calls of these lies what must not happen twice and what must not be lost: any of their calls may be the last. */
const DIES_MORE_OFTEN: Readonly<Partial<Record<FunctionName, { fault: FaultName; calls: number }>>> = {
  'send-message': { fault: 'sender dies on the way', calls: 10 },
  'receive-session-closed': { fault: 'endpoint dies on the way', calls: 2 },
};

type Standing = { server: Server; handler: Handler<FunctionName> };

export type Watcher = {
  /** Says where an invocation dies, if it is to die at a chosen place. `nth`: of all, in the order in which they began. */
  crashAt?: (name: FunctionName, nth: number) => CrashAt | undefined;
  /** How many calls an invocation made, once it is over. */
  onCalls?: (name: FunctionName, calls: number, nth: number) => void;
  onLog: (line: string) => void;
};

/** Servers stand by once they have run, as warm ones do; one that crashed is gone with all it remembered. */
export function invoker(world: () => World, { crashAt, onCalls, onLog }: Watcher): Invoke {
  const idle = new Map<FunctionName, Standing[]>();
  let servers = 0;
  let invocations = 0;

  function start(name: FunctionName): Standing {
    servers += 1;
    const { timeline, faults, troubles, chanceOf } = world();
    const random = chanceOf(`server/${name}/${servers}`);
    const skew = faults.happens('clock is off', random) ? random.between(-CLOCK_SKEW, CLOCK_SKEW) : 0;
    const isOut = () => troubles.isOn('region-outage', timeline.now());
    const server = aServer({ timeline, faults, skew, isOut });
    return { server, handler: FUNCTIONS[name](portsOf(world(), server), onLog) };
  }

  function diesAt(name: FunctionName, random: Random): CrashAt | undefined {
    const { fault, calls } = DIES_MORE_OFTEN[name] ?? {};
    if (!fault || !calls || !world().faults.happens(fault, random)) return undefined;
    return { call: random.between(1, calls), when: random.pick(['before', 'after']) };
  }

  return async (name, random, use) => {
    const { timeline, troubles } = world();
    if (troubles.isOn('region-outage', timeline.now())) return 'crashed';
    const standing = idle.get(name) ?? [];
    idle.set(name, standing);
    const { server, handler } = standing.pop() ?? start(name);
    const timeoutSeconds = TIMEOUT_SECONDS[name] ?? TIMEOUT_OF_OTHERS;
    invocations += 1;
    const nth = invocations;
    const crash = crashAt?.(name, nth) ?? diesAt(name, random);
    try {
      const result = await server.run(() => use(handler as Handler<typeof name>), {
        random,
        timeoutSeconds,
        ...(crash && { crashAt: crash }),
      });
      if (result !== 'crashed') standing.push({ server, handler });
      return result;
    } catch (error) {
      standing.push({ server, handler });
      throw error;
    } finally {
      onCalls?.(name, server.calls(), nth);
    }
  };
}
