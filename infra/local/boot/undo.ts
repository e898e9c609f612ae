/** What has to be closed again, last opened first. */
export type Undo = {
  readonly later: (step: () => Promise<void> | void) => void;
  readonly all: () => Promise<void>;
};

export function createUndo(): Undo {
  const steps: (() => Promise<void> | void)[] = [];
  return {
    later: (step) => void steps.push(step),
    async all() {
      for (const step of steps.splice(0).reverse()) await step();
    },
  };
}
