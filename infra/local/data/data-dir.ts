import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where each part of the local stack keeps its state; undefined everywhere when nothing is to be kept. */
export type DataFiles = {
  readonly tables?: string;
  readonly queues?: string;
  readonly twilio?: string;
  readonly clock?: string;
  readonly secrets?: string;
  readonly mailbox?: string;
  readonly staffPhones?: string;
  readonly agenda?: string;
  readonly alarms?: string;
  readonly programme?: string;
};

export function dataFiles(dataDir: string | undefined): DataFiles {
  if (dataDir === undefined) return {};
  mkdirSync(join(dataDir, 'queues'), { recursive: true, mode: 0o700 });
  return {
    tables: join(dataDir, 'tables'),
    queues: join(dataDir, 'queues'),
    twilio: join(dataDir, 'twilio.ndjson'),
    clock: join(dataDir, 'clock.json'),
    secrets: join(dataDir, 'secrets.json'),
    mailbox: join(dataDir, 'mailbox.ndjson'),
    staffPhones: join(dataDir, 'staff-phones.ndjson'),
    agenda: join(dataDir, 'agenda.ndjson'),
    alarms: join(dataDir, 'alarms.json'),
    programme: join(dataDir, 'programme.json'),
  };
}
