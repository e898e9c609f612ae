import { emf, type MetricLine } from './metrics.ts';

/** Ids of our own making; nothing that an agency or a client chose. */
export type LogIds = Partial<
  Record<'followUpId' | 'caseId' | 'messageId' | 'inboxId' | 'inboundId' | 'documentId' | 'eventId', string>
>;

/** One line of the log. There is no field that could hold a word, a name or a number of a person. */
export type LogLine = {
  function: string;
  outcome: string;
  ms: number;
  ids?: LogIds;
  /** What kind of input it was, for example `receipt`. */
  kind?: string;
  /** The request id of the invocation or of the HTTP request. */
  requestId?: string;
  route?: string;
  status?: number;
  /** How often the queue has handed this record out. */
  receives?: number;
  /** Paths of the fields that could not be read, never their values. */
  fields?: readonly string[];
  error?: ErrorLine;
};

/** What may be said of an error: its name and codes. Messages of others may quote what they failed on. */
export type ErrorLine = {
  name: string;
  code?: string;
  status?: number;
  awsRequestId?: string;
  documentId?: string;
  /** Where our own code threw, without any message. */
  at?: string;
};

export type Write = (line: string) => void;

// Straight to stdout: under the JSON log format console.log would wrap the line, and CloudWatch would not see the metric.
const toStdout: Write = (line) => void process.stdout.write(`${line}\n`);

/** Writes one JSON line which also counts the outcome as a metric. */
export function logOutcome(line: LogLine, write: Write = toStdout): void {
  // A metric must not be named as its dimension: in this format both are members of the line itself.
  const metric = emf([{ name: 'Outcomes', unit: 'Count', value: 1 }], {
    Function: line.function,
    Outcome: line.outcome,
  });
  write(JSON.stringify({ ...line, ...metric }));
}

/** Writes a metric line of its own, for example a heartbeat. */
export function logMetric(metric: MetricLine, write: Write = toStdout): void {
  write(JSON.stringify(metric));
}

const ID_NAMES = ['followUpId', 'caseId', 'messageId', 'inboxId', 'inboundId', 'documentId'] as const;
const ID = /^[A-Za-z0-9_#.:/~-]{1,200}$/;
const CODE = /^[A-Za-z][A-Za-z0-9_.-]{0,79}$/;

/** The ids that a message names, by an allow-list of fields; a value that does not look like an id is left out. */
export function idsOf(message: unknown): LogIds {
  if (!isRecord(message)) return {};
  const known = ID_NAMES.flatMap((name) => {
    const value = message[name];
    return isId(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

/** The kind of a queue message's input, or its action. */
export function kindOf(message: unknown): string | undefined {
  if (!isRecord(message)) return undefined;
  const kind = isRecord(message['input']) ? message['input']['kind'] : message['action'];
  return typeof kind === 'string' && CODE.test(kind) ? kind : undefined;
}

/** An error's name and codes. The message is never read. */
export function describeError(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { name: 'not-an-error' };
  const fields = error as Error & Record<string, unknown>; // read by name below, each checked
  const metadata = isRecord(fields['$metadata']) ? fields['$metadata'] : {};
  const { documentId } = fields;
  const code = fields['code'] ?? fields['errno'];
  const status = metadata['httpStatusCode'] ?? fields['status'];
  const at = originOf(error);
  return {
    name: CODE.test(error.name) ? error.name : 'unnamed',
    ...((typeof code === 'number' || (typeof code === 'string' && CODE.test(code))) && {
      code: String(code),
    }),
    ...(typeof status === 'number' && { status }),
    ...(isId(metadata['requestId']) && { awsRequestId: metadata['requestId'] }),
    ...(isId(documentId) && { documentId }),
    ...(at && { at }),
  };
}

/** File, line and column of the topmost frame in a file. A stack repeats the message, which may look like a frame. */
function originOf({ stack = '', message }: Error): string | undefined {
  const frames = stack.slice(stack.includes(message) ? stack.indexOf(message) + message.length : 0);
  return /^\s+at [^\n]*\/([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/m.exec(frames)?.[1];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
