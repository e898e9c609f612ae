/** A web address that a person may open, or none: no scripts, files or mail addresses. */
export function readUrl(text: string): string | undefined {
  const [first = ''] = text.split(/\s/);
  const whole = /^[a-z][a-z\d+.-]*:/i.test(first) && !/^[\w.-]+:\d/.test(first) ? first : `https://${first}`;
  if (!URL.canParse(whole)) return undefined;
  const url = new URL(whole);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && /^[^.]+\..+[^.]$/.test(url.hostname) && url.username === '' ? whole : undefined;
}
