/** Markdown's signs taken away, words kept: `**Free** [meals](https://…)` becomes `Free meals (https://…)`. */
export function plainMarkdown(text: string): string {
  return text
    .replaceAll(/!\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/\[([^\]\n]+)\]\((https?:[^)\s]+)[^)\n]*\)/g, '$1 ($2)')
    .replaceAll(/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1')
    .replaceAll(/^ {0,3}#{1,6} +/gm, '')
    .replaceAll(/(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1/g, '$2')
    .replaceAll(/`([^`\n]+)`/g, '$1');
}

/** What a page must never hold: control signs, and those that turn the direction of writing. */
export const withoutControls = (text: string): string => text.replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '');
