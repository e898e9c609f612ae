import { aConsent, aPhone } from '#test/builders/a-closed-session.ts';
import type { World } from '#test/fakes/fake-world.ts';
import type { Helpline } from '#test/fakes/helpline.ts';
import type { Kind } from './kinds.ts';

export type Story = {
  readonly helpline: Helpline;
  readonly world: World;
  /** Keeps what stands in the tables now, of these kinds, as examples of that name. */
  readonly keep: (name: string, ...kinds: Kind[]) => Promise<void>;
};

export const MAYA = '+14105550134';
/** In hours. */
export const DAY = 24;
export const textOnly = { contacts: [aPhone()], consents: [aConsent('sms')] };
export const highTier = { risk: { tier: 'high', safetyPlan: 'partial', meansSafetyDiscussed: false } };
