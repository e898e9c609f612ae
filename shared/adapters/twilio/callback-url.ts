/**
 * Where Twilio reports on a message. Our own id travels along, so that a receipt finds a message whose sending crashed
 * before it could be recorded. The fragment asks Twilio for three retries on any failure; it is no part of the signature.
 * Source: Twilio "Webhooks: connection overrides".
 */
export function statusCallback(publicUrl: string, messageId: string): string {
  return `${publicUrl}/twilio/status?m=${encodeURIComponent(messageId)}#rc=3&rp=all`;
}
