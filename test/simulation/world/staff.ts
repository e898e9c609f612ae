import type { AlertTaken } from './alerts.ts';
import type { World } from './world.ts';

export type Staff = {
  alerted(alert: AlertTaken): void;
  terminalAlarm(caseId: string): void;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Habit = 'soon' | 'late' | 'never';

/**
 * The people on the ladder: they answer, answer late, or do not; what they take they close, mostly.
 * @param everyCase what they do with every case, instead of what chance says for each
 */
export function staff(world: World, everyCase?: Habit): Staff {
  const { timeline, faults, note, chanceOf } = world;
  const habits = new Map<string, Habit>();
  const taken = new Set<string>();
  const links = new Map<string, string>();
  const alarms = new Map<string, number>();

  function habitOf(caseId: string): Habit {
    if (everyCase) return everyCase;
    const known = habits.get(caseId);
    if (known) return known;
    const random = chanceOf(`case/${caseId}`);
    const habit = faults.happens('staff never acknowledge', random)
      ? 'never'
      : faults.happens('staff acknowledge late', random)
        ? 'late'
        : 'soon';
    habits.set(caseId, habit);
    return habit;
  }

  async function act(
    caseId: string,
    staffId: string,
    token: string,
    fields: Record<string, string>,
    tries = 1,
  ): Promise<void> {
    const form = new URLSearchParams({ staffId, ...fields });
    const post = () =>
      world.invoke('serve-link', chanceOf(`case/${caseId}`), (handler) =>
        handler({ method: 'POST', token, form }),
      );
    const served = await post().catch(() => 'crashed' as const);
    if (served === 'crashed' || served.status >= 500) {
      if (tries < 30) timeline.after(15 * MINUTE, () => void act(caseId, staffId, token, fields, tries + 1));
      return;
    }
    const words = /<blockquote>([\s\S]*?)<\/blockquote>/.exec(served.page)?.[1];
    const person = /\b(P-\d{6})\b/.exec(served.page)?.[1];
    note({
      at: timeline.now(),
      kind: 'page-read',
      staffId,
      caseId,
      ...(person && { person }),
      ...(words && { words: plain(words) }),
    });
    if (served.status !== 200) return;
    const { action, outcome } = fields;
    if (action === 'acknowledge') note({ at: timeline.now(), kind: 'acknowledged', staffId, caseId });
    else note({ at: timeline.now(), kind: 'closed', staffId, caseId, outcome: outcome ?? '' });
  }

  function take(caseId: string, staffId: string, token: string, afterMs: number): void {
    if (taken.has(caseId)) return;
    taken.add(caseId);
    const random = chanceOf(`case/${caseId}`);
    timeline.after(afterMs, () => void act(caseId, staffId, token, { action: 'acknowledge' }));
    if (random.chance(0.1)) return; // forgotten: the reminder must come
    const outcome = random.pick(['reached', 'left-message', 'not-reached', 'passed-on', 'not-needed']);
    timeline.after(
      afterMs + random.between(10 * MINUTE, 40 * HOUR),
      () => void act(caseId, staffId, token, { action: 'close', outcome }),
    );
  }

  return {
    alerted({ caseId, staffId, url, reached }) {
      const token = /\/l\/(\S+)$/.exec(url)?.[1] ?? '';
      links.set(caseId, `${staffId} ${token}`);
      if (!reached || world.nobodyOnCall(timeline.now())) return;
      const random = chanceOf(`case/${caseId}`);
      const habit = habitOf(caseId);
      if (habit === 'soon') take(caseId, staffId, token, random.between(MINUTE, 12 * MINUTE));
      if (habit === 'late') take(caseId, staffId, token, random.between(20 * MINUTE, 26 * HOUR));
    },
    /** Operators telephone the agency's lead, who takes it after some of these. */
    terminalAlarm(caseId) {
      const count = (alarms.get(caseId) ?? 0) + 1;
      alarms.set(caseId, count);
      const [staffId = '', token = ''] = (links.get(caseId) ?? '').split(' ');
      const random = chanceOf(`case/${caseId}`);
      if (count >= 3 && random.chance(0.6)) take(caseId, staffId, token, random.between(HOUR, DAY));
    },
  };
}

/** What a reader sees of escaped text. */
const plain = (html: string): string =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
