import { previewEvent, type EventPreview, type PreviewStep } from '#infra/local/play/preview-event.ts';
import { loadSettings } from '#infra/settings.ts';
import { BadContent } from './endings.ts';
import { readJsonFile } from './read-json-file.ts';
import { wrapped } from './wrapped.ts';

export type PreviewFlags = { readonly event: string; readonly json?: boolean };

/** @returns the exit code: 1 for an event that cannot be read */
export async function preview({ event, json }: PreviewFlags): Promise<number> {
  const read = readJsonFile(event);
  if (Array.isArray(read))
    throw new BadContent(
      `${event} holds an array; a preview takes one closed session ("demo" takes several)`,
    );
  const found = await previewEvent(read, loadSettings('local'));
  if (json === true) process.stdout.write(`${JSON.stringify(found)}\n`);
  if ('problems' in found) {
    for (const { path, problem } of found.problems)
      process.stderr.write(`${event}: ${path || '(the event)'}: ${problem}\n`);
    return 1;
  }
  if (json !== true) process.stdout.write(`${inWords(found).join('\n')}\n`);
  return 0;
}

function inWords(found: Exclude<EventPreview, { problems: unknown }>): string[] {
  const { decision, reason, because = [], held, steps, tasks } = found;
  const why = [reason, ...because.filter((code) => code !== reason)].filter(Boolean).join(', ');
  return [
    decision === 'decline' ? `No follow-up: ${why}.` : followUpOf(steps),
    ...(held === undefined ? [] : [`On hold until it is lifted: ${held}.`]),
    ...steps.flatMap(({ checkIn, local, channel, text, segments, notSent }) =>
      notSent !== undefined
        ? ['', `${checkIn} would not be sent, and staff call: ${notSent.replaceAll('-', ' ')}.`]
        : [
            '',
            `${clock(local)}  ${checkIn}, ${channel === 'email' ? 'e-mail' : `text, ${segments} segment${segments === 1 ? '' : 's'}`}`,
            ...wrapped(text, 76).map((line) => `    ${line}`),
          ],
    ),
    ...(tasks.length === 0 ? [] : ['', 'For staff, at once:']),
    ...tasks.map(
      ({ reason, priority, due }) => `    ${reason.replaceAll('-', ' ')} (${priority}), due ${due}`,
    ),
  ];
}

function followUpOf(steps: readonly PreviewStep[]): string {
  const sent = steps.filter(({ notSent }) => notSent === undefined).length;
  return `A follow-up of ${sent} message${sent === 1 ? '' : 's'}.`;
}

/** `2026-11-24 09:26 -05:00` */
const clock = (local: string) => `${local.slice(0, 10)} ${local.slice(11, 16)} ${local.slice(19)}`;
