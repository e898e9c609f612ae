import { make } from './dom.js';
import { idOf } from './session-form.js';

/** @typedef {import('./plan.js').Problem} Problem */

/** @param {HTMLFormElement} form */
export function clearProblems(form) {
  for (const words of form.querySelectorAll('.wrong')) {
    words.textContent = '';
    words.setAttribute('hidden', '');
  }
  for (const control of form.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  form.querySelector('#form-problems')?.remove();
}

/**
 * Writes each problem to its field. Returns the first field, for the keyboard to go to.
 * @param {HTMLFormElement} form
 * @param {readonly Problem[]} problems
 * @param {Readonly<Record<string, string>>} fields which field stands for which path
 * @returns {HTMLElement | undefined}
 */
export function showProblems(form, problems, fields) {
  clearProblems(form);
  const elsewhere = problems.filter(({ path, problem }) => !mark(fieldOf(path, fields), problem));
  if (elsewhere.length > 0)
    form
      .querySelector('#plan')
      ?.before(
        make(
          'ul',
          { id: 'form-problems', class: 'wrong', tabindex: '-1' },
          ...elsewhere.map(({ path, problem }) => make('li', {}, path ? `${path}: ${problem}` : problem)),
        ),
      );
  const first = form.querySelector('[aria-invalid=true], #form-problems');
  return first instanceof HTMLElement ? first : undefined;
}

/**
 * The field of the path, or of the nearest thing it is part of.
 * @param {string} path
 * @param {Readonly<Record<string, string>>} fields
 */
function fieldOf(path, fields) {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.'))))
    if (fields[part] !== undefined) return fields[part];
  return undefined;
}

/**
 * @param {string | undefined} field
 * @param {string} problem
 */
function mark(field, problem) {
  const control = field === undefined ? null : document.getElementById(idOf(field));
  const words = field === undefined ? null : document.getElementById(`${idOf(field)}-problem`);
  if (!control || !words) return false;
  control.setAttribute('aria-invalid', 'true');
  words.textContent = words.textContent ? `${words.textContent}; ${problem}` : sentence(problem);
  words.hidden = false;
  control.closest('details')?.setAttribute('open', '');
  return true;
}

/** @param {string} problem as the contract words it: `is missing`, `expected …` */
const sentence = (problem) =>
  problem.startsWith('is ') ? `This ${problem}` : `${problem[0]?.toUpperCase() ?? ''}${problem.slice(1)}`;
