import events from './four-clients.json' with { type: 'json' };
import replies from './four-clients-replies.json' with { type: 'json' };

/**
 * The built-in play, all invented: Maya answers, Leo goes silent until somebody calls, Jordan texts STOP, and Rosa,
 * who reads Spanish, writes in distress at night.
 */
export const fourClients: { readonly events: readonly unknown[]; readonly replies: unknown } = {
  events,
  replies,
};
