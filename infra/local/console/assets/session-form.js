import { make } from './dom.js';
import { sessionGroups } from './session-fields.js';

/** @typedef {import('./session-fields.js').Field} Field */
/** @typedef {import('./session-fields.js').Group} Group */
/** @typedef {import('./session-fields.js').Choices} Choices */

/** An id in the page; fields are named without the prefix. */
export const idOf = (/** @type {string} */ field) => `f-${field}`;

/**
 * Draws the form's fields.
 * @param {HTMLFormElement} form
 * @param {Choices} choices
 */
export function drawSessionForm(form, choices) {
  const groups = sessionGroups(choices);
  const list = make('datalist', { id: 'zones' }, ...choices.zones.map((value) => make('option', { value })));
  const more = make(
    'details',
    { class: 'more' },
    make('summary', {}, 'More: flags, needs, if they go quiet, the session itself'),
    ...groups.filter(({ isMore }) => isMore).map(drawGroup),
  );
  form.append(...groups.filter(({ isMore }) => !isMore).map(drawGroup), more, list);
}

/** @param {Group} group */
function drawGroup({ legend, fields }) {
  return make(
    'fieldset',
    {},
    make('legend', {}, legend),
    make('div', { class: 'fields' }, ...fields.map(drawField)),
  );
}

/** @param {Field} field */
function drawField(field) {
  const { id, label, kind, hint, wide } = field;
  const problem = make('p', { id: `${idOf(id)}-problem`, class: 'wrong', hidden: true });
  const about = [...(hint ? [`${idOf(id)}-hint`] : []), `${idOf(id)}-problem`].join(' ');
  const hints = hint ? [make('p', { id: `${idOf(id)}-hint`, class: 'hint' }, hint)] : [];
  const frame = (/** @type {(Node | string)[]} */ ...parts) =>
    make('div', { class: wide ? 'field wide' : 'field' }, ...parts);
  switch (kind) {
    case 'read-aloud':
      return frame(make('p', { class: 'label' }, label), make('blockquote', { id: idOf(id) }));
    case 'check':
      return frame(
        make(
          'label',
          { class: 'choice' },
          make('input', { type: 'checkbox', id: idOf(id), name: id, 'aria-describedby': about }),
          label,
        ),
        ...hints,
        problem,
      );
    case 'checks':
    case 'radios':
      return frame(drawChoices(field, about), problem);
    default:
      return frame(make('label', { for: idOf(id) }, label), drawControl(field, about), ...hints, problem);
  }
}

/**
 * @param {Field} field
 * @param {string} about
 */
function drawControl({ id, kind, list, value, choices = [] }, about) {
  const common = { id: idOf(id), name: id, 'aria-describedby': about };
  if (kind === 'select')
    return make(
      'select',
      common,
      ...choices.map((choice) =>
        make('option', { value: choice.value, selected: choice.value === value }, choice.words),
      ),
    );
  const isNumber = kind === 'number';
  return make('input', {
    ...common,
    // A number field drops what is no number; as text it can be shown what is wrong with it.
    type: isNumber ? 'text' : kind,
    inputmode: isNumber ? 'numeric' : undefined,
    list,
    value,
    autocomplete: 'off',
    spellcheck: 'false',
  });
}

/**
 * @param {Field} field
 * @param {string} about
 */
function drawChoices({ id, label, kind, value, choices = [] }, about) {
  return make(
    'fieldset',
    { class: 'choices', id: idOf(id), 'aria-describedby': about, tabindex: '-1' },
    make('legend', {}, label),
    ...choices.map((choice) =>
      make(
        'label',
        { class: 'choice' },
        make('input', {
          type: kind === 'radios' ? 'radio' : 'checkbox',
          name: id,
          value: choice.value,
          checked: choice.value === value,
        }),
        choice.words,
      ),
    ),
  );
}
