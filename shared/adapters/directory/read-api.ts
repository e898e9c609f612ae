import * as z from 'zod';
import { DirectoryUnreadable } from './directory-unreadable.ts';
import type { Gathering } from './gather.ts';
import { inMb, LONGEST_WAIT, MOST_BYTES_A_PAGE, MOST_PAGES } from './limits.ts';
import { adder } from './read-json.ts';

/** A page of HSDS 3's API: https://docs.openreferral.org/en/latest/hsds/api_reference.html */
const Page = z.object({
  contents: z.array(z.unknown()),
  total_pages: z.number().int().nonnegative().optional(),
  last_page: z.boolean().optional(),
});

/**
 * Reads all services of an API, page by page until the last.
 * @throws DirectoryUnreadable for an answer that is no page of the standard, too large, or too slow
 */
export async function readApi(
  address: string,
  gathering: Gathering,
  onProgress: (text: string) => void,
): Promise<void> {
  const add = adder(gathering);
  let count = 0;
  for (let number = 1; number <= MOST_PAGES; number += 1) {
    const url = pageAddress(address, number);
    const answer = await fetchJson(url);
    // A plain list has no pages.
    const page = Page.safeParse(Array.isArray(answer) ? { contents: answer, last_page: true } : answer).data;
    if (page === undefined)
      throw new DirectoryUnreadable('not a page of HSDS 3: an object with "contents" is expected', {
        source: url,
      });
    for (const value of page.contents) add('services', value, (count += 1));
    onProgress(
      `page ${number}${page.total_pages === undefined ? '' : ` of ${page.total_pages}`}, ${count} services`,
    );
    const isLast =
      page.last_page === true || page.contents.length === 0 || number >= (page.total_pages ?? Infinity);
    if (!isLast) continue;
    gathering.wasRead({ name: address, table: 'services', rows: count, encoding: 'utf-8' });
    return;
  }
  throw new DirectoryUnreadable(`more than ${MOST_PAGES} pages: does it ever end?`, { source: address });
}

/** Whole services, unless the address says otherwise. */
function pageAddress(address: string, number: number): string {
  const url = new URL(address);
  if (!/\/services\/?$/.test(url.pathname) && !url.pathname.endsWith('.json'))
    url.pathname = `${url.pathname.replace(/\/$/, '')}/services`;
  if (!url.searchParams.has('full')) url.searchParams.set('full', 'true');
  url.searchParams.set('page', String(number));
  return url.href;
}

async function fetchJson(url: string): Promise<unknown> {
  try {
    const response = await fetch(url, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    if (!response.ok) throw new DirectoryUnreadable(`answered ${response.status}`, { source: url });
    return JSON.parse(await limitedText(response, url));
  } catch (error) {
    if (error instanceof DirectoryUnreadable) throw error;
    throw new DirectoryUnreadable(reasonOf(error), { source: url, cause: error });
  }
}

async function limitedText(response: Response, url: string): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES_A_PAGE)
      throw new DirectoryUnreadable(
        `more than ${inMb(MOST_BYTES_A_PAGE)} in one page: ask for fewer (per_page)`,
        { source: url },
      );
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'did not answer with JSON';
  if (error instanceof Error && error.name === 'TimeoutError')
    return `did not answer within ${LONGEST_WAIT / 1000} s`;
  return 'cannot be reached';
}
