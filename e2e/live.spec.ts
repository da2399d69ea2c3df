import { writeCoverage } from './fixtures/live-coverage.ts';
import { expect, test } from './fixtures/test.ts';
import { LivePage } from './pages/live-page.ts';

const demo = '/live/last-stretch-of-hurricane-season';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader finds the demo coverage ended, its pinned update first, and goes by its key moments', async ({
    page,
  }) => {
    await page.goto(demo);
    const live = new LivePage(page);
    await expect(live.state).toHaveText('This coverage has ended');
    await expect(live.updates.first()).toContainText('Where Official Warnings Come From');
    await expect(live.updates.nth(1)).toContainText('What Comes Next');
    await live.moments.getByRole('link', { name: /Ten Days Are Left/ }).click();
    await expect(page).toHaveURL(`${demo}#update-liveUpdate-ten-days-left`);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data).toMatchObject({
      ...{ '@type': 'LiveBlogPosting', headline: 'The Last Stretch of Hurricane Season, in Short Notes' },
      ...{ coverageStartTime: '2026-11-20T13:00:00Z', coverageEndTime: '2026-11-24T15:00:00Z' },
    });
    expect(data.liveBlogUpdate[1]).toMatchObject({ '@type': 'BlogPosting', headline: 'What Comes Next' });
    expect(data.liveBlogUpdate[1].articleBody).toContain('nortes');
  });

  test('a long coverage has pages, and a shared link finds its update on whichever it stands by now', async ({
    page,
    lake,
  }) => {
    const coverage = await writeCoverage(lake, 'a-long-day', { count: 30, keyMoment: 1 });
    try {
      await page.goto(coverage.path);
      await expect(page.getByRole('navigation', { name: 'Pages of this coverage' })).toHaveCount(0);
      const link = page.getByRole('link', { name: 'Link to this update: Update 1', exact: true });
      const shared = (await link.getAttribute('href')) ?? '';
      await page.goto(shared);
      await expect(page).toHaveURL(`${coverage.path}#update-${coverage.updateId(1)}`);
      await coverage.add(31);
      await expect.poll(async () => (await page.request.get(coverage.path)).text()).toContain('Update 31');
      await page.goto(shared);
      await expect(page).toHaveURL(`${coverage.path}/page/2#update-${coverage.updateId(1)}`);
      const live = new LivePage(page);
      await expect(live.updates).toHaveCount(1);
      await page.getByRole('link', { name: 'Newer updates' }).click();
      await expect(live.updates).toHaveCount(30);
      await live.moments.getByRole('link', { name: /Update 1/ }).click();
      await expect(page).toHaveURL(`${coverage.path}/page/2#update-${coverage.updateId(1)}`);
    } finally {
      await coverage.remove();
    }
  });

  test('what does not exist is a 404: a coverage, its page, its signal, an update', async ({ request }) => {
    for (const path of ['/live/nothing', '/es/live/nothing', '/live/nothing/updates.json'])
      expect((await request.get(path)).status(), path).toBe(404);
    for (const path of [`${demo}/page/2`, `${demo}/page/1`, `${demo}/updates/nothing`])
      expect((await request.get(path)).status(), path).toBe(404);
  });
});

test('a new update is announced, nothing moves until the reader goes to it, and it stands on top', async ({
  page,
  lake,
}) => {
  const coverage = await writeCoverage(lake, 'a-new-one');
  const live = new LivePage(page);
  try {
    await live.open(coverage.path);
    const before = await live.update('Update 3').boundingBox();
    await coverage.add(4);
    await expect.poll(async () => (await page.request.get(coverage.path)).text()).toContain('Update 4');
    await live.wait();
    await expect(live.news).toHaveText('1 new update');
    await expect(live.update('Update 4')).toHaveCount(0);
    await coverage.add(5);
    await expect.poll(async () => (await page.request.get(coverage.path)).text()).toContain('Update 5');
    await live.wait();
    await expect(live.news).toHaveText('2 new updates');
    expect((await live.update('Update 3').boundingBox())?.x).toBe(before?.x);
    await live.news.getByRole('button').press('Enter');
    await expect(page.getByRole('heading', { name: 'Update 5' })).toBeFocused();
    await expect(live.updates).toContainText([/Update 5/, /Update 4/, /Update 3/, /Update 2/, /Update 1/]);
    await expect(live.news).toHaveText('');
    await live.wait();
    await expect(live.updates).toHaveCount(5);
  } finally {
    await coverage.remove();
  }
});

test('what comes in above the window leaves what is read where it is', async ({ page, lake }) => {
  const coverage = await writeCoverage(lake, 'far-down', { count: 12 });
  const live = new LivePage(page);
  try {
    await live.open(coverage.path);
    await live.update('Update 4').evaluate((element) => element.scrollIntoView());
    const before = await live.update('Update 4').boundingBox();
    await coverage.add(13);
    await expect.poll(async () => (await page.request.get(coverage.path)).text()).toContain('Update 13');
    await live.wait();
    await expect(live.update('Update 13')).toHaveCount(1);
    await expect(live.news).toHaveText('1 new update');
    const after = await live.update('Update 4').boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
    await live.news.getByRole('button').click();
    await expect(live.update('Update 13')).toBeInViewport();
  } finally {
    await coverage.remove();
  }
});

test('with the oldest first, new updates come in at the end; on earlier pages they are a link', async ({
  page,
  freshReader,
  lake,
}) => {
  const coverage = await writeCoverage(lake, 'from-the-start', { order: 'oldest', count: 31 });
  const [live, early] = [new LivePage(page), new LivePage(await freshReader())];
  try {
    await live.open(`${coverage.path}/page/2`);
    await early.open(coverage.path);
    // An open page first learns what there is, and then what is new.
    const asked = early.page.waitForResponse(/updates\.json$/);
    await early.wait();
    await asked;
    await coverage.add(32);
    await expect
      .poll(async () => (await page.request.get(`${coverage.path}/page/2`)).text())
      .toContain('Update 32');
    await live.wait();
    await expect(live.updates).toContainText([/Update 31/, /Update 32/]);
    await early.wait();
    await early.news.getByRole('link', { name: '1 new update' }).click();
    await expect(early.page).toHaveURL(`${coverage.path}/page/2#update-${coverage.updateId(32)}`);
  } finally {
    await coverage.remove();
  }
});

test('an open page shows what an editor mends, and takes out what is taken back', async ({ page, lake }) => {
  const coverage = await writeCoverage(lake, 'mended');
  const live = new LivePage(page);
  try {
    await live.open(coverage.path);
    await lake.patch(coverage.updateId(2)).set({ headline: 'Mended' }).commit();
    await lake.delete(coverage.updateId(1));
    await expect.poll(async () => (await page.request.get(coverage.path)).text()).toContain('Mended');
    await expect.poll(async () => (await page.request.get(coverage.path)).text()).not.toContain('Update 1');
    await live.wait();
    await expect(live.updates).toContainText([/Update 3/, /Mended/]);
    await expect(live.news).toHaveText('');
  } finally {
    await coverage.remove();
  }
});

test('an ended coverage says so in open pages, which then ask no more, and leaves the front page', async ({
  page,
  lake,
}) => {
  const coverage = await writeCoverage(lake, 'ended');
  const live = new LivePage(page);
  try {
    await expect.poll(async () => (await page.request.get('/')).text()).toContain('Coverage ended');
    await live.open(coverage.path);
    await expect(live.state).toHaveText('Live');
    await coverage.end();
    await expect
      .poll(async () => (await page.request.get(coverage.path)).text())
      .toContain('This coverage has ended');
    await live.wait();
    await expect(live.state).toHaveText('This coverage has ended');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await live.wait();
    await live.wait();
    expect(asked).toEqual([]);
    await expect.poll(async () => (await page.request.get('/')).text()).not.toContain('Coverage ended');
  } finally {
    await coverage.remove();
  }
});

test('a page in the background does not ask, and does so at once when it comes back', async ({
  page,
  lake,
}) => {
  const coverage = await writeCoverage(lake, 'in-the-background');
  const live = new LivePage(page);
  const hide = (hidden: boolean) =>
    page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  try {
    await live.open(coverage.path);
    await hide(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (let times = 0; times < 4; times += 1) await live.wait();
    expect(asked).toEqual([]);
    const back = page.waitForRequest(/updates\.json$/);
    await hide(false);
    await back;
  } finally {
    await coverage.remove();
  }
});

test('what open pages ask for is small, may stand for a moment in front of the site, and is a 304 unchanged', async ({
  request,
}) => {
  const first = await request.get(`${demo}/updates.json`);
  expect(first.headers()['cache-control']).toBe('public, max-age=0, s-maxage=5, must-revalidate');
  expect((await first.body()).length).toBeLessThan(1000);
  expect(await first.text()).not.toContain('Cozumel');
  const again = await request.get(`${demo}/updates.json`, {
    headers: { 'if-none-match': first.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
});
