import type { Case } from '#shared/domain/case/case.ts';
import { PRIORITIES } from '#shared/domain/messages/case-words.ts';
import { staffPages } from '#shared/domain/messages/staff-pages.ts';
import { markup, type Markup } from './markup.ts';
import { page } from './page.ts';
import { dueText, whenText, type Clock } from './when-text.ts';

/** What was wrong with what somebody typed. */
export type WhoProblem = { kind: 'missing' | 'unknown'; typed: string };

/** The door to a case: that there is one and how pressing it is. Who it is about comes after who is asking. */
export function caseDoor(value: Case, clock: Clock, problem?: WhoProblem): string {
  const { door } = staffPages;
  const { title, lead } = door[value.state];
  return page({
    language: 'en',
    title,
    body: markup`<p class="lead">${lead}</p>
<form method="post">
${whoField(value, problem)}
${
  value.state === 'open'
    ? markup`<button class="main" name="action" value="acknowledge">${door.acknowledge}</button>`
    : markup`<button class="main" name="action" value="show">${door.show}</button>`
}
</form>
${pressing(value, clock)}`,
  });
}

function whoField({ state }: Case, problem: WhoProblem | undefined): Markup {
  const { door } = staffPages;
  const described = [problem && 'wrong', state === 'open' && 'hint'].filter(Boolean).join(' ');
  const sentence = problem?.kind === 'missing' ? door.missingWho : door.unknownWho;
  return markup`<div class="field">
<label for="staffId">${door.whoLabel}</label>
${state === 'open' && markup`<p class="hint" id="hint">${door.whoHint}</p>`}
${problem && markup`<p class="wrong" id="wrong" role="alert">${sentence}</p>`}
<input type="text" id="staffId" name="staffId" required autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" value="${problem?.typed}"${described !== '' && markup` aria-describedby="${described}"`}${problem && markup` aria-invalid="true"`} autofocus>
</div>`;
}

/** What may be said before anyone has said who they are. */
function pressing(value: Case, clock: Clock): Markup {
  return markup`<dl>
<dt>How urgent</dt><dd>${PRIORITIES[value.priority]}</dd>
<dt>Due</dt><dd>${value.state === 'closed' ? whenText(value.dueAt, clock) : dueText(value.dueAt, clock)}</dd>
<dt>Since</dt><dd>${whenText(value.openedAt, clock)}</dd>
<dt>Case</dt><dd>${value.id}</dd>
</dl>`;
}
