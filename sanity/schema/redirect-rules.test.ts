import { expect, test } from 'vitest';
import type { RawDocument } from './documents-in-memory.ts';
import { faultsOf } from './faults-of.ts';

const redirect = (from: string, to: string, given: object = {}): RawDocument => ({
  ...{ _id: `redirect-${from}`, _type: 'redirect', from, to, match: 'exact', permanent: true },
  ...given,
});
const article = (slug: string, previousSlugs: string[] = [], given: object = {}): RawDocument => ({
  ...{ _id: `article-${slug}`, _type: 'article', language: 'en', previousSlugs },
  ...{ slug: { _type: 'slug', current: slug } },
  ...given,
});
const check = (document: RawDocument, ...others: RawDocument[]) => faultsOf(document, [...others, document]);

test('a redirect to a page that is there has nothing to mend', async () => {
  expect(await check(redirect('/old', '/articles/harbour'), article('harbour'))).toEqual([]);
  expect(await check(redirect('/blog', '/articles', { match: 'prefix' }))).toEqual([]);
});

test('a redirect that leads back over others is refused, and the circle is told', async () => {
  const others = [redirect('/b', '/c'), redirect('/c', '/a')];
  expect(await check(redirect('/a', '/b'), ...others)).toEqual([
    'to: This leads in a circle: /a → /b → /c → /a.',
  ]);
  const draft = redirect('/b', '/a', { _id: 'drafts.another' });
  expect(await check(redirect('/a', '/b'), draft)).toEqual(['to: This leads in a circle: /a → /b → /a.']);
});

test('prefixes that feed each other, or themselves, are a circle', async () => {
  const prefix = { match: 'prefix' };
  expect(await check(redirect('/old', '/new', prefix), redirect('/new', '/old', prefix))).toEqual([
    'to: This leads in a circle: /old → /new → /old.',
  ]);
  const [fault] = await check(redirect('/old', '/old/archive', prefix));
  expect(fault).toContain('to: This leads in a circle: /old → /old/archive → /old/archive/archive');
});

test('a circle through the address that an article left is found, in its own language only', async () => {
  const [en, es] = [article('new', ['old']), article('new', ['old'], { language: 'es' })];
  // Without a page of its own any more, the article's new address is led back to the old one.
  const back = redirect('/articles/newer', '/articles/old');
  const gone = { ...en, slug: { _type: 'slug', current: 'newer' }, _id: 'article-gone' };
  const withoutPage = redirect('/articles/old', '/articles/newer');
  expect(await check(withoutPage, back)).toEqual([
    'to: This leads in a circle: /articles/old → /articles/newer → /articles/old.',
  ]);
  expect(await check(withoutPage, back, gone)).toEqual([]);
  expect(await check(redirect('/articles/new', '/articles/old'), en)).toEqual([
    'to: This leads in a circle: /articles/new → /articles/old → /articles/new.',
  ]);
  expect(await check(redirect('/articles/new', '/articles/old'), es)).toEqual([]);
});

test('a chain is shown with its end, so that the redirect can lead straight there', async () => {
  expect(await check(redirect('/a', '/articles/old'), article('new', ['old']))).toEqual([
    'to: This takes more than one step: /a → /articles/old → /articles/new. Lead to the last address.',
  ]);
  expect(await check(redirect('/a', '/b'), redirect('/b', '/c'))).toEqual([
    'to: This takes more than one step: /a → /b → /c. Lead to the last address.',
  ]);
});

test('a page that is there ends the way: what a rule says of its address is not asked', async () => {
  const others = [article('b'), redirect('/articles/b', '/a')];
  expect(await check(redirect('/a', '/articles/b'), ...others)).toEqual([]);
});

test('an earlier draft and a version of the same redirect are no others', async () => {
  const document = redirect('/a', '/b');
  const own = redirect('/b', '/a', { _id: `drafts.${document._id}` });
  const version = redirect('/b', '/a', { _id: `versions.rsummer.${document._id}` });
  expect(await check(document, own, version)).toEqual([]);
});
