import { applyToCase } from '#shared/apply/apply-to-case.ts';
import type { Case, CaseInput, CaseOutcome } from '#shared/domain/case/case.ts';
import { CASE_OUTCOMES } from '#shared/domain/messages/case-words.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { LinkClaim } from '#shared/ports.ts';
import { carryOutCase } from './carry-out-case.ts';
import { caseDoor, type WhoProblem } from './pages/case-door.ts';
import { casePage } from './pages/case-page.ts';
import { staffMessage } from './pages/message-page.ts';
import type { Deps, LinkRequest, Served } from './served.ts';

type Claim = Extract<LinkClaim, { kind: 'case' }>;
type Visit = { deps: Deps; value: Case; programme: Programme };

const LONGEST_ID = 100;

/** A case behind an alert's link. It asks who is looking before it shows anything about a person. */
export async function serveCase(
  deps: Deps,
  { caseId }: Claim,
  { method, form }: LinkRequest,
  programme: Programme,
): Promise<Served> {
  const value = await deps.cases.get(caseId);
  if (!value) return { status: 410, outcome: 'case-gone', page: staffMessage('gone'), ids: { caseId } };
  const visit = { deps, value, programme };
  if (method !== 'POST') return door(visit);
  const typed = (form.get('staffId') ?? '').trim();
  const staffId = staffIdOf(typed, programme);
  if (staffId === undefined)
    return door(visit, { kind: typed === '' ? 'missing' : 'unknown', typed: typed.slice(0, LONGEST_ID) });
  switch (form.get('action')) {
    case 'acknowledge':
      return act(visit, staffId, { kind: 'acknowledged', by: staffId, at: deps.now() });
    case 'close':
      return close(visit, staffId, form.get('outcome'));
    default:
      return show(visit, staffId, 'case-shown');
  }
}

/** Thumbs and phones change the case of letters; the record holds the id as settings write it. */
function staffIdOf(typed: string, { staffNames }: Programme): string | undefined {
  return Object.keys(staffNames).find((known) => known.toLowerCase() === typed.toLowerCase());
}

function door({ deps, value, programme }: Visit, problem?: WhoProblem): Served {
  return {
    status: problem ? 422 : 200,
    outcome: problem ? `staff-${problem.kind}` : 'case-door-shown',
    page: caseDoor(value, { now: deps.now(), timeZone: programme.timeZone }, problem),
    ids: { caseId: value.id },
  };
}

async function close(visit: Visit, staffId: string, outcome: string | null): Promise<Served> {
  if (!isOutcome(outcome)) return show(visit, staffId, 'outcome-missing');
  return act(visit, staffId, { kind: 'closed', by: staffId, at: visit.deps.now(), outcome });
}

const isOutcome = (value: string | null): value is CaseOutcome =>
  value !== null && Object.hasOwn(CASE_OUTCOMES, value);

/** Shows what the case has become, which is another's if somebody was faster. */
async function act(visit: Visit, staffId: string, input: CaseInput): Promise<Served> {
  const { deps, value } = visit;
  const outcome = await applyToCase({ ...deps, carryOut: carryOutCase(deps) }, value.id, input);
  return show({ ...visit, value: (await deps.cases.get(value.id)) ?? value }, staffId, outcome);
}

async function show({ deps, value, programme }: Visit, staffId: string, outcome: string): Promise<Served> {
  const outcomeMissing = outcome === 'outcome-missing';
  const { contactId, inboundId } = value.subject;
  const text = contactId && inboundId ? await deps.contacts.getText(contactId, inboundId) : undefined;
  return {
    status: outcomeMissing ? 422 : 200,
    outcome,
    page: casePage({
      value,
      programme,
      staffId,
      now: deps.now(),
      outcomeMissing,
      ...(text && { text }),
    }),
    ids: { caseId: value.id },
  };
}
