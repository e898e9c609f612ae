import type { ServerResponse, IncomingMessage } from 'node:http';
import type { Happening } from './happening.ts';
import type { Mail } from './mail/local-mail.ts';
import type { WeighedCall } from './policies/access.ts';
import type { UnusedGrant } from './policies/unused-grants.ts';
import type { KeptDelivery } from './topics/staff-phones.ts';
import type { CarrierKeyword } from './twilio/carrier-keywords.ts';
import type { FaultPlan, WebhookFault } from './twilio/faults.ts';
import type { TwilioMessage } from './twilio/twilio-message.ts';

export type LocalStackOptions = {
  /** `cdk.out/Handrail.template.json`; its `.assets.json` lies beside it. */
  readonly templateFile: string;
  /** Where the asset folders are; the template's own folder when not given. */
  readonly assetsDir?: string;
  /** Keeps everything in this folder, so that a kill or a restart loses nothing. In memory when not given. */
  readonly dataDir?: string;
  /** Of the HTTP API and `otherPages`; any free one when not given. */
  readonly port?: number;
  readonly clock: { readonly mode: 'real' | 'fast'; /** Epoch ms. */ readonly startAt?: number };
  readonly onEvent?: (happening: Happening) => void;
  /** One line per step of the start. */
  readonly onProgress?: (step: string) => void;
  /** Takes requests that are none of the API's routes; true when it answered. */
  readonly otherPages?: (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;
  readonly carrier?: {
    /** The number texts come from. */
    readonly sender?: string;
    readonly messagingServiceSid?: string;
    /** Who answers STOP and HELP; `carrier` when not given. */
    readonly optOut?: 'carrier' | 'self';
    readonly answers?: Partial<Record<CarrierKeyword, string>>;
  };
  /** Execution environments per function; one keeps the order of things nearly the same from run to run. */
  readonly concurrency?: number;
  /** The table whose items are told as facts, by its name in code. */
  readonly factsTable?: string;
};

export type LocalStack = {
  /** Base address of the HTTP API and the pages. */
  readonly http: string;
  readonly now: () => number;
  /** Leaps to this instant (epoch ms), doing everything that falls due on the way. */
  readonly advanceTo: (instant: number) => Promise<void>;
  /** Leaps by this many ms. */
  readonly advance: (durationMs: number) => Promise<void>;
  /** Resolves once nothing is going on at the present moment. */
  readonly settle: () => Promise<void>;
  /** Has something done when the clock reaches `instant`; a leap stops there. */
  readonly at: (instant: number, act: () => Promise<void> | void) => void;
  /** Called after each moment of a leap, when nothing is going on. */
  readonly onQuiet: (listener: (now: number) => Promise<void> | void) => void;

  /** Posts a closed session to /events, signed. */
  post(event: unknown): Promise<{ status: number; body: string }>;
  /** Puts an event on the agency's bus, as the agency's system would. */
  readonly putEvent: (detailType: string, detail: Readonly<Record<string, unknown>>) => Promise<void>;
  /** A client's text. */
  readonly text: (from: string, body: string) => Promise<TwilioMessage>;
  readonly twilio: {
    fail(plan: FaultPlan | WebhookFault): void;
    messages(): readonly TwilioMessage[];
    switchOff(phone: string): void;
    switchOn(phone: string): void;
  };
  readonly mailbox: () => readonly Mail[];
  readonly bounceMailTo: (address: string) => void;
  /** All that staff received through topics. */
  readonly staffPhones: () => readonly KeptDelivery[];
  /** Gives every function these settings, as a redeploy would. */
  readonly setProgramme: (programme: unknown) => Promise<void>;
  /** The settings the functions run with. */
  readonly programme: () => unknown;
  /** By name in code, such as `SendMessage`: its next invocation is a cold start. */
  readonly restartFunction: (name: string) => Promise<void>;
  /** Each distinct call that was allowed. */
  readonly calls: () => readonly WeighedCall[];
  readonly denied: () => readonly WeighedCall[];
  readonly unusedGrants: () => readonly UnusedGrant[];
  readonly alarms: () => Readonly<Record<string, 'OK' | 'ALARM'>>;
  /** Bodies of what lies in a queue, by its name in code. */
  readonly queue: (name: string) => readonly string[];
  /** Items of a table, by its name in code, as plain values. */
  readonly table: (name: string) => Promise<Record<string, unknown>[]>;
  /** A secret's parsed value, by its name in code. */
  readonly secret: (name: string) => Readonly<Record<string, unknown>>;
  readonly stop: () => Promise<void>;
};
