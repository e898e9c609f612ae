import type { StaffDelivery } from '../topics/staff-phones.ts';

/** An alert as staff read it: whose step of the ladder, from 0, which case, and the link to acknowledge by. */
export type StaffAlert = { readonly step: number; readonly caseId: string; readonly link: string };

/** Undefined for what went to operators. */
export function alertIn({ topic, message }: StaffDelivery): StaffAlert | undefined {
  const step = /^AlertStep(\d+)Topic$/.exec(topic)?.[1];
  if (step === undefined) return undefined;
  const [link = ''] = /https?:\/\/\S+/.exec(message) ?? [];
  const [, caseId = ''] = /\bCase (case#\S+)/.exec(message) ?? [];
  return { step: Number(step) - 1, caseId, link };
}
