import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerApi } from './api.ts';
import { moveClock } from './clock-moves.ts';
import type { ConsoleOptions } from './console-options.ts';
import { isFromThisMachine } from './from-this-machine.ts';
import { openLive } from './live.ts';
import { answerMail } from './mail-page.ts';
import { sendJson } from './replies.ts';
import { keepSession } from './session.ts';
import { answerAsset } from './static-files.ts';

export type Console = {
  /** Takes the console's own requests; goes into the local stack's `otherPages`. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Ends what streams and whatever moves the clock. */
  readonly stop: () => Promise<void>;
};

/**
 * The rehearsal console of a running local stack: pages under `/`, state by Server-Sent Events, actions by small JSON
 * requests. Answers this machine only, since it shows the play's names, numbers and texts.
 */
export function startConsole(options: ConsoleOptions): Console {
  const clock = moveClock(options.stack);
  const session = keepSession(options, clock);
  const live = openLive(session);
  options.stack.onQuiet(() => options.timeline.flush());
  return {
    async handle(request, response) {
      const url = new URL(request.url ?? '/', options.stack.http);
      if (url.pathname !== '/' && !url.pathname.startsWith('/console/')) return false;
      if (!isFromThisMachine(request)) {
        sendJson(response, 403, { problem: 'the console answers pages of this machine only' });
        return true;
      }
      if (url.pathname === '/console/live') live.join(response);
      else if (url.pathname.startsWith('/console/api/'))
        await answerApi(session, url.pathname, request, response);
      else if (url.pathname.startsWith('/console/mail/')) answerMail(options.stack, url.pathname, response);
      else answerAsset(url.pathname, response);
      return true;
    },
    async stop() {
      live.close();
      await clock.stop();
    },
  };
}
