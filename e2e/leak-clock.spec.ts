import { openLake } from './fixtures/lake.ts';
import { MovedClock } from './fixtures/moved-clock.ts';
import { openRows, type Rows } from './fixtures/reader-rows.ts';
import { planStack, removeStack, startStack } from './fixtures/stack.ts';
import { expect, test } from './fixtures/test.ts';
import { ask } from './leak/ask.ts';
import { openGiftOf, spendMeterOn } from './leak/genuine-cookies.ts';
import { hostileHeaders } from './leak/hostile-headers.ts';
import { leaksOf, missingIn, type Trick, trying } from './leak/leaks.ts';
import { plant } from './leak/plant.ts';

const pageData = { rsc: '1' };
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

test('the archive rule closes an article at its instant, in the cache too, and time ends sessions, meters and gifts', async () => {
  test.setTimeout(240_000);
  const ahead = await planStack();
  const clock = new MovedClock(ahead);
  await clock.setAhead(0);
  const stack = startStack(ahead, clock.under);
  let theirs: Rows | null = null;
  try {
    await stack.ready;
    theirs = await openRows(ahead);
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

    const [first, second] = closing;
    if (!first || !second) throw new Error('Too few articles were planted');
    const meter = await spendMeterOn(ahead.siteUrl, first);
    const gift = (await openGiftOf(ahead.siteUrl, second, { cookie })).cookie;
    const tooLate = [cookie, meter, gift].flatMap((held) =>
      trying('too late', [first.path, second.path], [{ cookie: held }, { cookie: held, ...pageData }]),
    );
    expect((await leaksOf(ahead.siteUrl, planted, tooLate)).length).toBe(8);
    await move(92 * 24);
    expect(await leaksOf(ahead.siteUrl, planted, tooLate)).toEqual([]);
  } finally {
    await theirs?.close();
    await stack.stop();
    await removeStack(ahead);
  }
});
