import { DAY, HOUR } from './clock.ts';
import { enrolment, type Enrolment } from './enrolment.ts';
import { latestSending } from './later-steps.ts';
import type { Closing, MessageStory, RecordStory, Session, Story, Told } from './model.ts';
import { CARING_CONTACTS, POST_CRISIS, type Figures, type Tier } from './protocol.ts';

/** What one closing of a session must lead to. */
export type Plan = {
  readonly session: Session;
  readonly closing: Closing;
  readonly enrolment: Enrolment;
  /** What the record says was decided. */
  readonly decision?: Told;
  readonly tier: Tier;
  readonly figures: Figures;
  readonly steps: readonly Step[];
};

/** A check-in or caring contact, by the latest times that the protocol allows it. */
export type Step = {
  readonly id: string;
  readonly kind: 'check-in' | 'caring-contact';
  readonly endsBy: number;
  readonly messages: readonly MessageStory[];
  readonly outcomes: readonly Told[];
};

const TIERS: readonly Tier[] = ['low', 'moderate', 'high'];

export function plansOf(story: Story, messages: ReadonlyMap<string, readonly MessageStory[]>): Plan[] {
  const plans: Plan[] = [];
  for (const session of story.sessions.values()) {
    const record = story.records.get(session.doc);
    const sent = messages.get(session.doc) ?? [];
    appliedOf(session).forEach((closing, index) =>
      plans.push(planOf({ story, session, closing, index, record, sent })),
    );
  }
  return plans;
}

/** The same session closed again counts only if it was closed later. */
function appliedOf({ closings }: Session): Closing[] {
  let newest = -Infinity;
  return closings.filter(({ closedAt }) => {
    if (closedAt <= newest) return false;
    newest = closedAt;
    return true;
  });
}

type Parts = {
  story: Story;
  session: Session;
  closing: Closing;
  index: number;
  record: RecordStory | undefined;
  sent: readonly MessageStory[];
};

function planOf({ story, session, closing, index, record, sent }: Parts): Plan {
  const decisions = record?.facts.filter(
    ({ kind }) => kind === 'follow-up-started' || kind === 'follow-up-declined',
  );
  const decision = decisions?.[index];
  const tier = tierOf(closing, decision);
  const figures = POST_CRISIS[tier];
  const generation = index === 0 ? '' : `g${index + 1}`;
  const ends =
    closing.event.protocol === 'caring-contacts'
      ? caringEnds(closing)
      : checkInEnds(story, session, closing, figures);
  const steps = ends.map(({ name, kind, endsBy }): Step => {
    const id = `${generation}${name}`;
    return {
      id,
      kind,
      endsBy,
      messages: sent.filter(({ step }) => step === id),
      outcomes: outcomesOf(record, id, kind),
    };
  });
  const decided = enrolment(story, session, closing);
  return { session, closing, enrolment: decided, tier, figures, steps, ...(decision && { decision }) };
}

/** Its own, or a higher one that it was given because another of the client's sessions has it. */
function tierOf({ event }: Closing, decision: Told | undefined): Tier {
  const own = event.risk.tier === 'imminent' ? 'high' : event.risk.tier;
  const given = TIERS.find((tier) => tier === decision?.detail['tier']) ?? own;
  return TIERS.indexOf(given) > TIERS.indexOf(own) ? given : own;
}

type Ends = Pick<Step, 'kind' | 'endsBy'> & { name: string };

function checkInEnds(story: Story, session: Session, closing: Closing, figures: Figures): Ends[] {
  const { closedAt, at } = closing;
  const silence = figures.silenceAfterCeilingHours * HOUR;
  const first = closedAt + figures.firstCeilingHours * HOUR + silence;
  const later = figures.laterDays
    .filter((days) => at < closedAt + (days - 1) * DAY)
    .map((days) => {
      const endsBy = latestSending(story, session, closing, days) + figures.laterSlackHours * HOUR + silence;
      return { name: `d${days}`, kind: 'check-in' as const, endsBy };
    });
  return [{ name: 'd1', kind: 'check-in', endsBy: Math.max(first, at) }, ...later];
}

function caringEnds({ closedAt }: Closing): Ends[] {
  const { days, spreadDays, closedDays, slackHours } = CARING_CONTACTS;
  return days.map((day, index) => ({
    name: `cc${index + 1}`,
    kind: 'caring-contact',
    endsBy:
      closedAt + (day + 1 + Math.min(spreadDays, Math.floor(day / 7)) + closedDays) * DAY + slackHours * HOUR,
  }));
}

const OUTCOMES = new Set(
  ['answered', 'missed', 'not-sent', 'not-delivered', 'cancelled'].map((name) => `check-in-${name}`),
);

function outcomesOf(record: RecordStory | undefined, id: string, kind: Step['kind']): Told[] {
  const about = record?.facts.filter(({ detail }) => detail['checkIn'] === id) ?? [];
  return about.filter(
    (fact) => OUTCOMES.has(fact.kind) || (kind === 'caring-contact' && isSentAsPlanned(fact)),
  );
}

const isSentAsPlanned = ({ kind, detail }: Told): boolean =>
  kind === 'check-in-sent' && detail['attempt'] === undefined;
