import type { CaseInput } from '#shared/domain/case/case.ts';
import type { FollowUpInput } from '#shared/domain/follow-up/inputs.ts';
import { documentOfMessage } from '#shared/domain/sending/message.ts';
import type { SendRequest } from '#shared/ports.ts';

/** An input that both kinds of document take. */
type Input = Extract<FollowUpInput, { messageId: string }> & CaseInput;

export type Deps = {
  /** Applies an input to the follow-up or case that the message belongs to. */
  apply: (documentId: string, input: Input) => Promise<string>;
  /** Asks the carrier's own list about a message whose outcome we do not know. */
  askCarrier: (
    messageId: string,
  ) => Promise<Extract<FollowUpInput, { kind: 'carrier-answer' }>['answer'] | undefined>;
};

/**
 * Hands one message over, or asks what became of it. The claim is the first save; only the function whose claim was
 * saved hands over, so a message that is put on the queue twice is handed over once.
 */
export async function sendMessage(deps: Deps, { messageId, action }: SendRequest): Promise<string> {
  const documentId = documentOfMessage(messageId);
  if (action === 'send') return deps.apply(documentId, { kind: 'claim', messageId });
  const answer = await deps.askCarrier(messageId);
  return answer ? deps.apply(documentId, { kind: 'carrier-answer', messageId, answer }) : 'nothing-to-ask';
}
