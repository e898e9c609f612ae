/**
 * The refusal that an error from Twilio's resources stands for, or undefined when it is not known whether the message
 * was taken. A 4xx was not processed; a 408, a 5xx, a time-out or a broken connection says nothing.
 */
export function refusalOf(error: unknown): { kind: 'refused'; code: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const { status, code } = error as Error & { status?: unknown; code?: unknown }; // checked below
  if (typeof status !== 'number' || status < 400 || status >= 500 || status === 408) return undefined;
  if (status === 429) return { kind: 'refused', code: '20429' };
  const known = typeof code === 'number' || (typeof code === 'string' && /^\d{3,6}$/.test(code));
  return { kind: 'refused', code: known ? String(code) : `http-${status}` };
}
