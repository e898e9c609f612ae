import { format } from 'node:util';

const levels = {
  log: 'INFO',
  info: 'INFO',
  debug: 'DEBUG',
  trace: 'TRACE',
  warn: 'WARN',
  error: 'ERROR',
} as const;

/**
 * Hands on whatever this thread writes. Under Lambda's JSON log format `console` wraps what it is given, so a metric line
 * printed through it is no metric line any more; here too.
 */
export function captureOutput(send: (text: string) => void, currentRequest: () => string | undefined): void {
  const write = (chunk: unknown, ...rest: unknown[]): boolean => {
    send(
      typeof chunk === 'string'
        ? chunk
        : Buffer.from(chunk instanceof Uint8Array ? chunk : []).toString('utf8'),
    );
    const done = rest.find((argument) => typeof argument === 'function');
    if (done) queueMicrotask(() => done());
    return true;
  };
  process.stdout.write = write;
  process.stderr.write = write;
  if (process.env['AWS_LAMBDA_LOG_FORMAT'] !== 'JSON') return;

  for (const [method, level] of Object.entries(levels)) {
    Reflect.set(console, method, (...values: unknown[]) => {
      const [only] = values;
      const message = values.length === 1 && typeof only === 'object' ? only : format(...values);
      const line = { timestamp: new Date().toISOString(), level, requestId: currentRequest(), message };
      send(`${JSON.stringify(line)}\n`);
    });
  }
}
