import { openLake } from './fixtures/lake.ts';
import { MovedClock } from './fixtures/moved-clock.ts';
import { openRows } from './fixtures/reader-rows.ts';
import { planStack, removeStack, startStack } from './fixtures/stack.ts';
import { expect, test } from './fixtures/test.ts';
import { ask } from './leak/ask.ts';
import { hostileHeaders } from './leak/hostile-headers.ts';
import { leaksOf, missingIn, type Trick } from './leak/leaks.ts';
import { plant } from './leak/plant.ts';

const pageData = { rsc: '1' };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test('the archive rule closes an article at its instant, in the cache too, and 91 days end a session', async () => {
  test.setTimeout(240_000);
  const ahead = await planStack();
  const clock = new MovedClock(ahead);
  await clock.setAhead(0);
  const stack = startStack(ahead, clock.under);
  try {
    await stack.ready;
    const theirs = await openRows(ahead);
    const closesIn = 1.5 * hourMs;
    const planted = await plant(await openLake(ahead), new Date(Date.now() - 365 * dayMs + closesIn));
    const closing = planted.articles.filter(({ name }) => name.startsWith('archived'));
    const { cookie } = await theirs.addReader();
    const anonymously = closing.flatMap(({ path, slug }): Trick[] => [
      { name: 'page', path },
      { name: 'page data', path, headers: pageData },
      ...hostileHeaders({ slug, path }).map((trick) => ({ ...trick, path })),
    ]);
    const clockOf = async () => Date.parse((await ask(ahead.siteUrl, { path: '/' })).headers.date ?? '');
    const move = async (hours: number) => {
      await clock.setAhead(hours);
      await expect.poll(clockOf).toBeGreaterThan(Date.now() + hours * hourMs - 60_000);
    };

    // A minute before its end the article is open to all and in the cache, with minutes of its lifetime left.
    await move(1.48);
    for (const { path, gated } of closing)
      for (const headers of [{}, pageData])
        expect(await missingIn(ahead.siteUrl, { path, headers }, gated), path).toEqual([]);
    expect((await leaksOf(ahead.siteUrl, planted, anonymously)).length).toBeGreaterThan(50);
    await move(1.52);
    expect(await leaksOf(ahead.siteUrl, planted, anonymously)).toEqual([]);
    for (const { path, gated } of closing)
      expect(await missingIn(ahead.siteUrl, { path, headers: { cookie } }, gated), path).toEqual([]);

    const asSubscriber = closing.map(({ path }): Trick => ({ name: 'too late', path, headers: { cookie } }));
    await move(92 * 24);
    expect(await leaksOf(ahead.siteUrl, planted, asSubscriber)).toEqual([]);
    await theirs.close();
  } finally {
    await stack.stop();
    await removeStack(ahead);
  }
});
