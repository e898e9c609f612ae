import type { EquivalentMutants } from './equivalent-mutants.ts';

export const inContact: EquivalentMutants = {
  'contact/decide-hand-over.ts': [
    {
      line: '...(until !== undefined && { until }),',
      mutants: [['until !== undefined', 'true']],
      why: 'A planned message goes only while the window is open, so its end is known; the check is for the type.',
    },
  ],
};
