import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { editionRenderings } from '#lib/db/schema.ts';
import { siteUrl } from './an-edition.ts';
import { sendCorrection, sendEditionNow } from './edition-actions.ts';
import { readEditionPage } from './edition-page.ts';
import { planEditions } from './plan-editions.ts';
import { renderEdition } from './render-edition.ts';
import { testNewsroom } from './test-newsroom.ts';

const newsroom = await testNewsroom();
const { db, lake, putList, putArticle, subscribed, plans, named } = newsroom;
const press = {
  ...newsroom.press,
  render: (...[content, language]: Parameters<typeof newsroom.press.render>) =>
    renderEdition(content, language, { siteUrl }),
};

const now = new Date('2026-01-15T12:00:00Z');
const canary = /canary of \w+ sings/;
const closed = { access: { level: 'subscribers' } };

async function sentInstant(given: Record<string, unknown> = closed) {
  const listId = await putList({ cadence: 'instant' });
  await subscribed(listId);
  const articleId = await putArticle('gated', '2026-01-15T11:59:00Z', { ...named(listId), ...given });
  await planEditions(press, now);
  const [edition] = await plans();
  if (!edition) throw new Error('Nothing was planned');
  return { id: edition.id, listId, articleId };
}

const look = (id: string, language: 'en' | 'es' = 'en') =>
  readEditionPage({ db, siteUrl }, id, language, now);

async function pageOf(id: string, language: 'en' | 'es' = 'en') {
  const page = await look(id, language);
  if (page.kind !== 'page') throw new Error(`It is ${page.kind}`);
  return page.html;
}

test('what only some may read is in the mail of subscribers, and nowhere in any other part', async () => {
  const { id } = await sentInstant();
  const renderings = await db.select().from(editionRenderings);
  expect(renderings).toHaveLength(4);
  for (const { access, html, text, subject } of renderings) {
    expect(canary.test(html), `HTML for ${access}`).toBe(access === 'full');
    expect(canary.test(text), `text for ${access}`).toBe(access === 'full');
    expect(subject).not.toMatch(canary);
    if (access === 'preview') expect(text).toContain('One.');
  }
  for (const language of ['en', 'es'] as const) expect(await pageOf(id, language)).not.toMatch(canary);
  expect(await pageOf(id, 'es')).toContain('El resto de esta nota es para suscriptores');
});

test('nothing below an editor’s break is in the part for everybody, whatever kind of block it is', async () => {
  const block = (text: string) => ({
    ...{ _type: 'block', _key: text, style: 'normal', markDefs: [] },
    children: [{ _type: 'span', _key: 's', text, marks: [] }],
  });
  const { id } = await sentInstant({
    ...closed,
    body: [
      block('Above.'),
      { _type: 'paywallBreak', _key: 'w' },
      block('Below canary of text sings.'),
      { _type: 'pullQuote', _key: 'p', text: 'canary of quote sings' },
      { _type: 'factBox', _key: 'f', title: 'canary of title sings', body: [block('canary of fact sings')] },
      { _type: 'table', _key: 't', rows: [{ _key: 'r', cells: ['canary of cell sings'] }] },
      { _type: 'embed', _key: 'e', url: 'https://maps.example/', title: 'canary of embed sings' },
      { _type: 'correctionNote', _key: 'c', text: 'canary of note sings', date: '2026-01-15' },
    ],
  });
  const parts = (await db.select().from(editionRenderings)).filter(({ access }) => access === 'preview');
  for (const said of [await pageOf(id), ...parts.flatMap(({ html, text }) => [html, text])]) {
    expect(said).toContain('Above.');
    expect(said).not.toMatch(canary);
  }
  const full = (await db.select().from(editionRenderings)).filter(({ access }) => access === 'full');
  for (const { text } of full) expect(text.match(/canary of \w+ sings/g)).toHaveLength(7);
});

test('who looks gets what everybody may read now: an article opened since is whole, one taken back is gone', async () => {
  const { id, articleId } = await sentInstant();
  await lake.client
    .patch(articleId)
    .set({ access: { level: 'public' } })
    .commit();
  expect(await pageOf(id)).toMatch(canary);
  await lake.client
    .patch(articleId)
    .set({ access: { level: 'subscribers' } })
    .commit();
  expect(await pageOf(id)).not.toMatch(canary);
  for (const flag of ['withdrawn', 'legalHold']) {
    await lake.client
      .patch(articleId)
      .set({ flags: { [flag]: true } })
      .commit();
    expect(await look(id)).toEqual({ kind: 'empty' });
  }
  await lake.client.patch(articleId).unset(['flags']).set({ embargoUntil: '2026-02-01T00:00:00Z' }).commit();
  expect(await look(id)).toEqual({ kind: 'empty' });
});

test('a digest leaves out what nobody may see any more, and keeps the rest', async () => {
  await putList();
  await putArticle('stays', '2026-01-15T09:00:00Z');
  const gone = await putArticle('goes', '2026-01-15T09:30:00Z');
  await planEditions(press, new Date('2026-01-15T10:00:00Z'));
  const [edition] = await plans();
  if (!edition) throw new Error('Nothing was planned');
  expect(await look(edition.id)).toEqual({ kind: 'unknown' });
  await sendEditionNow(press, edition.id, now);
  expect(await pageOf(edition.id)).toContain('Headline goes');
  await lake.client
    .patch(gone)
    .set({ flags: { legalHold: true } })
    .commit();
  const page = await pageOf(edition.id);
  expect(page).toContain('Headline stays');
  expect(page).not.toContain('Headline goes');
});

test('there is no page for what is not an edition', async () => {
  for (const id of [randomUUID(), 'x', "' or true --", ''])
    expect(await look(id)).toEqual({ kind: 'unknown' });
});

test('a mailed correction holds nothing of the gated text for anybody', async () => {
  const corrections = [
    { _key: 'c', _type: 'correction', text: 'It was May.', date: '2026-01-15', kind: 'correction' },
  ];
  const { id, listId, articleId } = await sentInstant({ ...closed, corrections });
  const sent = await sendCorrection(
    press,
    { articleId, listId, correctionDate: '2026-01-15T12:00:00Z' },
    now,
  );
  expect(sent.kind).toBe('done');
  const correction = (await plans()).find((edition) => edition.id !== id);
  const page = await pageOf(correction?.id ?? '');
  expect(page).toContain('It was May.');
  expect(page).not.toMatch(canary);
});
