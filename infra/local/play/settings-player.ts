import type { Settings } from '#shared/contracts/settings.ts';
import type { LocalStack } from '../local-stack.ts';
import type { Player } from './play-along.ts';
import type { PlayRecord } from './play-record.ts';

/** Deploys other settings at their moment, once. */
export function settingsPlayer(
  stack: LocalStack,
  { at, settings }: { readonly at: number; readonly settings: Settings },
  record: PlayRecord,
): Player {
  return {
    nextAt: () => (record.isLive() ? undefined : at),
    async act() {
      await stack.setProgramme(settings);
      record.add({ wentLive: true });
    },
  };
}
