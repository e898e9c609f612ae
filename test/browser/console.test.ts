import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startConsole, type Console } from '#infra/local/console/start-console.ts';
import type { LocalStack } from '#infra/local/local-stack.ts';
import { previewEvent } from '#infra/local/play/preview-event.ts';
import { startLocalStack } from '#infra/local/start-local-stack.ts';
import { openTimeline } from '#infra/local/timeline/open-timeline.ts';
import { loadSettings } from '#infra/settings.ts';
import { synthesise } from '#infra/synthesise.ts';
import { aBrowser, hasBrowser } from './a-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const settings = loadSettings('local');
const outDir = mkdtempSync(join(tmpdir(), 'console-'));

let browser: Browser;
let stack: LocalStack;
let console: Console | undefined;

beforeAll(async () => {
  const timeline = openTimeline({
    agencyZone: settings.timeZone,
    ladder: settings.staff.ladder.map(({ staffId }) => staffId),
  });
  [browser] = await Promise.all([aBrowser(), synthesise({ stage: 'local', outDir })]);
  stack = await startLocalStack({
    templateFile: join(outDir, 'Handrail.template.json'),
    clock: { mode: 'real', startAt: Date.parse('2026-11-23T18:45:00Z') },
    onEvent: timeline.take,
    otherPages: (request, response) => console?.handle(request, response) ?? false,
  });
  await timeline.attach(stack);
  console = startConsole({ stack, settings, timeline, preview: previewEvent });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await console?.stop();
  await stack.stop();
  rmSync(outDir, { recursive: true, force: true });
});

describe.runIf(hasBrowser)('the console of the local stack', { timeout: 60_000 }, () => {
  test('a newcomer closes a session, moves the clock and answers with the keyboard alone', async () => {
    const page = await open({ width: 1280, height: 900 });

    await tabTo(page, 'Fill in: someone who answers');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#plan li');
    expect(await page.textContent('#plan-summary')).toMatch(
      /^Would send \d messages, the first Tue 24 Nov, /,
    );
    expect(await page.textContent('#plan')).toContain('Hi Maya');

    await tabTo(page, 'Close the session');
    await page.keyboard.press('Enter');
    await page.waitForSelector('text=Session S-1001 with Maya is closed.');
    await page.waitForSelector('text=/Next, Tue 24 Nov, .*: a text to Maya/');

    await tabTo(page, 'To the next thing due');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#phone-texts >> text=Hi Maya');
    await page.waitForSelector('#phone-texts >> text=delivered');

    await tabTo(page, '2');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#lines >> text=check-in answered');
    expect(await page.textContent('#lines')).toMatch(
      /Tue 24 Nov, \d\d:\d\d \(client’s time\) · text sent · Maya \(C-101\)/,
    );
    expect(await page.isHidden('#first')).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('says by field what is wrong, and takes the keyboard to the first of them', async () => {
    const page = await open({ width: 1280, height: 900 });
    await page.click('text=Fill in: someone in Spanish');
    await page.fill('#f-phone', '555');
    await page.fill('#f-zone', 'Baltimore');
    await page.waitForSelector('#f-phone-problem >> text=Expected a phone number');

    await page.press('#f-phone', 'Enter');
    await page.waitForSelector('#f-zone:focus');

    const [hint, problem] = (await page.getAttribute('#f-zone', 'aria-describedby'))?.split(' ') ?? [];
    expect(await page.textContent(`#${hint}`)).toContain('ZIP');
    expect(await page.textContent(`#${problem}`)).toContain('IANA time zone');
    expect(await stack.table('Inbox')).toHaveLength(1);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  test('says why nobody would be texted, and what staff would get instead', async () => {
    const page = await open({ width: 1280, height: 900 });
    await page.click('text=Fill in: someone who answers');
    await page.selectOption('#f-language', 'vi');

    await page.waitForSelector('#plan-summary >> text=no messages in this language');
    expect(await page.textContent('#plan')).toContain('A person follows this client up');
    await page.close();
  });

  test.each(['light', 'dark'] as const)(
    'every panel fits a small phone and has no violation in %s',
    async (mode) => {
      const page = await open({ width: 320, height: 640 }, mode);

      for (const link of await page.locator('.panels-nav a').all()) {
        await link.click();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      }
      await page.close();
    },
  );

  test('answers no page of another site', async () => {
    const form = `${stack.http}/console/api/form`;

    const own = await fetch(form, { headers: { origin: stack.http } });
    const others = await fetch(form, { headers: { origin: 'https://elsewhere.example' } });

    expect([own.status, others.status]).toEqual([200, 403]);
  });
});

/** The page with everything loaded; nothing may go wrong in it. */
async function open(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(stack.http);
  await page.waitForSelector('#clock-now[datetime]');
  return page;
}

/** Goes to the control with this name by Tab alone. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate<string>('document.activeElement.textContent.trim()')) === name) return;
  }
  throw new Error(`Tab never reached ${name}`);
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
