/**
 * The element with this id, checked to be what the caller needs.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`no ${kind.name} with the id ${id}`);
  return found;
}

/**
 * Makes an element. Words become text, never markup.
 * @param {string} tag
 * @param {Record<string, string | number | boolean | undefined>} [attributes] `false` and `undefined` are left out
 * @param {...(Node | string)} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Tells people who listen to the page.
 * @param {string} words
 */
export function say(words) {
  byId('said', HTMLElement).textContent = words;
}

/**
 * Replaces a select's options and keeps the choice where it still exists.
 * @param {HTMLSelectElement} select
 * @param {readonly { value: string, words: string }[]} options
 */
export function offer(select, options) {
  const wanted = options.map(({ value, words }) => `${value}\n${words}`).join('\r');
  if (select.dataset['offered'] === wanted) return;
  select.dataset['offered'] = wanted;
  const chosen = select.value;
  select.replaceChildren(...options.map(({ value, words }) => make('option', { value }, words)));
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
}

/** Words with their web addresses as links that open in a tab of their own.
 * @param {string} words
 * @returns {(Node | string)[]}
 */
export function withLinks(words) {
  return words
    .split(/(https?:\/\/\S+)/)
    .map((part, index) =>
      index % 2 === 1 ? make('a', { href: part, target: '_blank', rel: 'noreferrer' }, part) : part,
    );
}
