import { idOf } from './session-form.js';

/**
 * Sets fields by their names; all others stay.
 * @param {HTMLFormElement} form
 * @param {Record<string, string | boolean>} values
 */
export function fillForm(form, values) {
  for (const [field, value] of Object.entries(values)) {
    const control = document.getElementById(idOf(field));
    if (control instanceof HTMLInputElement && typeof value === 'boolean') control.checked = value;
    else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement)
      control.value = String(value);
    else
      for (const radio of form.querySelectorAll(`input[name="${field}"]`))
        if (radio instanceof HTMLInputElement) radio.checked = radio.value === value;
  }
}
