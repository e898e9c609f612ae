import type { TimelineLine } from '#shared/contracts/timeline.ts';

/** US list price of a text segment, out or in, with carrier fees: docs/cost.md. */
const DOLLARS_A_SEGMENT = 0.0115;

/** What a timeline comes to, in a few lines. */
export function summaryOf(lines: readonly TimelineLine[], days: number): string[] {
  const count = (kind: TimelineLine['kind']) => lines.filter((line) => line.kind === kind).length;
  const texts = lines.filter(({ kind, by }) => kind === 'text-sent' && by === 'handrail');
  const segments = sum(lines.filter(({ kind }) => kind === 'text-sent' || kind === 'text-received'));
  const clients = new Set(lines.flatMap(({ client }) => client ?? []));
  const facts = [
    [`${clients.size}`, 'clients', `over ${days} days`],
    [`${texts.length}`, 'texts sent', `${sum(texts)} segments; e-mails beside them: ${count('email-sent')}`],
    [
      `${count('text-received') + count('email-received')}`,
      'answers',
      `${count('check-in-answered')} of them to a check-in`,
    ],
    [
      `${count('check-in-missed')}`,
      'missed',
      `${count('escalation-raised')} escalations, ${count('task-opened')} staff tasks`,
    ],
    [
      `${count('staff-alerted')}`,
      'alerts',
      `${count('escalation-acknowledged')} acknowledged, ${count('task-closed')} closed, ${count('escalation-unanswered')} unanswered`,
    ],
    [
      `$${(segments * DOLLARS_A_SEGMENT).toFixed(2)}`,
      'of texts',
      `${segments} segments out and in at $${DOLLARS_A_SEGMENT}`,
    ],
  ] as const;
  return facts.map(([number, what, more]) => `${number.padStart(6)} ${what.padEnd(11)} ${more}`);
}

const sum = (lines: readonly TimelineLine[]) =>
  lines.reduce((total, { segments = 0 }) => total + segments, 0);
