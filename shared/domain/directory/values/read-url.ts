/** A web address that a person may open, or none: no scripts, files or mail addresses. */
export function readUrl(text: string): string | undefined {
  const [first = ''] = text.split(/\s/);
  const plain = first.replace(/[.,;]$/, '');
  // What begins with anything else is taken for a name, and is then none that could be called.
  const whole = /^https?:/i.test(plain) ? plain : `https://${plain}`;
  if (!URL.canParse(whole)) return undefined;
  const { hostname, username } = new URL(whole);
  return /^[^.]+\.[^.]/.test(hostname) && username === '' ? whole : undefined;
}
