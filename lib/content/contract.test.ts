import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { log } from '#lib/log.ts';
import { decideAccess } from '#lib/paywall/decide-access.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import { chooseRelated } from '#lib/related/choose-related.ts';
import { startSeededLake } from './a-lake.ts';
import type { Summary } from './article.ts';
import { getArticle, getTranslations } from './article-query.ts';
import { composeFrontPage } from './compose-front-page.ts';
import { getEvent, getEvents } from './event-query.ts';
import { getFrontPagePicks } from './front-page-query.ts';
import { isHeldBack } from './is-visible.ts';
import { BadDocument } from './lake-client.ts';
import { getLatest, getNextInSection } from './lists-query.ts';
import { getArticlesOut, getEditionArticles, getStandings } from './newsletter-articles-query.ts';
import { getNewsletterLists } from './newsletter-lists-query.ts';
import { getPage } from './page-query.ts';
import { getMovedArticles, getRedirects } from './redirect-query.ts';
import { getRelatedCandidates } from './related-query.ts';
import { getScheduledLists } from './scheduled-lists-query.ts';
import { getSettings } from './settings-query.ts';
import { standingArticles } from './standing-articles.ts';
import { getSubject, getSubjectArticles, getSubjectCount } from './subject-query.ts';

const now = new Date('2026-06-01T12:00:00Z');
const border = 'us-presses-mexico-for-border-security-results';
const anonymous = { kind: 'anonymous' } as const;

// A real program is started and filled; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let lake: Awaited<ReturnType<typeof startSeededLake>>;

beforeAll(async () => {
  lake = await startSeededLake();
});

afterAll(() => lake.stop());

async function article(slug: string, language: 'en' | 'es' = 'en'): Promise<Summary> {
  const found = await getArticle(language, slug);
  if (!found) throw new Error(`no article ${slug}`);
  return { ...found, translations: [] };
}

describe('the seed', () => {
  test('the border article reads as its fact sheet says', async () => {
    const summary = await article(border);
    expect(summary).toMatchObject({
      headline: 'U.S. Presses Mexico for Border Security Results',
      dateline: 'Mexico City',
      section: { slug: 'politics', title: 'Politics' },
      access: 'public',
    });
    expect(summary.bylines.length).toBeGreaterThan(0);
    const { decision, blocks } = await readArticle({
      summary,
      reader: anonymous,
      now: new Date('2036-01-15T12:00:00Z'),
    });
    expect(decision).toEqual({ kind: 'full', reason: 'public' });
    expect(blocks.filter((block) => block._type === 'block')).toHaveLength(6);
  });

  test('every article of the seed parses, and its body too', async () => {
    for (const language of ['en', 'es'] as const) {
      const count = await lake.client.fetch<number>(
        'count(*[_type == "article" && language == $language && flags.withdrawn != true])',
        {
          language,
        },
      );
      const listed = await getLatest(language, 500);
      expect(listed).toHaveLength(count);
      for (const summary of listed) {
        await readArticle({ summary, reader: { kind: 'subscriber', subscriberId: '1' }, now });
      }
    }
  });

  test.each([
    ['sections', 'environment'],
    ['topics', null],
    ['places', null],
    ['people', 'environment-desk'],
  ] as const)('a feed of %s holds what names it, the newest first', async (kind, known) => {
    const type = { sections: 'section', topics: 'topic', places: 'place', people: 'person' }[kind];
    const used = '*[_type == $type && count(*[_type == "article" && references(^._id)]) > 1][0].slug.current';
    const slug = known ?? (await lake.client.fetch<string>(used, { type }));
    const subject = await getSubject('en', kind, slug);
    if (!subject) throw new Error(`no ${kind} ${slug}`);
    expect(subject.title).not.toBe('');
    const found = await getSubjectArticles('en', subject, 0, 5);
    expect(found.length).toBeGreaterThan(1);
    for (const { id } of found) {
      expect(await lake.client.fetch('count(*[_id == $id && references($of)])', { id, of: subject.id })).toBe(
        1,
      );
    }
    const instants = found.map(({ publishedAt }) => Date.parse(publishedAt));
    expect(instants).toEqual(instants.toSorted((a, b) => b - a));
    expect(await getSubject('en', kind, 'no-such')).toBeNull();
  });

  test('the events come in order, from the asked day on, in the page’s language', async () => {
    const events = await getEvents('es', new Date('2027-05-01T00:00:00Z'));
    expect(events.map((event) => event.slug)).toEqual([
      'turtle-season-2027',
      'hurricane-season-2027',
      'grito-2027',
      'hanal-pixan-2027',
    ]);
    expect(await getEvent('es', 'spring-equinox-2027')).toMatchObject({
      title: 'Equinoccio de primavera en Chichén Itzá',
      place: { slug: 'chichen-itza' },
      allDay: true,
    });
  });

  test('at least three related articles stand under an article, whatever its section', async () => {
    const latest = await getLatest('en', 500);
    const oneOfEachSection = new Map(latest.map((article) => [article.section.id, article]));
    expect(oneOfEachSection.size).toBeGreaterThan(1);
    for (const { id } of oneOfEachSection.values()) {
      const candidates = await getRelatedCandidates('en', id);
      expect(candidates && chooseRelated(candidates, now).length).toBeGreaterThanOrEqual(3);
    }
  });

  test('sections, pages, settings and redirects of the seed parse in both languages', async () => {
    for (const language of ['en', 'es'] as const) {
      const settings = await getSettings(language);
      expect(settings.name).toBe('Riviera Maya News & Events');
      expect(settings.promptCopy.heading).toContain(settings.name);
      expect(settings.navigation).toHaveLength(7);
      for (const { slug } of settings.navigation) {
        const section = await getSubject(language, 'sections', slug);
        if (!section) throw new Error(`no section ${slug}`);
        const count = await getSubjectCount(language, section);
        expect(await getSubjectArticles(language, section, 0, 500)).toHaveLength(count);
      }
      const slugs = await lake.client.fetch<string[]>(
        '*[_type == "page" && language == $language].slug.current',
        {
          language,
        },
      );
      for (const slug of slugs) expect(await getPage(language, slug, now)).toMatchObject({ slug, language });
    }
    expect((await getSettings('en')).promptCopy).toMatchObject({
      heading: 'Discover more from Riviera Maya News & Events',
      sentence: 'Subscribe now to keep reading and get access to the full archive.',
      continueLabel: 'Continue reading',
    });
    await getRedirects();
  });

  test('a section goes on with the story before, and ends with its first', async () => {
    const { section } = await article(border);
    const all = await getSubjectArticles('en', { kind: 'sections', id: section.id }, 0, 500);
    for (const [index, { publishedAt }] of all.entries()) {
      const [next] = await getNextInSection('en', section.id, publishedAt, 1);
      expect(next?.id).toBe(all[index + 1]?.id);
    }
  });

  test('the front page follows the editor', async () => {
    const page = composeFrontPage(await getFrontPagePicks('en'), 'en', now);
    const leadId = await lake.client.fetch<string>('*[_id == "frontPage-en"][0].lead._ref');
    expect(page.lead?.id).toBe(leadId);
    expect(page.sections.length).toBeGreaterThan(0);
  });
});

describe('articles in every standing', () => {
  beforeAll(() => lake.client.mutate(standingArticles.map((document) => ({ createOrReplace: document }))));

  test('no list holds a body, an editor’s note or an article nobody may see', async () => {
    const { section } = await article('trial-open');
    const related = await getRelatedCandidates('en', 'article-trial-open');
    const page = composeFrontPage(await getFrontPagePicks('en'), 'en', now);
    const lists = [
      await getLatest('en', 500),
      await getSubjectArticles('en', { kind: 'sections', id: section.id }, 0, 500),
      related ? chooseRelated(related, now) : [],
      [...page.sections.flatMap((river) => river.articles), ...page.latest],
    ];
    for (const list of lists) {
      const text = JSON.stringify(list);
      expect(list.length).toBeGreaterThan(0);
      for (const never of [
        '"body"',
        'canary',
        'editorNote',
        'trial-withdrawn',
        'trial-held',
        'trial-broken',
      ]) {
        expect(text).not.toContain(never);
      }
    }
    expect(JSON.stringify(lists.slice(2))).not.toContain('trial-embargoed');
  });

  test('withdrawn is found and says so; held and embargoed are held back', async () => {
    expect((await article('trial-withdrawn')).withdrawn).toBe(true);
    expect(isHeldBack(await article('trial-held'), now)).toBe(true);
    expect(isHeldBack(await article('trial-embargoed'), now)).toBe(true);
    expect(isHeldBack(await article('trial-embargoed'), new Date('2031-01-01T00:00:00Z'))).toBe(false);
  });

  test('an article that breaks the schema fails on its own page; lists log its id and go on', async () => {
    await expect(getArticle('en', 'trial-broken')).rejects.toThrow(BadDocument);
    const warned = vi.spyOn(log, 'warn');
    await getLatest('en', 500);
    const line = { event: 'content.bad-document-skipped', id: 'article-trial-broken' };
    expect(warned).toHaveBeenCalledWith(expect.objectContaining(line));
  });

  test('a preview holds nothing of what a subscriber reads below the break', async () => {
    const summary = await article('trial-gated');
    const gated = await readArticle({ summary, reader: anonymous, now });
    expect(gated.decision).toEqual({ kind: 'preview', reason: 'subscribers-only' });
    expect(JSON.stringify(gated)).not.toContain('canary');
    const whole = await readArticle({ summary, reader: { kind: 'subscriber', subscriberId: '1' }, now });
    expect(JSON.stringify(whole.blocks)).toContain('canary');
    expect(decideAccess(summary, anonymous, { enabled: false, days: 1 }, now).kind).toBe('preview');
  });

  test('a body’s links lead only to what a reader may see; unsafe and unknown parts are inert', async () => {
    const { blocks } = await readArticle({ summary: await article('trial-open'), reader: anonymous, now });
    const [words] = blocks;
    if (words?._type !== 'block') throw new Error('the text comes first');
    expect(words.markDefs).toEqual([
      { _type: 'link', _key: 'safe', href: 'https://example.org/' },
      { _type: 'link', _key: 'unsafe', href: null },
      { _type: 'articleLink', _key: 'seen', slug: border },
      { _type: 'articleLink', _key: 'unseen', slug: null },
    ]);
    expect(blocks.map((block) => block._type)).toEqual([
      'block',
      'factBox',
      'table',
      'pullQuote',
      'relatedLink',
      'correctionNote',
    ]);
  });

  test('a translation is known from both sides; an old slug leads to the new', async () => {
    const languages = (await getTranslations('article-trial-open')).map((one) => [one.language, one.slug]);
    expect(languages.toSorted()).toEqual([
      ['en', 'trial-open'],
      ['es', 'trial-abierto'],
    ]);
    expect((await getMovedArticles('en', 'trial-before')).map(({ slug }) => slug)).toEqual(['trial-open']);
    expect(await getMovedArticles('es', 'trial-before')).toEqual([]);
  });

  test('the wall, the meter and gifts have the editors’ words and rules in both languages', async () => {
    const [en, es] = [await getSettings('en'), await getSettings('es')];
    expect([en.freeArticles, en.gift]).toEqual([3, { perMonth: 10, lifetimeDays: 7 }]);
    expect([es.freeArticles, es.gift]).toEqual([en.freeArticles, en.gift]);
    expect(en.wallCopy).toMatchObject({ signInLabel: 'Sign in', continueLabel: 'Continue reading' });
    expect(es.wallCopy).toMatchObject({ signInLabel: 'Inicia sesión', continueLabel: 'Seguir leyendo' });
    expect([en.giftCopy.button, es.giftCopy.button]).toEqual(['Give this article', 'Regalar este artículo']);
  });

  test('where nothing old is withheld, the prompt promises no archive', async () => {
    const setRule = (enabled: boolean) =>
      lake.client.patch('siteSettings').set({ 'archiveRule.enabled': enabled }).commit();
    await setRule(false);
    const { promptCopy, formCopy } = await getSettings('en');
    await setRule(true);
    expect(promptCopy.sentence).toBe(formCopy.sentence);
    expect(promptCopy.sentence).not.toContain('archive');
    expect((await getSettings('en')).promptCopy.sentence).toContain('full archive');
  });

  test('the lists that a subscriber can choose are known in both languages, with the ones for whoever does not', async () => {
    const lists = await getNewsletterLists();
    expect(lists.map(({ language, cadence }) => `${language} ${cadence}`).toSorted()).toEqual(
      ['en', 'es'].flatMap((language) =>
        ['daily', 'instant', 'weekly'].map((cadence) => `${language} ${cadence}`),
      ),
    );
    expect(lists.filter((list) => list.isDefault).map((list) => list.id)).toEqual([
      'newsletterList-daily-en',
      'newsletterList-daily-es',
    ]);
    expect(lists.find((list) => list.id === 'newsletterList-weekly-es')?.titles.es).toBe(
      'La carta del domingo, en español',
    );
  });

  test('every list of the seed has its hour, its day and its zone; one that is not whole sends nothing', async () => {
    await lake.client.createOrReplace({
      ...{ _id: 'newsletterList-broken', _type: 'newsletterList', title: { en: 'Broken', es: 'Rota' } },
      ...{ language: 'en', cadence: 'weekly', hour: 9, timeZone: 'America/Cancun' },
    });
    const lists = await getScheduledLists();
    expect(lists.map(({ id, hour, weekday, timeZone }) => [id, hour, weekday, timeZone])).toEqual([
      ['newsletterList-daily-en', 7, null, 'America/Cancun'],
      ['newsletterList-daily-es', 7, null, 'America/Cancun'],
      ['newsletterList-instant-en', 0, null, 'America/Cancun'],
      ['newsletterList-instant-es', 0, null, 'America/Cancun'],
      ['newsletterList-weekly-en', 9, 0, 'America/Cancun'],
      ['newsletterList-weekly-es', 9, 0, 'America/Cancun'],
    ]);
    await lake.client.delete('newsletterList-broken');
  });

  test('articles that came out in a time are found whatever dates they have, with what newsletters ask of them', async () => {
    const written = (name: string, given: Record<string, unknown>) => ({
      ...standingArticles.find(({ _id }) => _id === 'article-trial-open'),
      ...{ _id: `article-mailed-${name}`, _type: 'article', slug: { current: `mailed-${name}` } },
      ...{ firstPublishedAt: '2024-03-01T12:00:00Z', publishedAt: '2024-03-01T12:00:00Z', ...given },
    });
    const lists = [{ _type: 'reference', _ref: 'newsletterList-daily-en', _key: 'd' }];
    await lake.client.mutate(
      [
        written('first', { newsletter: { lists, subject: 'A subject' } }),
        written('embargo', {
          firstPublishedAt: '2023-01-01T00:00:00Z',
          embargoUntil: '2024-03-01T18:00:00Z',
        }),
        written('imported', { firstPublishedAt: undefined, newsletter: { send: false } }),
        written('elsewhere', { firstPublishedAt: '2024-02-29T20:00:00-08:00' }),
        written('far-east', { firstPublishedAt: '2024-03-02T05:00:00+09:00' }),
        written('before', { firstPublishedAt: '2024-02-20T00:00:00Z', publishedAt: '2024-02-20T00:00:00Z' }),
      ].map((document) => ({ createOrReplace: document })),
    );
    const found = await getArticlesOut(new Date('2024-03-01T00:00:00Z'), new Date('2024-03-02T00:00:00Z'));
    expect(found.map(({ id, send, lists }) => [id.slice(15), send, lists]).toSorted()).toEqual([
      ['elsewhere', true, []],
      ['embargo', true, []],
      ['far-east', true, []],
      ['first', true, ['newsletterList-daily-en']],
      ['imported', false, []],
    ]);
    const ids = ['article-mailed-imported', 'article-mailed-first', 'article-never-was'];
    const articles = await getEditionArticles(ids, 'en');
    expect(articles.map(({ summary, subject }) => [summary.id, subject])).toEqual([
      ['article-mailed-imported', null],
      ['article-mailed-first', 'A subject'],
    ]);
    expect(JSON.stringify(articles)).not.toContain('"body"');
    const standings = await getStandings([
      'article-trial-held',
      'article-trial-withdrawn',
      'article-never-was',
    ]);
    expect(standings.map(({ legalHold, withdrawn }) => [legalHold, withdrawn])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('there is a difference between nothing and no answer', async () => {
    expect(await getArticle('en', 'never-was')).toBeNull();
    expect(await getArticle('es', `${border}-x`)).toBeNull();
    expect(await getSubject('en', 'sections', 'never-was')).toBeNull();
    expect(await getPage('en', 'never-was', now)).toBeNull();
    expect(await getRelatedCandidates('en', 'article-never-was')).toBeNull();
  });
});
