export type CarrierKeyword = 'STOP' | 'START' | 'HELP';

/** https://help.twilio.com/articles/223134027: a text that is this one word, in any case; YES is taken out of the opt-in words. */
const keywords: Record<CarrierKeyword, readonly string[]> = {
  STOP: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  START: ['START', 'UNSTOP'],
  HELP: ['HELP', 'INFO'],
};

export function carrierKeyword(text: string): CarrierKeyword | undefined {
  const word = text.trim().toUpperCase();
  if (keywords.STOP.includes(word)) return 'STOP';
  if (keywords.START.includes(word)) return 'START';
  return keywords.HELP.includes(word) ? 'HELP' : undefined;
}

/** Twilio's default answers, where the agency has not put its own into Advanced Opt-Out. */
export const defaultAnswers: Readonly<Record<CarrierKeyword, string>> = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};
