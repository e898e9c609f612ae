import type { LocalStack } from '../local-stack.ts';

/**
 * Opens a link as a person does and sends its form: GET, look, POST.
 * @returns the status of the last answer; anything but 2xx means that nothing was done
 */
export async function visitPage(
  { http }: Pick<LocalStack, 'http'>,
  link: string,
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  const url = onThisStack(link, http);
  const shown = await fetch(url);
  await shown.arrayBuffer();
  if (!shown.ok) return shown.status;
  const sent = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  await sent.arrayBuffer();
  return sent.status;
}

/** A link of an earlier run names the port that the stack had then. */
function onThisStack(link: string, http: string): URL {
  const { pathname } = new URL(link);
  return new URL(pathname, http);
}
