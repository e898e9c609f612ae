import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inEnrolment: EquivalentMutants = {
  'enrolment/choose-reach.ts': [
    {
      line: 'return { reach, problems: judged.flatMap(({ problem }) => problem ?? []) };',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'A contact without a problem may be used, and then nobody reads the problems.',
    },
    {
      line: 'contact.confirmedAt !== undefined && session.closedAt - contact.confirmedAt <= CONFIRMATION_HOLDS;',
      mutants: [['contact.confirmedAt !== undefined', 'true']],
      why: 'No comparison with an unknown moment is true.',
    },
  ],
  'enrolment/decide-enrolment.ts': [
    {
      line: "const [code = ''] = session.language.toLowerCase().split('-');",
      mutants: [["''", '"Stryker was here!"']],
      why: 'There is always a first part; the fallback is for the type.',
    },
    {
      line: 'return other && TIER_RANK[other] > TIER_RANK[tier] ? other : tier;',
      mutants: [['TIER_RANK[other] > TIER_RANK[tier]', 'TIER_RANK[other] >= TIER_RANK[tier]']],
      why: 'Of equal tiers either is the highest.',
    },
    {
      line: "session.flags.includes('minor') || (session.birthYear !== undefined && year - session.birthYear < 18)",
      mutants: [['session.birthYear !== undefined', 'true']],
      why: 'No comparison with an unknown year is true.',
    },
  ],
  'enrolment/enrol.ts': [
    {
      line: 'return distress.after >= 8 || (distress.before !== undefined && distress.after >= distress.before);',
      mutants: [['distress.before !== undefined', 'true']],
      why: 'No comparison with an unknown figure is true.',
    },
    {
      line: "'imminent',",
      mutants: [["'imminent'", '""']],
      why: 'Imminent is a tier of its own, and only low tiers are asked here.',
    },
  ],
  'enrolment/plan-steps.ts': [
    {
      line: 'return first ? [first, ...later.filter((step) => step.tooLateAt > now)] : [];',
      mutants: [['[]', '["Stryker was here"]']],
      why: 'Every protocol has a step; the fallback is for the type.',
    },
  ],
};
