/** @type {Readonly<Record<string, string>>} */
const declines = {
  imminent: 'The risk is imminent: a person takes over at once, no automation starts.',
  'do-not-contact': 'The client is flagged do not contact.',
  'client-declined': 'The client declined follow-up.',
  'not-offered': 'Follow-up was not offered.',
  'needs-contact-profile':
    'Texting could put this client at risk (safety at home, privacy or a shared phone). A person follows up.',
  'minor-without-permission': 'The client is a minor and no permission is recorded.',
  'no-catalogue':
    'There are no messages in this language yet, and nobody is written to in one they did not name.',
  unreachable: 'There is no phone or address that Handrail may use.',
  'no-consent': 'The client has not agreed to texts or e-mail.',
  'contact-unsafe': 'No contact is safe to use.',
  'contact-safety-unknown': 'Nobody asked whether the contact is safe, so it is not used.',
  'opted-out-before': 'The client said stop before.',
  'used-by-another-client': 'Another client is followed up on the same number or address.',
  'email-is-off': 'The agency has named no mailbox for answers, so e-mail is off.',
};

/**
 * Why no follow-up starts, in plain words.
 * @param {string} reason
 */
export const whyDeclined = (reason) => declines[reason] ?? `No follow-up starts: ${plain(reason)}.`;

/** @type {Readonly<Record<string, string>>} */
const tasks = {
  declined: 'a person follows this client up, because Handrail does not',
  'high-tier-call': 'call this client, whatever the texts bring',
  'safety-plan-incomplete': 'complete the safety plan',
  'means-safety-not-discussed': 'talk about means safety',
  held: 'look at this follow-up: it starts held',
};

/**
 * What staff are asked to do.
 * @param {string} reason
 */
export const whatToDo = (reason) => tasks[reason] ?? plain(reason);

/** @param {string} code */
export const plain = (code) => code.replaceAll('-', ' ');

/**
 * `d7` → `Day 7`.
 * @param {string} id
 */
export function stepName(id) {
  const [, generation = '', kind = '', number = ''] = /^(.*?)(d|cc)(\d+)$/.exec(id) ?? [];
  if (kind === '') return plain(id);
  return `${kind === 'd' ? 'Day' : 'Contact'} ${number}${generation ? ` (${generation})` : ''}`;
}
