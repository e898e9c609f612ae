/** The follow-up or case that a queue's message is about, where it says so and can be read. */
export function documentIn(body: string): string | undefined {
  const { followUpId, caseId, messageId } = fieldsOf(body);
  if (typeof followUpId === 'string') return followUpId;
  if (typeof caseId === 'string') return caseId;
  return typeof messageId === 'string' ? messageId.split('~')[0] : undefined;
}

function fieldsOf(body: string): { followUpId?: unknown; caseId?: unknown; messageId?: unknown } {
  try {
    return JSON.parse(body) as object; // every body is an object
  } catch {
    return {};
  }
}
