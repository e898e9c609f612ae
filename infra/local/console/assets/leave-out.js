/**
 * Leaves out what is empty.
 * @param {Record<string, unknown>} fields
 */
export function without(fields) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== '' && value !== undefined),
  );
}

/** @param {Record<string, unknown>} fields */
export const orNothing = (fields) => (Object.keys(fields).length > 0 ? fields : undefined);
