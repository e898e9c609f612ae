import { randomUUID } from 'node:crypto';
import type { Activity } from '../clock/activity.ts';
import type { Tell } from '../happening.ts';
import { carrierKeyword, defaultAnswers, type CarrierKeyword } from './carrier-keywords.ts';
import { openCarrierState, type CarrierState, type PlannedStep } from './carrier-state.ts';
import { planFaults, type Faults } from './faults.ts';
import { isOver, newSid, type TwilioMessage, type TwilioStatus } from './twilio-message.ts';
import { postWebhook } from './webhooks.ts';

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

export type TextToSend = {
  readonly to: string;
  readonly body: string;
  readonly statusCallback?: string;
  readonly messagingServiceSid?: string;
  readonly validitySeconds: number;
  readonly failWith?: number;
};

/** The carrier behind Twilio's API: what happens to texts, and what we are told of it. */
export type TwilioCarrier = {
  readonly options: CarrierOptions;
  readonly state: CarrierState;
  readonly faults: Faults;
  readonly accept: (text: TextToSend) => TwilioMessage;
  /** A client's text; resolves once our webhooks were told. */
  readonly receive: (from: string, body: string) => Promise<TwilioMessage>;
  /** The phone is off: texts to it wait, and expire. */
  readonly switchOff: (phone: string) => void;
  readonly switchOn: (phone: string) => void;
  readonly nextAt: () => number | undefined;
  readonly carryOut: (now: number) => Promise<void>;
  readonly close: () => void;
};

const QUEUED_MS = 500;
const SENT_MS = 1500;
const DELIVERED_MS = 4000;

/** Codes of 3xxxx that come before the text leaves Twilio; the others are told by the carrier's receipt. */
const failedAtOnce = new Set([30001, 30002, 30010, 30034, 30036]);

export function startCarrier(
  options: CarrierOptions,
  activity: Activity,
  now: () => number,
  tell: Tell,
): TwilioCarrier {
  const state = openCarrierState(options.file);
  const faults = planFaults();

  const steps = (message: TwilioMessage, failWith?: number): PlannedStep[] => {
    const at = now();
    const { sid, validUntil = Infinity } = message;
    if (state.held.has(message.to)) return [{ sid, at: validUntil, status: 'failed', errorCode: 30036 }];
    const queued: PlannedStep = { sid, at: at + QUEUED_MS, status: 'queued' };
    const sent: PlannedStep = { sid, at: at + SENT_MS, status: 'sent' };
    if (failWith === undefined) return [queued, sent, { sid, at: at + DELIVERED_MS, status: 'delivered' }];
    if (failedAtOnce.has(failWith))
      return [queued, { sid, at: at + SENT_MS, status: 'failed', errorCode: failWith }];
    return [queued, sent, { sid, at: at + DELIVERED_MS, status: 'undelivered', errorCode: failWith }];
  };

  const owe = (url: string, parameters: Record<string, string>, fallbackUrl?: string) =>
    state.owe({
      id: randomUUID(),
      at: now(),
      url,
      parameters,
      ...(fallbackUrl !== undefined && { fallbackUrl }),
    });

  const take = (step: PlannedStep) => {
    const before = state.messages.get(step.sid);
    if (!before || isOver(before.status)) return state.replan(step.sid, []);
    const message: TwilioMessage = {
      ...before,
      status: step.status,
      updatedAt: step.at,
      ...(step.status === 'sent' && { sentAt: step.at }),
      ...(step.errorCode !== undefined && { errorCode: step.errorCode }),
    };
    state.put(message);
    if (message.statusCallback !== undefined) oweReceipt(message, message.statusCallback, step.status);
    state.replan(
      step.sid,
      state.plan().filter((other) => other.sid === step.sid && other.at > step.at),
    );
    tell({ kind: 'text-status', message, status: step.status });
  };
  const oweReceipt = (message: TwilioMessage, url: string, status: TwilioStatus) => {
    const fault = faults.ofWebhook('receipt', message.to);
    if (fault === 'lose') return;
    owe(url, receipt(options, message, status));
    if (fault === 'double') owe(url, receipt(options, message, status));
  };

  const post = async () => {
    await Promise.all(
      state.posts().map((owed) =>
        activity.during(async () => {
          const result = await postWebhook(owed, options.authToken);
          if (!result.ok) tell({ kind: 'webhook-failed', url: owed.url, reason: result.reason });
          state.posted(owed.id);
        }),
      ),
    );
  };

  const answer = (keyword: CarrierKeyword, to: string) => {
    const wasOut = state.optedOut.has(to);
    if (keyword !== 'HELP') state.setOptedOut(to, keyword === 'STOP');
    if (keyword === 'STOP' && wasOut) return;
    const at = now();
    const body = options.answers?.[keyword] ?? defaultAnswers[keyword];
    const direction = 'outbound-reply';
    const message: TwilioMessage = {
      sid: newSid(),
      direction,
      to,
      from: options.sender,
      body,
      createdAt: at,
      updatedAt: at,
      by: 'carrier',
      status: 'accepted',
      messagingServiceSid: options.messagingServiceSid,
    };
    state.put(message);
    state.replan(message.sid, steps(message));
    tell({ kind: 'carrier-answered', message });
  };

  return {
    options,
    state,
    faults,
    accept({ to, body, statusCallback, messagingServiceSid, validitySeconds, failWith }) {
      const at = now();
      const message: TwilioMessage = {
        sid: newSid(),
        direction: 'outbound-api',
        to,
        from: options.sender,
        body,
        createdAt: at,
        updatedAt: at,
        status: 'accepted',
        by: 'handrail',
        validUntil: at + validitySeconds * 1000,
        ...(statusCallback !== undefined && { statusCallback }),
        ...(messagingServiceSid !== undefined && { messagingServiceSid }),
      };
      state.put(message);
      state.replan(message.sid, steps(message, failWith));
      tell({ kind: 'text-accepted', message });
      return message;
    },
    async receive(from, body) {
      const at = now();
      const message: TwilioMessage = {
        sid: newSid(),
        direction: 'inbound',
        to: options.sender,
        from,
        body,
        createdAt: at,
        updatedAt: at,
        sentAt: at,
        status: 'received',
        by: 'client',
        messagingServiceSid: options.messagingServiceSid,
      };
      const keyword = options.optOut === 'carrier' ? carrierKeyword(body) : undefined;
      state.put(message);
      const fault = faults.ofWebhook('inbound', from);
      if (fault !== 'lose') owe(options.inboundUrl, inbound(options, message, keyword), options.fallbackUrl);
      if (fault === 'double')
        owe(options.inboundUrl, inbound(options, message, keyword), options.fallbackUrl);
      tell({ kind: 'text-inbound', message });
      if (keyword) answer(keyword, from);
      await post();
      return message;
    },
    switchOff: (phone) => state.setHeld(phone, true),
    switchOn(phone) {
      state.setHeld(phone, false);
      for (const message of state.messages.values()) {
        if (message.to === phone && !isOver(message.status) && message.direction !== 'inbound')
          state.replan(message.sid, steps(message));
      }
    },
    nextAt() {
      const next = Math.min(...state.plan().map((step) => step.at), ...state.posts().map((owed) => owed.at));
      return Number.isFinite(next) ? next : undefined;
    },
    async carryOut(until) {
      const due = state.plan().filter((step) => step.at <= until);
      due.sort((one, other) => one.at - other.at).forEach(take);
      await post();
    },
    close: () => state.close(),
  };
}

function receipt(
  options: CarrierOptions,
  message: TwilioMessage,
  status: TwilioStatus,
): Record<string, string> {
  return {
    ...common(options, message),
    MessageStatus: status,
    SmsStatus: status,
    ...(message.errorCode !== undefined && { ErrorCode: String(message.errorCode) }),
  };
}

function inbound(
  options: CarrierOptions,
  message: TwilioMessage,
  keyword?: CarrierKeyword,
): Record<string, string> {
  return {
    ...common(options, message),
    SmsMessageSid: message.sid,
    SmsStatus: 'received',
    Body: message.body,
    NumMedia: '0',
    NumSegments: '1',
    FromCountry: 'US',
    ToCountry: 'US',
    ...(keyword && { OptOutType: keyword }),
  };
}

const common = ({ accountSid, messagingServiceSid }: CarrierOptions, { sid, to, from }: TwilioMessage) => ({
  MessageSid: sid,
  SmsSid: sid,
  AccountSid: accountSid,
  MessagingServiceSid: messagingServiceSid,
  To: to,
  From: from,
  ApiVersion: '2010-04-01',
});
