import { openAccount } from './account.ts';
import { draw, type Drawn } from './draw.ts';
import { openFunctions } from './functions.ts';
import { hearLogs } from './hear-logs.ts';
import { AS_IT_SHOULD_BE, REPLAY, wrongWith, type Outcome } from './judge.ts';
import { monsters } from './monsters.ts';
import { moveIn } from './people.ts';
import { seeded } from './random.ts';
import { bodyIn, eventOf, type Request, type Route } from './request.ts';
import { isSigned } from './signing.ts';
import { addTo, newTally, type Tally } from './tally.ts';

export type Violation = {
  readonly number: number;
  readonly route: Route;
  readonly how: string;
  readonly what: string;
};
export type FuzzReport = {
  readonly byRoute: ReadonlyMap<Route, Tally>;
  readonly byWay: ReadonlyMap<string, Tally>;
  readonly violations: readonly Violation[];
};
export type FuzzOptions = {
  readonly requests: number;
  readonly seed: number;
  /** Of the largest bodies, in bytes. */
  readonly largest: number;
  readonly onProgress?: (done: number) => void;
};

type Send = (request: Request, how: string) => Promise<Outcome>;

/** These are known by their content or the carrier's id: the same again is nothing new. */
const ONCE: ReadonlySet<Route> = new Set<Route>([
  'POST /events',
  'POST /twilio/text',
  'POST /twilio/text-fallback',
]);

/** Sends made-up requests to the functions behind the routes and holds each outcome against what must never be. */
export async function runFuzz({ requests, seed, largest, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const account = await openAccount();
  const functions = await openFunctions(account.url);
  const ids = await moveIn(account.url, Date.now());
  const random = seeded(seed);
  const byRoute = new Map<Route, Tally>();
  const byWay = new Map<string, Tally>();
  const violations: Violation[] = [];
  const send = sender(account.changes, functions.call);
  const judge = (number: number, outcome: Outcome) => {
    const { route, how } = outcome;
    for (const what of wrongWith(outcome)) violations.push({ number, route, how, what });
    byRoute.set(route, addTo(byRoute.get(route) ?? newTally(), outcome));
    byWay.set(how, addTo(byWay.get(how) ?? newTally(), outcome));
  };
  const first = monsters(Date.now(), largest).map((request): Drawn => ({ request, how: 'a monster' }));
  try {
    for (let number = 0; number < requests; number += 1) {
      const { request, how } = first[number] ?? draw(random, Date.now(), ids);
      judge(number, await send(request, how));
      if (how === AS_IT_SHOULD_BE && ONCE.has(request.route)) judge(number, await send(request, REPLAY));
      if ((number + 1) % 1000 === 0) onProgress?.(number + 1);
    }
  } finally {
    functions.remove();
    await account.stop();
  }
  return { byRoute, byWay, violations };
}

function sender(made: readonly string[], call: Awaited<ReturnType<typeof openFunctions>>['call']): Send {
  return async (request, how) => {
    const now = Date.now();
    const event = eventOf(request, now);
    const signed = isSigned(event, now);
    const before = made.length;
    const started = performance.now();
    const { result: answer, logs } = await hearLogs(() => call(event));
    const tookMs = performance.now() - started;
    const changes = made.slice(before);
    return { route: request.route, how, asked: bodyIn(event), signed, answer, logs, changes, tookMs };
  };
}
