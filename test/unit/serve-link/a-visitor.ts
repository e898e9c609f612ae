import { serveLink } from '#functions/serve-link/serve-link.ts';
import type { Served } from '#functions/serve-link/served.ts';
import { DAY } from '#shared/domain/record.ts';
import type { LinkClaim } from '#shared/ports.ts';
import { aNewCase, openIn } from '#test/builders/a-case.ts';
import type { World } from '#test/fakes/fake-world.ts';

export const FOLLOW_UP = 'fu#pY3kq0cVbq1mJr8T2wXz9A';
const ADDRESS = 'maya@example.org';

type Claim<K extends LinkClaim['kind']> = Partial<Extract<LinkClaim, { kind: K }>>;
type Visit = {
  look: (chosen?: string) => Promise<Served>;
  post: (fields: Record<string, string>) => Promise<Served>;
};

/** Somebody who opens links of a world and presses buttons there. */
export function aVisitor(world: World) {
  const expiresAt = world.now() + 3 * DAY;

  async function at(claim: LinkClaim): Promise<Visit> {
    const token = new URL(await world.links.urlOf(claim)).pathname.split('/').at(-1) ?? '';
    return {
      look: (chosen) => serveLink(world, { method: 'GET', token, chosen, form: new URLSearchParams() }),
      post: (fields) => serveLink(world, { method: 'POST', token, form: new URLSearchParams(fields) }),
    };
  }

  return {
    async answer(different: Claim<'answer'> = {}): Promise<Visit> {
      const contactId = await anEmailedClient(world);
      const to = { followUpId: FOLLOW_UP, messageId: `${FOLLOW_UP}.d2.1.email`, checkIn: 'd2', contactId };
      return at({ kind: 'answer', ...to, language: 'en', expiresAt, ...different });
    },
    async unsubscribe(different: Claim<'unsubscribe'> = {}): Promise<Visit> {
      const contactId = await anEmailedClient(world);
      const to = { followUpId: FOLLOW_UP, contactId };
      return at({ kind: 'unsubscribe', ...to, language: 'en', expiresAt, ...different });
    },
    async case(different: Parameters<typeof aNewCase>[1] = {}, claim: Claim<'case'> = {}): Promise<Visit> {
      const caseId = await openIn(world, aNewCase(world.now(), different));
      return at({ kind: 'case', caseId, staffId: 'st-20', expiresAt, ...claim });
    },
  };
}

/** The contact of a client whose follow-up is open. */
export async function anEmailedClient({ contacts }: World): Promise<string> {
  const id = await contacts.idOf('email', ADDRESS);
  await contacts.link(
    { id, channel: 'email', value: ADDRESS, zones: ['America/New_York'], saidAt: 0 },
    { followUpId: FOLLOW_UP, clientRef: 'C-77', agencyId: 'riverbend' },
  );
  return id;
}

/** Everything that a request could have changed. */
export function everythingIn({ contacts, cases, facts, queues }: World): string {
  return JSON.stringify([contacts.all(), contacts.texts(), cases.all(), facts.all(), queues]);
}
