import { without } from './leave-out.js';

/** @typedef {{ text: (name: string) => string, isOn: (name: string) => boolean }} Read what a field holds, trimmed; whether a box is ticked */

/**
 * @param {Read} read
 * @param {string} closedAt
 */
export function contactsOf({ text, isOn }, closedAt) {
  const contacts = [];
  /** @type {Record<string, string>} */
  const contactFields = {};
  const name = (/** @type {Record<string, string>} */ paths) => {
    for (const [path, field] of Object.entries(paths))
      contactFields[`contacts.${contacts.length}${path}`] = field;
  };
  if (text('phone')) {
    name({
      '': 'phone',
      '.value': 'phone',
      '.safety': 'phone-safety',
      '.safeHours': 'hours-from',
      '.safeHours.from': 'hours-from',
      '.safeHours.to': 'hours-to',
    });
    contacts.push(
      without({
        channel: 'sms',
        value: text('phone'),
        safety: text('phone-safety'),
        safeHours: hoursOf(text('hours-from'), text('hours-to'), isOn('weekdays-only')),
        shared: isOn('phone-shared') ? true : undefined,
        confirmedAt: isOn('phone-confirmed') ? closedAt : undefined,
      }),
    );
  }
  if (text('email')) {
    name({ '': 'email', '.value': 'email', '.safety': 'email-safety' });
    contacts.push({ channel: 'email', value: text('email'), safety: text('email-safety') });
  }
  if (text('voice')) {
    name({ '': 'voice', '.value': 'voice' });
    contacts.push({ channel: 'voice', value: text('voice'), safety: 'safe' });
  }
  return { contacts, contactFields };
}

/**
 * @param {string} from
 * @param {string} to
 * @param {boolean} onWeekdays
 */
function hoursOf(from, to, onWeekdays) {
  if (!from && !to && !onWeekdays) return undefined;
  const days = onWeekdays ? { days: ['MO', 'TU', 'WE', 'TH', 'FR'] } : {};
  return { from: from || '00:00', to: to || '23:59', ...days };
}

/**
 * @param {Read} read
 * @param {string} givenAt
 * @param {string} wordingVersion
 */
export function consentsOf({ isOn }, givenAt, wordingVersion) {
  const given = [
    { channel: 'sms', field: 'sms-consent' },
    { channel: 'email', field: 'email-consent' },
  ].filter(({ field }) => isOn(field));
  const consents = given.map(({ channel }) => ({
    channel,
    purpose: 'follow-up',
    givenAt,
    method: 'verbal',
    wordingVersion,
  }));
  const consentFields = Object.fromEntries(given.map(({ field }, index) => [`consents.${index}`, field]));
  return { consents, consentFields };
}
