import { createHash } from 'node:crypto';
import { handleText } from '#shared/apply/handle-text.ts';
import type { InboundText, LinkClaim } from '#shared/ports.ts';
import { answerPage, BUTTONS, LONGEST_ANSWER, type Button } from './pages/answer-page.ts';
import type { ClientWords } from './pages/client-words.ts';
import { thanksPage } from './pages/thanks-page.ts';
import type { Deps, LinkRequest, Served } from './served.ts';

type Claim = Extract<LinkClaim, { kind: 'answer' }>;
type Given = { button?: Button; words: string };

/** A client's answer to a check-in: stored like a text before anything else, read, and only then thanked for. */
export async function serveAnswer(
  deps: Deps,
  claim: Claim,
  { method, chosen, form }: LinkRequest,
  words: ClientWords,
): Promise<Served> {
  const ids = { followUpId: claim.followUpId };
  if (method !== 'POST') {
    const page = answerPage(words, { ...(isChoice(chosen) && { chosen }) });
    return { status: 200, outcome: 'answer-shown', page, ids };
  }
  const given = givenIn(form);
  if (!given.button && given.words === '') {
    return { status: 422, outcome: 'answer-empty', page: answerPage(words, { empty: true }), ids };
  }
  const text = textOf(claim, given, deps.now());
  const { outcome, handled } = await storeAndHandle(deps, text);
  const page = thanksPage(words, { reading: handled.reading, caseOpened: handled.caseId !== undefined });
  return { status: 200, outcome, page, ids: { ...ids, inboundId: text.id } };
}

const isChoice = (chosen: string | undefined): chosen is Button | 'words' =>
  [...BUTTONS, 'words'].some((choice) => choice === chosen);

/** Words count whichever button they were sent with. */
function givenIn(form: URLSearchParams): Given {
  const pressed = form.get('answer');
  const button = BUTTONS.find((one) => one === pressed);
  const words = (form.get('words') ?? '').replaceAll('\r\n', '\n').trim().slice(0, LONGEST_ANSWER);
  return { ...(button && { button }), words };
}

/** The id is made of what was said, so that the same form sent twice is one text. */
function textOf(claim: Claim, { button, words }: Given, receivedAt: number): InboundText {
  const { messageId, contactId, followUpId, checkIn } = claim;
  const said = JSON.stringify([messageId, button ?? 'words', words]);
  return {
    contactId,
    id: `web-${createHash('sha256').update(said).digest('base64url')}`,
    to: '',
    body: words,
    media: 0,
    receivedAt,
    link: { followUpId, checkIn, ...(button && { meaning: button }) },
  };
}

/** Stored before it was handled is not handled twice, unless an earlier try broke off in between. */
async function storeAndHandle(deps: Deps, text: InboundText) {
  const { contacts } = deps;
  const stored = await contacts.storeText(text);
  const before = stored === 'known' ? await contacts.getText(text.contactId, text.id) : text;
  const outcome = await handleText(deps, before ?? text);
  const { reading, caseId } = (await contacts.getText(text.contactId, text.id)) ?? {};
  if (!reading) throw new AnswerNotHandled();
  return { outcome, handled: { reading, caseId } };
}

/** An answer was stored and its reading is not there; the due index takes it up again. */
class AnswerNotHandled extends Error {
  constructor() {
    super('a stored answer has no reading');
    this.name = 'AnswerNotHandled';
  }
}
