/**
 * Asks the console's own server.
 * @param {string} action
 * @param {unknown} [body] without one it is a GET
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ ok: boolean, status: number, value: any }>}
 */
export async function ask(action, body, signal) {
  const response = await fetch(`/console/api/${action}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(signal && { signal }),
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const value = await response.json();
  return { ok: response.ok, status: response.status, value };
}
