/** The name of the tag under which a message id travels with an e-mail and comes back in its receipts. */
export const MESSAGE_TAG = 'message';

/** SES allows letters, digits, - and _ in a tag. */
export const tagOf = (messageId: string): string => Buffer.from(messageId).toString('base64url');

export const messageIdOf = (tag: string): string => Buffer.from(tag, 'base64url').toString();
