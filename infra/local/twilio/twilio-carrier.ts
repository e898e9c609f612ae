import type { Activity } from '../clock/activity.ts';
import type { Tell } from '../happening.ts';
import type { CarrierDesk, CarrierOptions } from './carrier-desk.ts';
import { openCarrierState, type CarrierState } from './carrier-state.ts';
import { planFaults, type Faults } from './faults.ts';
import { planSteps } from './plan-steps.ts';
import { receiveText } from './receive-text.ts';
import { takeSteps } from './take-steps.ts';
import { isOver, newSid, type TwilioMessage } from './twilio-message.ts';
import { postWebhook } from './webhooks.ts';

type TextToSend = {
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

export function startCarrier(
  options: CarrierOptions,
  activity: Activity,
  now: () => number,
  tell: Tell,
): TwilioCarrier {
  const state = openCarrierState(options.file);
  const faults = planFaults();
  const desk: CarrierDesk = { options, state, faults, activity, now, tell };
  const post = postOwed(desk);
  return {
    options,
    state,
    faults,
    accept: (text) => accept(desk, text),
    async receive(from, body) {
      const message = receiveText(desk, from, body);
      await post();
      return message;
    },
    switchOff: (phone) => state.record({ held: phone, yes: true }),
    switchOn: (phone) => switchOn(desk, phone),
    nextAt() {
      const next = Math.min(...state.plan().map((step) => step.at), ...state.posts().map((owed) => owed.at));
      return Number.isFinite(next) ? next : undefined;
    },
    async carryOut(until) {
      takeSteps(desk, until);
      await post();
    },
    close: () => state.close(),
  };
}

function accept({ options, state, now, tell }: CarrierDesk, text: TextToSend): TwilioMessage {
  const { to, body, statusCallback, messagingServiceSid, validitySeconds, failWith } = text;
  const at = now();
  const message: TwilioMessage = {
    sid: newSid(),
    direction: 'outbound-api',
    status: 'accepted',
    by: 'handrail',
    to,
    from: options.sender,
    body,
    createdAt: at,
    updatedAt: at,
    validUntil: at + validitySeconds * 1000,
    ...(statusCallback !== undefined && { statusCallback }),
    ...(messagingServiceSid !== undefined && { messagingServiceSid }),
  };
  const circumstances = {
    now: at,
    phoneOff: state.held.has(to),
    ...(failWith !== undefined && { failWith }),
  };
  state.record({ message }, { plan: planSteps(message, circumstances), of: message.sid });
  tell({ kind: 'text-accepted', message });
  return message;
}

function switchOn({ state, now }: CarrierDesk, phone: string): void {
  const waiting = [...state.messages.values()].filter(
    ({ to, status, direction }) => to === phone && !isOver(status) && direction !== 'inbound',
  );
  const plans = waiting.map((message) => ({
    plan: planSteps(message, { now: now(), phoneOff: false }),
    of: message.sid,
  }));
  state.record({ held: phone, yes: false }, ...plans);
}

/** Posts what is owed; what another call is posting already is left to it. */
function postOwed({ options, state, activity, tell }: CarrierDesk): () => Promise<void> {
  const inFlight = new Set<string>();
  return async () => {
    const mine = state.posts().filter((owed) => !inFlight.has(owed.id));
    mine.forEach((owed) => inFlight.add(owed.id));
    await Promise.all(
      mine.map((owed) =>
        activity.during(async () => {
          const result = await postWebhook(owed, options.authToken);
          if (!result.ok) tell({ kind: 'webhook-failed', url: owed.url, reason: result.reason });
          state.record({ posted: owed.id });
          inFlight.delete(owed.id);
        }),
      ),
    );
  };
}
