import { InvalidArgumentError } from 'commander';
import { durationMs } from '#infra/local/play/duration.ts';

export function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new InvalidArgumentError('expected a port from 1 to 65535.');
}

export function numberOfDays(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number of days, at least 1.');
}

/** @returns milliseconds */
export function duration(text: string): number {
  const ms = durationMs(text);
  if (ms !== undefined) return ms;
  throw new InvalidArgumentError('expected an ISO 8601 duration such as P5D.');
}

/** Sample telephones are 555-01xx, and there are only so many. */
const MOST_CLIENTS = 7_000;

export function numberOfClients(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= MOST_CLIENTS) return count;
  throw new InvalidArgumentError(`expected a whole number from 1 to ${MOST_CLIENTS}.`);
}

export function atLeastOne(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('expected a whole number, at least 1.');
}

export const LAST_SEED = 999_999_999;

export function seedNumber(text: string): number {
  const seed = Number(text);
  if (/^\d{1,9}$/.test(text)) return seed;
  throw new InvalidArgumentError(`expected a whole number from 0 to ${LAST_SEED}.`);
}

/** ISO 8601 with a zone. @returns epoch milliseconds */
export function instant(text: string): number {
  const at = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new InvalidArgumentError('expected an instant such as 2026-11-23T15:00:00Z.');
}

export function wholeYears(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 120) return Number(text);
  throw new InvalidArgumentError('expected whole years from 0 to 120.');
}
