import type { CaseMessage } from '#shared/contracts/queue-messages.ts';
import { applyToCase, createCase, type CaseDeps } from '#shared/apply/apply-to-case.ts';

/** Opens a case, or applies one input to it. */
export async function advanceOneCase(deps: CaseDeps, { caseId, input }: CaseMessage): Promise<string> {
  try {
    if (input.kind === 'open') await createCase(deps, input.newCase);
    return await applyToCase(deps, caseId, input);
  } catch (error) {
    await deps.cases.putOff(caseId, deps.now());
    throw error;
  }
}
