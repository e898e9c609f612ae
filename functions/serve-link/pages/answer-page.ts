import type { ClientWords } from './client-words.ts';
import { markup, type Markup } from './markup.ts';
import { page } from './page.ts';

export const BUTTONS = ['ok', 'so-so', 'call-me'] as const;
export type Button = (typeof BUTTONS)[number];

/** One text's length of ten segments: what a phone would let one write. */
export const LONGEST_ANSWER = 1600;

type Options = {
  /** The link in the e-mail that was followed: that answer stands first and has the focus. Opening it sends nothing. */
  chosen?: Button | 'words';
  /** The box was sent empty. */
  empty?: boolean;
};

/** Three buttons and a box for own words, in one form so that words are never lost by pressing a button beside them. */
export function answerPage(words: ClientWords, { chosen, empty = false }: Options = {}): string {
  const { answer } = words.sentences;
  const first = BUTTONS.find((button) => button === chosen);
  const ordered = first ? [first, ...BUTTONS.filter((button) => button !== first)] : BUTTONS;
  const lead = first
    ? markup`<p class="note" id="lead">${answer.oneMore}</p>`
    : markup`<p id="lead">${answer.lead}</p>`;
  return page({
    language: words.language,
    title: answer.title,
    body: markup`${lead}
<form method="post">
<div role="group" aria-labelledby="lead">
${ordered.map((button) => buttonFor(words, button, button === first))}
</div>
${box(words, { empty, focus: empty || chosen === 'words' })}
</form>`,
    footer: words.footer,
  });
}

function buttonFor({ sentences }: ClientWords, button: Button, isFirst: boolean): Markup {
  const labels = {
    ok: sentences.answer.ok,
    'so-so': sentences.answer.soSo,
    'call-me': sentences.answer.callMe,
  };
  const first = markup` class="main" aria-describedby="lead" autofocus`;
  return markup`<button name="answer" value="${button}"${isFirst && first}>${labels[button]}</button>
`;
}

function box({ sentences, fill }: ClientWords, { empty, focus }: { empty: boolean; focus: boolean }): Markup {
  const { answer } = sentences;
  const describedBy = empty ? 'wrong hint' : 'hint';
  return markup`<div class="field">
<label for="words">${answer.ownWordsLabel}</label>
<p class="hint" id="hint">${fill(answer.ownWordsHint)}</p>
${empty && markup`<p class="wrong" id="wrong" role="alert">${answer.empty}</p>`}
<textarea id="words" name="words" maxlength="${LONGEST_ANSWER}" aria-describedby="${describedBy}"${empty && markup` aria-invalid="true"`}${focus && markup` autofocus`}></textarea>
</div>
<button name="answer" value="words">${answer.send}</button>`;
}
