import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '#shared/contracts/settings.ts';
import type { Programme, Sending } from '#shared/domain/programme.ts';
import type { Contacts } from '#shared/ports.ts';

/**
 * The settings that the deployment put beside the bundle, read once, at cold start. They were validated before anything
 * was synthesised, defaults filled in, and they are part of the same deployed asset as this code.
 */
export function readSettings(file: string = settingsFile()): Settings {
  return JSON.parse(readFileSync(file, 'utf8')) as Settings; // written by the synthesis, from the validated value
}

function settingsFile(): string {
  return process.env['PROGRAMME_FILE'] ?? join(process.env['LAMBDA_TASK_ROOT'] ?? '.', 'programme.json');
}

/**
 * The programme as the core needs it, worked out once. Numbers and addresses of the allow-list become contact ids here,
 * so that the core never sees one; `idOf` is asked for nothing else.
 */
export function programmeOf(settings: Settings, idOf: Contacts['idOf']): () => Promise<Programme> {
  let known: Promise<Programme> | undefined;
  return () => {
    known ??= asProgramme(settings, idOf).catch((error: unknown) => {
      known = undefined; // the pepper could not be read: ask again next time
      throw error;
    });
    return known;
  };
}

async function asProgramme(settings: Settings, idOf: Contacts['idOf']): Promise<Programme> {
  const { agencyId, program, timeZone, hoursText, officePhone, dailyCap, protocol, staff, sms } = settings;
  const names = Object.fromEntries(staff.members.map(({ id, name }) => [id, name]));
  return {
    agencyId,
    program,
    timeZone,
    staffedHours: settings.staffedHours,
    hoursText,
    officePhone,
    contactWindow: settings.contactWindow,
    dailyCap,
    protocol,
    sending: await sendingOf(settings, idOf),
    optOut: sms.optOut,
    maxPerSecond: sms.maxPerSecond,
    email: settings.email !== undefined,
    staffNames: names,
    quietHours: staff.quietHours,
    ladder: staff.ladder.map(({ staffId, waitMinutes }) => ({
      staffId,
      name: names[staffId] ?? staffId,
      waitMinutes,
    })),
  };
}

async function sendingOf({ sending }: Settings, idOf: Contacts['idOf']): Promise<Sending> {
  if (sending.mode !== 'allow-list') return { mode: sending.mode };
  const contactIds = await Promise.all(
    sending.allow.map((value) => idOf(value.includes('@') ? 'email' : 'sms', value)),
  );
  return { mode: 'allow-list', contactIds };
}
