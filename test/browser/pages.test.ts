import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aProgramme } from '#test/fakes/a-programme.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aBrowser, hasBrowser } from './a-browser.ts';
import { linksTo, looksAt, type Look } from './looks.ts';
import { servePages, type PageServer } from './page-server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const hoursText = { en: 'Mon-Fri 8:30 am-10:30 pm', es: 'lunes a viernes, 8:30 a 5:30 h' };
const world = aWorld({ programme: aProgramme({ hoursText }) });

describe.skipIf(!hasBrowser)('in a browser', () => {
  let browser: Browser;
  let server: PageServer;
  let to: ReturnType<typeof linksTo>;
  let looks: readonly Look[];

  beforeAll(async () => {
    [browser, server] = await Promise.all([aBrowser(), servePages(world)]);
    to = linksTo(server, world);
    looks = looksAt(to, world);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test.each(['light', 'dark'] as const)(
    'every page holds what axe can check, in %s mode',
    async (mode) => {
      const page = await browser.newPage({ colorScheme: mode, viewport: { width: 390, height: 800 } });
      for (const look of looks) {
        await visit(page, look);
        expect(await violations(page), look.name).toEqual([]);
      }
      await page.close();
    },
    30_000,
  );

  test('no page scrolls sideways at 320 px, and everything to press is at least 44 px high', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    for (const look of looks) {
      await visit(page, look);
      expect(await page.evaluate('document.documentElement.scrollWidth'), look.name).toBe(320);
      expect(Math.min(44, ...(await heights(page))), look.name).toBe(44);
    }
    await page.close();
  });

  test('a client answers with the keyboard alone', async () => {
    const page = await browser.newPage();
    await page.goto(await to.answer('en', '?a=call-me'));
    expect(await page.evaluate('document.activeElement.value')).toBe('call-me');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth')).toBe('3px');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=status]');
    expect(await page.textContent('main')).toContain('will call you');
    await page.close();
  });

  test('somebody on call acknowledges and closes a case with the keyboard alone', async () => {
    const page = await browser.newPage();
    await page.goto(await to.case());
    await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('staffId');
    await page.keyboard.type('st-20');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('h1'), { timeout: 5_000 }).toContain('You have this case');
    for (const key of ['Tab', 'Space', 'ArrowDown', 'Tab']) await page.keyboard.press(key, { delay: 40 });
    expect(await page.evaluate('document.activeElement.value')).toBe('close');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.textContent('h1'), { timeout: 5_000 }).toContain('This case is closed');
    expect(await page.textContent('main')).toContain('I left a message');
    await page.close();
  });

  test('no page loads or runs anything', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.resourceType()));
    const response = await page.goto(await to.answer('en'));
    expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(asked).toEqual(['document']);
    expect(await page.locator('script, img, link, iframe').count()).toBe(0);
    await page.close();
  });
});

async function visit(page: Page, { url, act }: Look): Promise<void> {
  await page.goto(await url());
  await act?.(page);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Of everything that can be pressed or typed into. */
async function heights(page: Page): Promise<number[]> {
  const what = 'button, a, textarea, input[type=text], label.choice';
  return page
    .locator(what)
    .evaluateAll((all) => all.map((one) => Math.ceil(one.getBoundingClientRect().height * 10) / 10));
}
