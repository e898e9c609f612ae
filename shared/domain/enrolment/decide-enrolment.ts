import type { Programme } from '../programme.ts';
import type { Tier } from '../follow-up/follow-up.ts';
import { languageOf } from '../messages/language-of.ts';
import { chooseReach, type ChosenReach, type ContactProblem } from './choose-reach.ts';
import type { ClosedSession, Flag } from './closed-session.ts';
import { TIER_RANK } from './tier-rank.ts';

/** Why nobody is enrolled. Every decline is recorded with its reason; at moderate or high tier it is a staff task. */
export type DeclineReason =
  | 'imminent'
  | 'said-to-have-died'
  | 'do-not-contact'
  | 'client-declined'
  | 'not-offered'
  | 'needs-contact-profile'
  | 'minor-without-permission'
  | 'no-catalogue'
  | 'unreachable'
  | ContactProblem;

export type Enrolment =
  | { kind: 'start'; tier: Tier; language: 'en' | 'es'; reach: ChosenReach['reach'] }
  | { kind: 'decline'; reason: DeclineReason; because: readonly string[] };

/** These ask for wording and care that a contact profile describes; until there are profiles, staff follow up. */
const NEEDS_PROFILE: readonly Flag[] = ['ipv', 'discreet', 'shared-phone', 'sud-part2'];

/** After these the client is not to be reached by machine at all, by whatever follow-up of theirs. */
const ENDS_OTHERS: ReadonlySet<string> = new Set<DeclineReason>([
  'imminent',
  'do-not-contact',
  'client-declined',
  'needs-contact-profile',
  'minor-without-permission',
  'contact-unsafe',
  'contact-safety-unknown',
]);

/** Why a newer session's decline also ends the client's earlier follow-ups; undefined where their plans still stand. */
export function whyOthersEnd(decision: Enrolment): string | undefined {
  if (decision.kind === 'start') return undefined;
  return [decision.reason, ...decision.because].find((reason) => ENDS_OTHERS.has(reason));
}

/** Decides whether automation may follow this client up. Where facts disagree, the safer one wins. */
export function decideEnrolment(session: ClosedSession, programme: Programme): Enrolment {
  if (session.tier === 'imminent') return { kind: 'decline', reason: 'imminent', because: [] };
  const refusal = refusalOf(session);
  if (refusal) return refusal;
  const language = languageOf(session.language);
  if (!language) {
    // The language alone: what may follow it in a tag is the agency's own, and this stands on the record.
    const [code = ''] = session.language.toLowerCase().split('-');
    return { kind: 'decline', reason: 'no-catalogue', because: [code] };
  }
  const { reach, problems } = chooseReach(session, programme);
  if (!reach.sms && !reach.email) {
    return { kind: 'decline', reason: problems[0] ?? 'unreachable', because: problems };
  }
  return { kind: 'start', tier: highestTier(session.tier, session.highestOpenTier), language, reach };
}

function refusalOf(session: ClosedSession): Extract<Enrolment, { kind: 'decline' }> | undefined {
  if (session.saidToHaveDied) return decline('said-to-have-died');
  if (session.flags.includes('do-not-contact')) return decline('do-not-contact');
  if (session.offer === 'declined') return decline('client-declined');
  if (session.offer === 'not-offered') return decline('not-offered');
  const profile = profileReasons(session);
  if (profile.length > 0) return decline('needs-contact-profile', profile);
  if (isMinor(session) && !session.permissionGiven) return decline('minor-without-permission');
  return undefined;
}

function profileReasons({ flags, contacts }: ClosedSession): string[] {
  const flagged: string[] = NEEDS_PROFILE.filter((flag) => flags.includes(flag));
  const shared = contacts.some((contact) => contact.shared) && !flagged.includes('shared-phone');
  const words = contacts.some((contact) => contact.hasAgreedWords);
  return [...flagged, ...(shared ? ['shared-phone'] : []), ...(words ? ['agreed-words'] : [])];
}

/** Flagged, or under 18 by year of birth. */
function isMinor(session: ClosedSession): boolean {
  const year = new Date(session.closedAt).getUTCFullYear();
  return (
    session.flags.includes('minor') || (session.birthYear !== undefined && year - session.birthYear < 18)
  );
}

function highestTier(tier: Tier, other: Tier | undefined): Tier {
  return other && TIER_RANK[other] > TIER_RANK[tier] ? other : tier;
}

const decline = (reason: DeclineReason, because: readonly string[] = []) => ({
  kind: 'decline' as const,
  reason,
  because,
});
