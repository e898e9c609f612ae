import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { programmeOf, readSettings } from '#shared/adapters/programme-file.ts';
import { Settings } from '#shared/contracts/settings.ts';

const LOCAL = fileURLToPath(new URL('../../../infra/settings/local.json', import.meta.url));
const settingsWith = (different: object): Settings =>
  Settings.parse({ ...(JSON.parse(readFileSync(LOCAL, 'utf8')) as object), ...different });
const idOf = (channel: string, value: string) => Promise.resolve(`${channel}:${value}`);

describe('the programme', () => {
  it('is what the settings beside the bundle say', async () => {
    const beside = join(mkdtempSync(join(tmpdir(), 'programme-')), 'programme.json');
    writeFileSync(beside, JSON.stringify(settingsWith({})));
    const programme = await programmeOf(readSettings(beside), idOf)();
    expect(programme).toMatchObject({
      agencyId: 'riverbend',
      sending: { mode: 'live' },
      email: true,
      optOut: 'carrier',
      ladder: [
        { staffId: 'st-20', name: 'Robin Ellis', waitMinutes: 15 },
        { staffId: 'st-31', name: 'Dana Reyes', waitMinutes: 15 },
      ],
    });
  });

  it('knows the allow-list by contact ids alone', async () => {
    const sending = { mode: 'allow-list', allow: ['+14105550134', 'maya@example.org'] };
    const programme = await programmeOf(settingsWith({ sending }), idOf)();
    expect(programme.sending).toEqual({
      mode: 'allow-list',
      contactIds: ['sms:+14105550134', 'email:maya@example.org'],
    });
  });

  it('is off for e-mail without a mailbox that people read', async () => {
    expect((await programmeOf(settingsWith({ email: undefined }), idOf)()).email).toBe(false);
  });

  it('is worked out once, and again only when that failed', async () => {
    let asked = 0;
    const failsFirst = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('throttled')) : Promise.resolve('c-1');
    };
    const sending = { mode: 'allow-list', allow: ['+14105550134'] };
    const programme = programmeOf(settingsWith({ sending }), failsFirst);
    await expect(programme()).rejects.toThrow('throttled');
    await Promise.all([programme(), programme()]);
    expect(asked).toBe(2);
  });
});
