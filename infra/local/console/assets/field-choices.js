/** Codes that say what they mean, as choices.
 * @param {...string} values
 */
export const same = (...values) => values.map((value) => ({ value, words: value.replaceAll('-', ' ') }));

export const unsaid = { value: '', words: 'not recorded' };
