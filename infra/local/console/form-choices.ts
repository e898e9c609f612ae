import type { Settings } from '#shared/contracts/settings.ts';
import { closingWording, currentWording } from '#shared/domain/messages/closing-wordings.ts';

/** What the form offers: from the settings, the catalogue and this runtime. */
export function formChoices(settings: Settings, now: number) {
  const readAloud = (language: 'en' | 'es') =>
    closingWording(currentWording, language)?.replaceAll('{hours}', settings.hoursText[language]) ?? '';
  return {
    agencyId: settings.agencyId,
    agencyName: settings.agencyName,
    program: settings.program,
    zone: settings.timeZone,
    now,
    zones: Intl.supportedValuesOf('timeZone'),
    staff: settings.staff.members.map(({ id, name }) => ({ id, name })),
    protocol: settings.protocol,
    wordingVersion: currentWording,
    readAloud: { en: readAloud('en'), es: readAloud('es') },
    window: settings.contactWindow,
    hasEmail: settings.email !== undefined,
  };
}
