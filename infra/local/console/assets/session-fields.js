import { same, unsaid } from './field-choices.js';
import { moreGroups } from './more-fields.js';

/**
 * @typedef {{ value: string, words: string }} Choice
 * @typedef {{
 *   id: string, label: string,
 *   kind: 'text' | 'tel' | 'email' | 'number' | 'time' | 'datetime-local' | 'select' | 'radios' | 'check' | 'checks' | 'read-aloud',
 *   value?: string, hint?: string, list?: string, choices?: readonly Choice[], wide?: boolean,
 * }} Field
 * @typedef {{ legend: string, fields: readonly Field[], isMore?: boolean }} Group
 * @typedef {{
 *   agencyId: string, agencyName: string, program: string, zone: string, now: number, zones: string[], staff: { id: string, name: string }[],
 *   protocol: string, wordingVersion: string, readAloud: Record<string, string>, hasEmail: boolean,
 * }} Choices
 */

const safety = [
  { value: 'safe', words: 'safe to use' },
  { value: 'unsafe', words: 'not safe' },
  { value: 'unknown', words: 'not asked' },
];
/**
 * The SessionClosed schema as a form, in the order a counsellor asks.
 * @param {Choices} choices
 * @returns {Group[]}
 */
export const sessionGroups = (choices) => [...asked, ...moreGroups(choices)];

/** @type {readonly Group[]} */
const asked = [
  {
    legend: 'Client',
    fields: [
      { id: 'ref', label: 'Client number', kind: 'text' },
      { id: 'name', label: 'Preferred name', kind: 'text', hint: 'Invent one.' },
      {
        id: 'language',
        label: 'Language',
        kind: 'select',
        choices: [
          { value: 'en', words: 'English' },
          { value: 'es', words: 'Spanish' },
          { value: 'vi', words: 'Vietnamese' },
          { value: 'ht', words: 'Haitian Creole' },
        ],
      },
      { id: 'zone', label: 'Time zone', kind: 'text', list: 'zones', hint: 'Or a ZIP code, or neither.' },
      { id: 'zip', label: 'ZIP code', kind: 'text' },
      { id: 'birth-year', label: 'Year of birth', kind: 'number' },
    ],
  },
  {
    legend: 'Texts',
    fields: [
      {
        id: 'phone',
        label: 'Phone',
        kind: 'tel',
        value: '+14105550134',
        hint: 'An invented one: 555-01xx.',
      },
      { id: 'phone-safety', label: 'This phone is', kind: 'select', choices: safety },
      { id: 'hours-from', label: 'Safe from', kind: 'time' },
      { id: 'hours-to', label: 'Safe until', kind: 'time' },
      { id: 'weekdays-only', label: 'Those hours on weekdays only', kind: 'check' },
      { id: 'phone-confirmed', label: 'Number confirmed just now', kind: 'check' },
      { id: 'phone-shared', label: 'Somebody else uses this phone too', kind: 'check' },
      { id: 'read-aloud', label: 'Read aloud', kind: 'read-aloud', wide: true },
      { id: 'sms-consent', label: 'They said yes to texts', kind: 'check', wide: true },
    ],
  },
  {
    legend: 'E-mail',
    fields: [
      { id: 'email', label: 'Address', kind: 'email', hint: 'An invented one at example.org, or none.' },
      { id: 'email-safety', label: 'This address is', kind: 'select', choices: safety },
      { id: 'email-consent', label: 'They said yes to e-mail', kind: 'check', wide: true },
    ],
  },
  {
    legend: 'Risk',
    fields: [
      {
        id: 'tier',
        label: 'Tier',
        kind: 'radios',
        value: 'moderate',
        choices: same('low', 'moderate', 'high', 'imminent'),
        wide: true,
      },
      { id: 'distress-before', label: 'Distress before, 0 to 10', kind: 'number' },
      { id: 'distress-after', label: 'Distress after, 0 to 10', kind: 'number' },
      {
        id: 'safety-plan',
        label: 'Safety plan',
        kind: 'select',
        value: 'complete',
        choices: [unsaid, ...same('complete', 'partial', 'none')],
      },
      {
        id: 'means',
        label: 'Means safety',
        kind: 'select',
        value: 'yes',
        choices: [unsaid, { value: 'yes', words: 'discussed' }, { value: 'no', words: 'not discussed' }],
      },
    ],
  },
];
