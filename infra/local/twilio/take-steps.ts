import { randomUUID } from 'node:crypto';
import type { CarrierDesk } from './carrier-desk.ts';
import type { CarrierChange, PlannedStep } from './carrier-state.ts';
import { isOver, type TwilioMessage } from './twilio-message.ts';
import { receiptForm } from './webhook-forms.ts';

/** Takes the planned steps that are due by `until`, in order, and notes the receipts owed for them. */
export function takeSteps(desk: CarrierDesk, until: number): void {
  const due = desk.state.plan().filter((step) => step.at <= until);
  due.sort((one, other) => one.at - other.at).forEach((step) => takeStep(desk, step));
}

function takeStep(desk: CarrierDesk, step: PlannedStep): void {
  const { state, tell } = desk;
  const before = state.messages.get(step.sid);
  if (!before || isOver(before.status)) return state.record({ plan: [], of: step.sid });
  const message: TwilioMessage = {
    ...before,
    status: step.status,
    updatedAt: step.at,
    ...(step.status === 'sent' && { sentAt: step.at }),
    ...(step.errorCode !== undefined && { errorCode: step.errorCode }),
  };
  const later = state.plan().filter((other) => other.sid === step.sid && other.at > step.at);
  state.record({ message }, ...receipts(desk, message), { plan: later, of: step.sid });
  tell({ kind: 'text-status', message, status: step.status });
}

function receipts({ options, faults, now }: CarrierDesk, message: TwilioMessage): CarrierChange[] {
  const url = message.statusCallback;
  const fault = url === undefined ? 'lose' : faults.ofWebhook('receipt', message.to);
  if (url === undefined || fault === 'lose') return [];
  const parameters = receiptForm(options, message);
  const copies = fault === 'double' ? 2 : 1;
  return Array.from({ length: copies }, () => ({ owe: { id: randomUUID(), at: now(), url, parameters } }));
}
