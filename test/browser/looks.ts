import type { Page } from 'playwright-core';
import { DAY } from '#shared/domain/record.ts';
import { aNewCase, openIn } from '#test/builders/a-case.ts';
import type { World } from '#test/fakes/fake-world.ts';
import { anEmailedClient, FOLLOW_UP } from '#test/unit/serve-link/a-visitor.ts';
import type { PageServer } from './page-server.ts';

/** A page as somebody gets to see it: where they go, and what they press there. */
export type Look = { name: string; url: () => Promise<string>; act?: (page: Page) => Promise<void> };

/** Nothing breaks in it but what the style sheet breaks. */
const LONG = 'RiverbendAftercareAndOutreachTeamOfTheGreaterPatapscoValley';

/** Links into a world's pages. */
export function linksTo(server: PageServer, world: World) {
  const end = world.now() + 3 * DAY;
  let cases = 0;
  return {
    async answer(language: 'en' | 'es', query = '', expiresAt = end): Promise<string> {
      const contactId = await anEmailedClient(world);
      const to = { followUpId: FOLLOW_UP, messageId: `${FOLLOW_UP}.d2.1.email`, checkIn: 'd2', contactId };
      return (await server.urlOf({ kind: 'answer', ...to, language, expiresAt })) + query;
    },
    async unsubscribe(): Promise<string> {
      const contactId = await anEmailedClient(world);
      const to = { followUpId: FOLLOW_UP, contactId };
      return server.urlOf({ kind: 'unsubscribe', ...to, language: 'es', expiresAt: end });
    },
    async case(expiresAt = end): Promise<string> {
      cases += 1;
      const newCase = aNewCase(world.now(), {
        id: `case#${cases}${LONG}`,
        subject: { sessionId: LONG, clientRef: LONG, followUpId: FOLLOW_UP },
      });
      const caseId = await openIn(world, newCase);
      return server.urlOf({ kind: 'case', caseId, staffId: 'st-20', expiresAt });
    },
    nothing: () => Promise.resolve(`${server.origin}/l/nothing`),
  };
}

export type LinksTo = ReturnType<typeof linksTo>;

/** Every page there is, with its errors. */
export function looksAt(to: LinksTo, world: World): readonly Look[] {
  const over = world.now() - DAY;
  return [
    { name: 'the answer page', url: () => to.answer('en') },
    { name: 'the answer page with an answer chosen', url: () => to.answer('es', '?a=so-so') },
    { name: 'the answer page after an empty box', url: () => to.answer('es'), act: press('words') },
    { name: 'thanks for doing ok', url: () => to.answer('en'), act: press('ok') },
    { name: 'thanks for asking for a call', url: () => to.answer('es'), act: press('call-me') },
    {
      name: 'urgent words',
      url: () => to.answer('en'),
      act: press('words', 'I want to kill myself tonight'),
    },
    { name: 'an overdose', url: () => to.answer('es'), act: press('words', 'me tomé todas las pastillas') },
    { name: 'an expired answer', url: () => to.answer('en', '', over) },
    { name: 'the unsubscribe page', url: () => to.unsubscribe() },
    { name: 'unsubscribed', url: () => to.unsubscribe(), act: (page) => page.click('button') },
    { name: 'the door to a case', url: () => to.case() },
    { name: 'the door after an unknown id', url: () => to.case(), act: sayWho(LONG) },
    { name: 'an acknowledged case', url: () => to.case(), act: sayWho('st-20') },
    { name: 'an expired alert', url: () => to.case(over) },
    { name: 'a page that does not exist', url: to.nothing },
  ];
}

function press(value: string, words = '') {
  return async (page: Page): Promise<void> => {
    await page.fill('textarea', words);
    await page.click(`button[value=${value}]`);
  };
}

function sayWho(staffId: string) {
  return async (page: Page): Promise<void> => {
    await page.fill('#staffId', staffId);
    await page.click('button');
  };
}
