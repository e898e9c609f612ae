import type { Activity } from '../clock/activity.ts';
import type { Tell } from '../happening.ts';
import type { CarrierKeyword } from './carrier-keywords.ts';
import type { CarrierState } from './carrier-state.ts';
import type { Faults } from './faults.ts';

export type CarrierOptions = {
  readonly accountSid: string;
  readonly authToken: string;
  /** The number that texts come from. */
  readonly sender: string;
  readonly messagingServiceSid: string;
  /** Who answers STOP, START and HELP. */
  readonly optOut: 'carrier' | 'self';
  readonly answers?: Partial<Record<CarrierKeyword, string>>;
  readonly inboundUrl: string;
  readonly fallbackUrl: string;
  readonly file?: string;
};

/** What all of the carrier's work has at hand. */
export type CarrierDesk = {
  readonly options: CarrierOptions;
  readonly state: CarrierState;
  readonly faults: Faults;
  readonly activity: Activity;
  readonly now: () => number;
  readonly tell: Tell;
};
