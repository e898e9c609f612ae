import { expect, test } from 'vitest';
import { problemPage, serveLink } from '#functions/serve-link/serve-link.ts';
import { aWorld } from '#test/fakes/fake-world.ts';
import { aVisitor } from './a-visitor.ts';

const past = Date.parse('2026-11-01T00:00:00Z');

test('an expired answer link says so in the client’s language, with the office’s number', async () => {
  const { post } = await aVisitor(aWorld()).answer({ language: 'es', expiresAt: past });
  const { status, page } = await post({ answer: 'ok' });
  expect(status).toBe(410);
  expect(page).toContain('Este enlace ya no sirve');
  expect(page).toContain('(410) 555-0100');
});

test('an expired answer link stores nothing', async () => {
  const world = aWorld();
  await (await aVisitor(world).answer({ expiresAt: past })).post({ answer: 'ok' });
  expect(world.contacts.texts()).toHaveLength(0);
});

test('an expired alert link sends staff to the newest alert, the list or their lead', async () => {
  const world = aWorld();
  const { post } = await aVisitor(world).case({}, { expiresAt: past });
  const { page } = await post({ action: 'acknowledge', staffId: 'st-20' });
  expect(page).toContain('open the case list, or call your lead');
  expect(world.cases.all()[0]?.state).toBe('open');
});

test('a link to a case that is kept no longer says so', async () => {
  const { look } = await aVisitor(aWorld()).case({}, { caseId: 'case#gone' });
  expect(await look()).toMatchObject({ status: 410, outcome: 'case-gone' });
});

test.each(['', 'nonsense', 'a.b', '%2e%2e', 'e30.AAAAAAAAAAAAAAAAAAAAAA'])(
  'a link that we never signed (“%s”) shows no detail and repeats nothing',
  async (token) => {
    const served = await serveLink(aWorld(), { method: 'GET', token, form: new URLSearchParams() });
    expect(served).toMatchObject({ status: 404, outcome: 'invalid-link' });
    expect(served.page).toContain('lang="es"');
    if (token !== '') expect(served.page).not.toContain(token);
  },
);

test('when serving fails, staff are told that the case may not be theirs and clients that we may not have their words', async () => {
  const world = aWorld();
  const expiresAt = world.now() + 1000;
  const tokenOf = async (claim: Parameters<typeof world.links.urlOf>[0]) =>
    new URL(await world.links.urlOf(claim)).pathname.split('/').at(-1) ?? '';
  const staff = await tokenOf({ kind: 'case', caseId: 'case#x', staffId: 'st-20', expiresAt });
  const client = await tokenOf({
    kind: 'unsubscribe',
    followUpId: 'fu#x',
    contactId: 'c',
    language: 'es',
    expiresAt,
  });
  expect(await problemPage(world, staff)).toContain('may NOT be acknowledged');
  expect(await problemPage(world, client)).toContain('quizá tu respuesta no nos llegó');
});

test('when not even the link can be read, the page says in both languages that it did not work', async () => {
  const world = aWorld();
  const links = { ...world.links, read: () => Promise.reject(new Error('the secret does not answer')) };
  const page = await problemPage({ ...world, links }, 'any');
  expect(page).toContain('That did not work');
  expect(page).toContain('quizá no nos llegó');
});
