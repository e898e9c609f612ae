import type { ServerResponse } from 'node:http';
import type { ConsoleSession } from './session.ts';
import { addedSince, currentView, textView, type GrowingPiece } from './view.ts';

export type Live = {
  /** Streams to this page from now on, everything first. */
  readonly join: (response: ServerResponse) => void;
  readonly close: () => void;
};

/** What one open page has been told. */
type Listener = {
  readonly response: ServerResponse;
  readonly whole: Map<string, string>;
  readonly lists: Record<GrowingPiece, number>;
  readonly texts: Map<string, string>;
};

const EVERY_MS = 250;
/** Looking into the tables is dearer, and a leap changes them all the time. */
const LOOK_EVERY = 4;

/** Tells open pages what changed, by Server-Sent Events. Nothing runs while no page is open. */
export function openLive(session: ConsoleSession): Live {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  let round = 0;

  const tell = async () => {
    if (round % LOOK_EVERY === 0 && !session.clock.leap()) await session.look();
    round += 1;
    await session.timeline.flush();
    for (const listener of listeners) tellOne(listener, session);
  };
  const goOn = () => {
    timer = undefined;
    if (listeners.size === 0) return;
    // A look that failed, as while the stack stops, is made again.
    timer = setTimeout(
      () =>
        void tell()
          .catch(() => undefined)
          .finally(goOn),
      EVERY_MS,
    );
  };
  return {
    join(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\nevent: hello\ndata: {}\n\n');
      const listener = {
        response,
        whole: new Map(),
        lists: { mails: 0, staff: 0, lines: 0 },
        texts: new Map(),
      };
      listeners.add(listener);
      response.on('close', () => listeners.delete(listener));
      round = 0;
      if (!timer) goOn();
    },
    close() {
      clearTimeout(timer);
      for (const { response } of listeners) response.end();
      listeners.clear();
    },
  };
}

function tellOne({ response, whole, lists, texts }: Listener, session: ConsoleSession): void {
  const update: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(currentView(session))) {
    const json = JSON.stringify(value);
    if (whole.get(name) === json) continue;
    whole.set(name, json);
    update[name] = value;
  }
  for (const piece of ['mails', 'staff', 'lines'] as const) {
    const added = addedSince(session, piece, lists[piece]);
    lists[piece] += added.length;
    if (added.length > 0) update[piece] = added;
  }
  const changed = session.stack.twilio.messages().filter(({ sid, status }) => {
    const isNews = texts.get(sid) !== status;
    texts.set(sid, status);
    return isNews;
  });
  if (changed.length > 0) update['texts'] = changed.map(textView);
  if (Object.keys(update).length > 0) response.write(`event: update\ndata: ${JSON.stringify(update)}\n\n`);
}
