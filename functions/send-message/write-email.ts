import { composeEmail } from '#shared/domain/messages/email/compose-email.ts';
import { isEmailId, type EmailId } from '#shared/domain/messages/email/email-ids.ts';
import type { OutgoingText } from '#shared/domain/follow-up/inputs.ts';
import { DAY } from '#shared/domain/record.ts';
import { documentOfMessage, type Message } from '#shared/domain/sending/message.ts';
import type { Links, OutgoingEmail } from '#shared/ports.ts';

type EmailText = Extract<OutgoingText, { channel: 'email' }>;

/** Answers by link are taken this long; a late one is still added and still stops what silence started. */
const ANSWER_LINK_LIFE = 14 * DAY;
/** RFC 8058 asks that unsubscribing works long after the message. */
const UNSUBSCRIBE_LIFE = 400 * DAY;

/** Writes the e-mail with its signed links. Each link opens a page; nothing happens until a button there is pressed. */
export async function writeEmail(
  { links, now }: { links: Links; now: () => number },
  message: Message,
  { template, language, values }: EmailText,
  to: string,
): Promise<OutgoingEmail> {
  const followUpId = documentOfMessage(message.id);
  const { contactId, checkIn } = message;
  const unsubscribeUrl = await links.urlOf({
    kind: 'unsubscribe',
    followUpId,
    contactId,
    language,
    expiresAt: now() + UNSUBSCRIBE_LIFE,
  });
  const answerUrl = checkIn
    ? await links.urlOf({
        kind: 'answer',
        followUpId,
        messageId: message.id,
        checkIn,
        contactId,
        language,
        expiresAt: now() + ANSWER_LINK_LIFE,
      })
    : undefined;
  const asks = answerUrl !== undefined && !template.startsWith('caring');
  const email = composeEmail(
    emailIdOf(template),
    language,
    values,
    { unsubscribe: unsubscribeUrl, ...(asks && { answers: answersAt(answerUrl) }) },
    { discreet: template === 'first-discreet' },
  );
  return {
    messageId: message.id,
    to,
    subject: email.subject,
    text: email.text,
    html: email.html,
    unsubscribeUrl,
  };
}

/** Texts that differ only by what a text can carry are one e-mail. */
function emailIdOf(template: EmailText['template']): EmailId {
  if (isEmailId(template)) return template;
  return template.startsWith('retry') ? 'retry' : template.startsWith('first') ? 'first' : 'check';
}

const answersAt = (url: string) => ({
  ok: `${url}?a=ok`,
  soSo: `${url}?a=so-so`,
  callMe: `${url}?a=call-me`,
  ownWords: `${url}?a=words`,
});
