import { findMarkers, type Found } from '#test/privacy/find-markers.ts';
import type { Answer } from './functions.ts';
import { markers } from './people.ts';
import type { Route } from './request.ts';

/** What came of one request. */
export type Outcome = {
  readonly route: Route;
  readonly how: string;
  readonly asked: string;
  readonly signed: boolean;
  readonly answer: Answer;
  readonly logs: string;
  readonly changes: readonly string[];
  readonly tookMs: number;
};

export const AS_IT_SHOULD_BE = 'as it should be';
export const REPLAY = 'the same once more';

/** A function that is this slow, in ms, is near its time-out: where it runs it has half a processor. */
const SLOW = 5_000;

/** Everything about an outcome that must never be. */
export function wrongWith(outcome: Outcome): string[] {
  const { route, how, signed, answer, changes, tookMs } = outcome;
  const { statusCode: status } = answer;
  const changed = changes.length > 0 ? `changed ${changes.join(', ')}` : undefined;
  return [
    ...(Number.isInteger(status) && status < 500 ? [] : [`was answered with ${status}`]),
    ...(changed && !signed ? [`${changed} without a signature`] : []),
    ...(changed && route.startsWith('GET') ? [`${changed} by a look`] : []),
    ...(changed && how === REPLAY ? [`${changed} again`] : []),
    ...(status < 300 && !signed ? [`was answered with ${status} without a signature`] : []),
    ...(status >= 300 && how === AS_IT_SHOULD_BE ? [`was refused with ${status} although it is good`] : []),
    ...(tookMs > SLOW ? [`took ${Math.round(tookMs)} ms`] : []),
    ...(Object.keys(Object.prototype).length > 0 ? ['changed what every object is made of'] : []),
    ...leaksIn(outcome),
  ];
}

/** The page of a case shows a member of staff what the client wrote; nothing else may show or log it. */
function leaksIn({ logs, answer: { body = '' }, asked }: Outcome): string[] {
  // What somebody has just typed is shown to them again.
  const typed = new Set(findMarkers(asked, markers).map(({ field }) => field));
  const isPage = body.startsWith('<!');
  const mayBeShown = ({ field }: Found) => isPage && (body.includes('<blockquote>') || typed.has(field));
  const shown = findMarkers(body, markers).filter((found) => !mayBeShown(found));
  return [...findMarkers(logs, markers), ...shown].map(({ field, as }) => `told ${field} (${as})`);
}
