import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';

type Switches = { -readonly [Key in keyof InstrumenterContext]: InstrumenterContext[Key] };

/** What instrumented code looks at to know which mutant is on, and writes down about who came by. */
export function switches(): Switches {
  const place = globalThis as { [INSTRUMENTER_CONSTANTS.NAMESPACE]?: Switches }; // Stryker's own agreement
  return (place[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
}
