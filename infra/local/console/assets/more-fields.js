import { same, unsaid } from './field-choices.js';

/** @typedef {import('./session-fields.js').Group} Group */
/** @typedef {import('./session-fields.js').Choices} Choices */

/**
 * What is rarely filled in.
 * @param {Choices} choices
 * @returns {Group[]}
 */
export const moreGroups = ({ staff }) => [
  {
    legend: 'Flags and needs',
    isMore: true,
    fields: [
      {
        id: 'flags',
        label: 'Flags',
        kind: 'checks',
        wide: true,
        choices: same(
          'ipv',
          'minor',
          'sud-part2',
          'shared-phone',
          'no-voicemail',
          'do-not-contact',
          'discreet',
        ),
      },
      {
        id: 'needs',
        label: 'Needs',
        kind: 'checks',
        wide: true,
        choices: same(
          'shelter',
          'housing',
          'food',
          'utilities',
          'transport',
          'clothing',
          'income',
          'benefits',
          'employment',
          'legal',
          'id-documents',
          'medical',
          'mental-health',
          'substance-use',
          'crisis',
          'peer-support',
          'domestic-violence',
          'childcare',
          'education',
          'veterans',
        ),
      },
      { id: 'permission-basis', label: 'For minors: permission by law or from', kind: 'text' },
      { id: 'permission-by', label: 'Given by', kind: 'text' },
    ],
  },
  {
    legend: 'If they go quiet',
    isMore: true,
    fields: [
      { id: 'quiet-call', label: 'Staff may call', kind: 'check' },
      { id: 'no-police', label: 'No police', kind: 'check' },
      { id: 'voice', label: 'Number to call', kind: 'tel' },
      { id: 'support-name', label: 'Support person', kind: 'text' },
      { id: 'support-phone', label: 'Their phone', kind: 'tel' },
    ],
  },
  {
    legend: 'The session',
    isMore: true,
    fields: [
      {
        id: 'session',
        label: 'Session',
        kind: 'text',
        hint: 'The same one again: a newer closing supersedes.',
      },
      {
        id: 'owner',
        label: 'Owner',
        kind: 'select',
        choices: [
          { value: '', words: 'nobody' },
          ...staff.map(({ id, name }) => ({ value: id, words: `${name} (${id})` })),
        ],
      },
      {
        id: 'protocol',
        label: 'Protocol',
        kind: 'select',
        choices: [{ value: '', words: 'the agency’s' }, ...same('post-crisis', 'caring-contacts')],
      },
      {
        id: 'offer',
        label: 'Follow-up was',
        kind: 'select',
        choices: [unsaid, ...same('accepted', 'declined', 'not-offered')],
      },
      {
        id: 'disposition',
        label: 'The client went',
        kind: 'select',
        choices: [
          unsaid,
          ...same('home', 'emergency-department', 'inpatient', 'shelter', 'custody', 'other'),
        ],
      },
      {
        id: 'closed-at',
        label: 'Closed at',
        kind: 'datetime-local',
        hint: 'The agency’s time; empty: now on the clock above.',
      },
    ],
  },
];
