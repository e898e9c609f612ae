import type { Faults } from '../engine/faults.ts';
import type { Random } from '../engine/random.ts';
import type { Server } from '../engine/server.ts';
import type { Timeline } from '../engine/timeline.ts';
import type { Seen } from '../what-was-seen.ts';
import type { Alerts } from '#shared/ports.ts';

export type AlertTaken = {
  step: number;
  staffId: string;
  caseId: string;
  priority: string;
  url: string;
  reached: boolean;
};

type Options = {
  timeline: Timeline;
  faults: Faults;
  ladder: readonly { staffId: string }[];
  note: (seen: Seen) => void;
  chanceOf: (subject: string) => Random;
  /** What may not stand in an alert. */
  holdAgainst: (where: string, text: string) => void;
  onAlert: (alert: AlertTaken) => void;
  onTerminalAlarm: (caseId: string) => void;
};

export type WorldAlerts = { through(server: Server): Alerts };

/** The alert topics: they refuse at times, and a telephone behind them may be dead, stopped or a voicemail. */
export function worldAlerts(options: Options): WorldAlerts {
  const { timeline, faults, ladder, note, chanceOf } = options;

  function toStep(
    step: number,
    { caseId, priority, url }: Parameters<Alerts['toStep']>[1],
    random: Random,
  ): void {
    const at = timeline.now();
    if (faults.happens('alert refused', random)) {
      note({ at, kind: 'alert-refused', step, caseId });
      throw new Error('the topic does not answer');
    }
    const staffId = ladder[step]?.staffId ?? '';
    const reached = !faults.happens('alert to a dead telephone', chanceOf(`case/${caseId}`));
    options.holdAgainst('an alert to staff', `${caseId} ${priority} ${readable(url)}`);
    note({ at, kind: 'alert', step, staffId, caseId, priority, reached });
    options.onAlert({ step, staffId, caseId, priority, url, reached });
  }

  function toOperators({ subject, text }: { subject: string; text: string }, random: Random): void {
    const at = timeline.now();
    if (faults.happens('alert refused', random)) throw new Error('the topic does not answer');
    options.holdAgainst('an alert to operators', `${subject} ${text}`);
    const caseId = /^Case (\S+) \(/.exec(text)?.[1];
    if (!caseId) return note({ at, kind: 'operators-told', about: subject });
    note({ at, kind: 'terminal-alarm', caseId });
    options.onTerminalAlarm(caseId);
  }

  return {
    through: (server) => ({
      toStep: (step, alert) => server.call(() => toStep(step, alert, server.random())),
      toOperators: (alert) => server.call(() => toOperators(alert, server.random())),
    }),
  };
}

/** An address with all that its link claims spelt out, and without the signature, which is chance. */
const readable = (url: string): string =>
  url.replace(/([\w-]+)\.[\w-]+$/, (_token, claim: string) => Buffer.from(claim, 'base64url').toString());
