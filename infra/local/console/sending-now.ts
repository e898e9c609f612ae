import * as z from 'zod';
import { Settings } from '#shared/contracts/settings.ts';
import type { LocalStack } from '../local-stack.ts';

const Sending = z.object({ sending: Settings.shape.sending });

/** The settings with the sending mode that the functions run with at the moment. */
export function withSendingNow(settings: Settings, stack: LocalStack): Settings {
  const now = Sending.safeParse(stack.programme());
  return now.success ? { ...settings, sending: now.data.sending } : settings;
}

/** Gives every function the settings with another sending mode, as a redeploy would. */
export async function switchSending(
  settings: Settings,
  stack: LocalStack,
  mode: 'off' | 'live',
): Promise<void> {
  await stack.setProgramme({ ...settings, sending: { mode } });
}
