import type { Protocol } from './protocol.ts';

/**
 * Check-ins after a crisis session. First contact within 24-48 h and 3-5 attempts: 988 Lifeline follow-up guidance;
 * the weeks after discharge carry the highest risk: Zero Suicide, SPI+ (JAMA Psychiatry 2018).
 * The figures are proposals that the agency's clinical lead must approve.
 */
export const postCrisis = {
  name: 'post-crisis',
  version: 1,
  tiers: {
    high: {
      firstCeilingHours: 24,
      laterDays: [7, 14, 30],
      laterSlackHours: 24,
      machineAttempts: 2,
      gapHours: 4,
      silenceAfterCeilingHours: 12,
      silence: { kind: 'escalation', priority: 'urgent', callWithinHours: 8 },
      callWhateverIsAnsweredHours: 48,
      repairWithinHours: 8,
    },
    moderate: {
      firstCeilingHours: 36,
      laterDays: [7, 30],
      laterSlackHours: 36,
      machineAttempts: 2,
      gapHours: 12,
      silenceAfterCeilingHours: 36,
      silence: { kind: 'escalation', priority: 'high', callWithinHours: 24 },
      repairWithinHours: 24,
    },
    low: {
      firstCeilingHours: 48,
      laterDays: [7, 30],
      laterSlackHours: 48,
      machineAttempts: 2,
      gapHours: 24,
      silenceAfterCeilingHours: 96,
      silence: { kind: 'task', priority: 'routine', callWithinHours: 72 },
      repairWithinHours: 72,
    },
  },
} as const satisfies Protocol;
