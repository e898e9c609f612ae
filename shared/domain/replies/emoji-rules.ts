import type { Safety } from './reply-reading.ts';

const MEANS = new Set(['💊', '🔪', '🗡', '🔫', '⚰', '🪦', '🪢', '🪒', '🩸', '🧨', '💣']);
const TEARS = new Set(['😭', '😢', '💔', '🖤', '😞', '😔', '😿', '🥺', '😩', '😫', '☠', '💀']);

/**
 * What emoji add. The pill is among the strongest predictors of active rescue that Crisis Text Line has published,
 * yet it also stands behind "took my meds": alone or repeated it pages, beside words it raises the queue.
 */
export function readEmoji(emoji: readonly string[], words: string): { safety: Safety; because?: string } {
  if (emoji.length === 0) return { safety: 'none' };
  const means = emoji.filter((sign) => MEANS.has(sign)).length;
  const farewell = /\b(?:bye|goodbye|sorry|tonight|ready|done|adios|perdon|forever|love you|last)\b/.test(
    words,
  );
  if (means > 1 || (means === 1 && (words === '' || farewell)))
    return { safety: 'urgent', because: 'emoji:means' };
  if (emoji.includes('🆘')) return { safety: 'distress', because: 'emoji:sos' };
  if (means === 1) return { safety: 'distress', because: 'emoji:means-beside-words' };
  const tears = emoji.filter((sign) => TEARS.has(sign)).length;
  return tears >= 3 || (tears > 0 && words === '')
    ? { safety: 'distress', because: 'emoji:tears' }
    : { safety: 'none' };
}
