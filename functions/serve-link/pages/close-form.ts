import { CASE_OUTCOMES } from '#shared/domain/messages/case-words.ts';
import { staffPages } from '#shared/domain/messages/staff-pages.ts';
import { markup, type Markup } from './markup.ts';

/** The form that closes a case with what came of it, in the name of the person who opened the page. */
export function closeForm(staffId: string, outcomeMissing: boolean): Markup {
  const { title, legend, hint, button, missing } = staffPages.close;
  return markup`<h2>${title}</h2>
<form method="post">
<input type="hidden" name="staffId" value="${staffId}">
<fieldset aria-describedby="${outcomeMissing ? 'wrong hint' : 'hint'}">
<legend>${legend}</legend>
<p class="hint" id="hint">${hint}</p>
${outcomeMissing && markup`<p class="wrong" id="wrong" role="alert">${missing}</p>`}
${Object.entries(CASE_OUTCOMES).map(
  ([
    outcome,
    words,
  ]) => markup`<label class="choice"><input type="radio" name="outcome" value="${outcome}" required> ${words}</label>
`,
)}
</fieldset>
<button class="main" name="action" value="close">${button}</button>
</form>`;
}
