import { TimelineLine } from '#shared/contracts/timeline.ts';
import type { Fact } from '#shared/domain/record.ts';
import { localIso } from '#shared/domain/time/local-time.ts';
import type { Happening } from '../happening.ts';
import { factLine, STAFF_KINDS, type FactLine } from './fact-line.ts';
import { isoSeconds } from './iso-seconds.ts';
import { mailLine, refusedLine, statusLine, textLine } from './message-lines.ts';
import type { People } from './people.ts';
import { staffLine } from './staff-line.ts';

/** A line without its time, and the key under which it is never shown twice. */
export type Draft = { readonly key: string; readonly line: FactLine; readonly at?: number };

export type LineContext = {
  readonly people: People;
  readonly agencyZone: string;
  /** Staff ids in the order of the alert ladder. */
  readonly ladder: readonly string[];
};

/** What a happening adds to the timeline: nothing, a line, or several. */
export async function draftsOf(happening: Happening, context: LineContext): Promise<Draft[]> {
  const { people } = context;
  switch (happening.kind) {
    case 'fact':
      return factDrafts(happening.item, people);
    case 'text-accepted':
    case 'carrier-answered':
    case 'text-inbound':
      return [await textLine(happening.message, people)];
    case 'text-status':
      return statusLine(happening.message, people);
    case 'text-refused':
      return refusedLine(happening, people);
    case 'email-sent':
    case 'email-delivered':
    case 'email-bounced':
      return [await mailLine(happening.kind, happening.mail, people)];
    case 'staff-told':
      return [await staffLine(happening, context)];
    default:
      return [];
  }
}

async function factDrafts(item: Readonly<Record<string, unknown>>, people: People): Promise<Draft[]> {
  // The stack tells what was put into the facts table, and only records of facts go there.
  const { document, seq, facts } = item as { document: string; seq: number; facts: readonly Fact[] };
  const client = await clientOf(document, people);
  return facts.flatMap((fact, index) => {
    const line = factLine(fact);
    if (!line) return [];
    return [{ key: `${document}#${seq}#${index}`, line: { ...line, ...client }, at: fact.at }];
  });
}

async function clientOf(document: string, people: People): Promise<{ client?: string }> {
  const client = document.startsWith('case#')
    ? (await people.case(document))?.subject.clientRef
    : (await people.followUp(document))?.session.clientRef;
  return client === undefined ? {} : { client };
}

/** Puts a draft in its place: the client's zone, or the agency's for what staff do and where no client is meant. */
export async function placed(
  { line }: Draft,
  at: number,
  { people, agencyZone }: LineContext,
): Promise<TimelineLine> {
  const { kind, client, ...rest } = line;
  const ownZone = client === undefined || STAFF_KINDS.has(kind) ? undefined : await people.zoneOf(client);
  return TimelineLine.parse({
    at: isoSeconds(at),
    local: localIso(at, ownZone ?? agencyZone),
    kind,
    ...(client !== undefined && { client }),
    ...rest,
  });
}
