import type { Case } from '#shared/domain/case/case.ts';
import { CASE_OUTCOMES, CASE_REASONS, PRIORITIES } from '#shared/domain/messages/case-words.ts';
import { staffPages } from '#shared/domain/messages/staff-pages.ts';
import { render } from '#shared/domain/messages/template.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { InboundText } from '#shared/ports.ts';
import { caseHistory, meaningOf, staffName } from './case-history.ts';
import { closeForm } from './close-form.ts';
import { markup, type Markup } from './markup.ts';
import { page } from './page.ts';
import { dueText, relativeText, timeTag, whenText, type Clock } from './when-text.ts';

export type CaseView = {
  value: Case;
  programme: Programme;
  /** Who is looking, as settings know them. */
  staffId: string;
  now: number;
  /** What the client wrote, if that is what the case is about. Kept 90 days unless settings say otherwise. */
  text?: Pick<InboundText, 'body' | 'media' | 'receivedAt'>;
  /** The form to close it was sent without an outcome. */
  outcomeMissing?: boolean;
};

/** A case for a named member of staff. The first line says what to do; it holds the agency's ids, and the client's words where they opened it. */
export function casePage(view: CaseView): string {
  const { value, programme, now } = view;
  const clock: Clock = { now, timeZone: programme.timeZone };
  const { title, lead } = headOf(view);
  return page({
    language: 'en',
    title,
    body: markup`<p class="lead" role="status">${lead}</p>
${value.state !== 'closed' && answeredSince(value, now)}
${view.text && wordsOf(view.text, clock)}
${value.state === 'open' && acknowledgeForm(view.staffId)}
<h2>${staffPages.known}</h2>
${known(view, clock)}
<h2>${staffPages.history}</h2>
<ol>
${caseHistory(value, programme).map(
  ({ at, what }) => markup`<li>${timeTag(at, clock)}${what}</li>
`,
)}
</ol>
${value.state === 'acknowledged' && closeForm(view.staffId, view.outcomeMissing ?? false)}`,
  });
}

function headOf(view: CaseView): { title: string; lead: string } {
  const { value, programme, staffId, now } = view;
  const { acknowledged, closed } = value;
  const fill = (sentence: string, by: string, at: number, reason = '') =>
    render('staff-page', sentence, { who: staffName(by, programme), at: relativeText(at, now), reason });
  const { closed: over, theirs, mine, nobodys } = staffPages;
  if (closed) {
    return { title: over.title, lead: fill(over.lead, closed.by, closed.at, CASE_OUTCOMES[closed.outcome]) };
  }
  if (!acknowledged) return nobodys;
  if (acknowledged.by === staffId) return { title: mine.title, lead: `${nextStep(view)} ${mine.after}` };
  const { by, at } = acknowledged;
  return { title: fill(theirs.title, by, at), lead: fill(theirs.lead, by, at) };
}

/** Where to look, then what to do. */
function nextStep({ value: { reason, subject }, text }: CaseView): string {
  const inText = text ? 'Read below what they wrote.' : 'Look the message up at the carrier by its id.';
  const { sessionId, clientRef, inboundId } = subject;
  const who = clientRef ? `client ${clientRef}` : undefined;
  const where = sessionId ? [`session ${sessionId}`, who].filter(Boolean).join(' of ') : who;
  const look = where ? `Open ${where} in your own system.` : inboundId ? inText : '';
  return `${look} ${CASE_REASONS[reason].next}`.trim();
}

/** The client's own words, and that there was more than words. */
function wordsOf({ body, media, receivedAt }: NonNullable<CaseView['text']>, clock: Clock): Markup {
  const more = media > 0 ? `${media} picture or other file: look at it at the carrier.` : undefined;
  return markup`<h2>${staffPages.words}</h2>
<p>${timeTag(receivedAt, clock)}</p>
${body !== '' && markup`<blockquote>${body}</blockquote>`}
${more && markup`<p>${more}</p>`}
${body === '' && !more && markup`<p>${staffPages.noWords}</p>`}`;
}

/** The client answered after all: told before anything is done about their silence. */
function answeredSince({ notes }: Case, now: number): Markup | undefined {
  const answer = notes.findLast(({ kind }) => kind === 'client-answered');
  if (!answer) return undefined;
  const values = { at: relativeText(answer.at, now), reason: meaningOf(answer.code) };
  return markup`<p class="note">${render('staff-page', staffPages.answeredSince, values)}</p>`;
}

function known({ value, programme }: CaseView, clock: Clock): Markup {
  const { subject, ownerId, because } = value;
  const rows: [string, string | undefined][] = [
    ['Why', CASE_REASONS[value.reason].what],
    ['Session', subject.sessionId],
    ['Client reference', subject.clientRef],
    ['Owner', ownerId && staffName(ownerId, programme)],
    ['How urgent', PRIORITIES[value.priority]],
    ['Due', value.state === 'closed' ? whenText(value.dueAt, clock) : dueText(value.dueAt, clock)],
    ['Check-in', subject.checkIn],
    ['Message', subject.inboundId],
    ['In codes', because?.join(', ')],
    ['Case', value.id],
  ];
  return markup`<dl>
${rows.flatMap(([name, words]) =>
  words
    ? [
        markup`<dt>${name}</dt><dd>${words}</dd>
`,
      ]
    : [],
)}</dl>`;
}

function acknowledgeForm(staffId: string): Markup {
  return markup`<form method="post">
<input type="hidden" name="staffId" value="${staffId}">
<button class="main" name="action" value="acknowledge">${staffPages.door.acknowledge}</button>
</form>`;
}
