import { later, linksOfCases, mailOf, phoneOf, postText, type Play } from './a-play.ts';
import { plant, putOn } from './plant.ts';

type Plain = Record<string, unknown>;

/** Rights that are needed only when a function died half-way, a release went back, or nothing moved for a while. */
export async function letThingsBreak(play: Play): Promise<void> {
  await closedButNotRecorded(play);
  await forgottenAfterTheEnd(play);
  await closedButNotTold(play);
  await aCaseIsThereAlready(play);
  await nothingMoves(play);
}

const sessionOf = (item: Plain) => String(Object(Object(item['doc'])['session'])['sessionId']);
const followUpOf = (client: number) => (item: Plain) => sessionOf(item) === `S-${client}`;
const anyCase = () => true;
const idOf = (item: Plain) => String(item['id']);

/** Closed, with facts that a crash kept from the record: whoever loads it next puts them there, and wakes it no more. */
const closedWithFacts =
  (doc: (doc: Plain) => Plain) =>
  (item: Plain): Plain => ({
    ...item,
    version: Number(item['version']) + 100,
    seq: Number(item['seq']) + 1,
    pending: [{ kind: 'case-note', at: 0, by: 'machine' }],
    dueShard: item['dueShard'] ?? '0',
    dueAt: Date.parse('2026-11-26T00:00:00Z'),
    doc: doc(Object(item['doc'])),
  });

const overFollowUp = closedWithFacts(({ session, ...doc }) => ({
  ...doc,
  session,
  status: 'declined',
  linkedUntil: undefined,
  ...emptyLists,
}));
const overCase = closedWithFacts(({ next: _next, ...doc }) => ({
  ...doc,
  state: 'closed',
  followUpToTell: undefined,
  outbox: [],
}));
const emptyLists = { checkIns: [], outbox: [], casesToRaise: [], casesToTell: [] };

async function closedButNotRecorded(play: Play): Promise<void> {
  const { stack } = play;
  const [followUp, stored] = await Promise.all([stack.table('FollowUps'), stack.table('Cases')]);
  await plant(play, 'FollowUps', followUpOf(5), overFollowUp);
  await stack.post(later('client-held', 5, { why: 'admission' }));
  await stack.settle();
  await plant(play, 'FollowUps', followUpOf(6), overFollowUp);
  const six = idOf(followUp.find(followUpOf(6)) ?? {});
  await putOn(play, 'SendQueue', { messageId: `${six}~d1~9~sms`, action: 'send' });
  await stack.settle();

  const wasPaged = (item: Plain) => stack.staffPhones().some(({ message }) => message.includes(idOf(item)));
  const [third = '', ...others] = stored
    .toSorted((a, b) => Number(wasPaged(b)) - Number(wasPaged(a)))
    .map(idOf);
  const [first = '', second = ''] = others;
  const isCase = (id: string) => (item: Plain) => idOf(item) === id;
  await plant(play, 'Cases', isCase(first), overCase);
  await putOn(play, 'SendQueue', { messageId: `${first}~answer~9~sms`, action: 'send' });
  await plant(play, 'Cases', isCase(second), overCase);
  await putOn(play, 'CaseQueue', { caseId: second, input: { kind: 'wake' } });
  await stack.settle();
  await plant(play, 'Cases', isCase(third), overCase);
  for (const link of linksOfCases(play)) await (await fetch(link)).text();
  await stack.settle();
}

/** Long after its end the client’s number leads to a follow-up no more. */
async function forgottenAfterTheEnd(play: Play): Promise<void> {
  const now = play.stack.now();
  await plant(play, 'FollowUps', followUpOf(8), (item) => ({
    ...item,
    version: Number(item['version']) + 100,
    dueAt: now,
    doc: { ...Object(item['doc']), status: 'completed', linkedUntil: now, ...emptyLists },
  }));
}

/** A member of staff closed the case, and the function died before it told the follow-up. */
async function closedButNotTold(play: Play): Promise<void> {
  const now = play.stack.now();
  await plant(
    play,
    'Cases',
    (item) => Object(Object(item['doc'])['subject'])['followUpId'] !== undefined,
    (item) => ({
      ...item,
      version: Number(item['version']) + 200,
      dueShard: item['dueShard'] ?? '0',
      dueAt: now,
      doc: {
        ...Object(item['doc']),
        state: 'closed',
        closed: { by: 'st-20', at: now, outcome: 'reached' },
        followUpToTell: { lookAt: now },
      },
    }),
  );
}

/** A save whose answer was lost on its way is tried again and finds the case there: its own, or another’s. */
async function aCaseIsThereAlready(play: Play): Promise<void> {
  const texts = [
    { path: 'text', sid: `SM${'b'.repeat(32)}` },
    { path: 'text-fallback', sid: `SM${'c'.repeat(32)}` },
  ] as const;
  for (const { path, sid } of texts) {
    await plant(play, 'Cases', anyCase, (item) => ({ ...item, id: `case#in.${sid}` }));
    await postText(play, path, { sid, from: phoneOf(10), body: 'i want to kill myself' });
  }
}

/** A receipt for an e-mail whose follow-up a later release wrote meanwhile: the function fails, and parks it. */
export function aReceiptCannotBeRead(play: Play, client: number): void {
  let written = false;
  play.stack.onQuiet(async () => {
    if (written || !play.stack.mailbox().some(({ to }) => to.includes(mailOf(client)))) return;
    written = true;
    await plant(play, 'FollowUps', followUpOf(client), (item) => ({ ...item, schema: 99 }));
  });
}

/** Documents that can be neither read nor put off: the watch finds them overdue, wakes them and tells the operators. */
async function nothingMoves(play: Play): Promise<void> {
  const longAgo = play.stack.now() - 16 * 60_000;
  const stuck = ({ version: _version, ...item }: Plain): Plain => ({
    ...item,
    schema: 99,
    dueShard: item['dueShard'] ?? '0',
    dueAt: longAgo,
  });
  await plant(play, 'FollowUps', followUpOf(7), stuck);
  await plant(play, 'Cases', anyCase, stuck);
}
