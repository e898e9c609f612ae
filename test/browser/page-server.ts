import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { serveLink } from '#functions/serve-link/serve-link.ts';
import { html } from '#shared/lambda/http-results.ts';
import type { LinkClaim } from '#shared/ports.ts';
import type { World } from '#test/fakes/fake-world.ts';

export type PageServer = {
  origin: string;
  urlOf: (claim: LinkClaim) => Promise<string>;
  close: () => void;
};

/** The pages of a world over HTTP, with the very headers they are served with. */
export async function servePages(world: World): Promise<PageServer> {
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://pages');
      const { status, page, ...logged } = await serveLink(world, {
        method: request.method ?? 'GET',
        token: pathname.split('/').at(-1) ?? '',
        chosen: searchParams.get('a') ?? undefined,
        form: new URLSearchParams(await text(request)),
      });
      response.writeHead(status, html(status, page, logged).headers).end(page);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    origin,
    urlOf: async (claim) => `${origin}${new URL(await world.links.urlOf(claim)).pathname}`,
    close: () => void server.close(),
  };
}
