import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { test } from './fixtures/newsletter-reader.ts';
import { askAsSubscriber, codeIn } from './fixtures/subscriber.ts';
import { subscribeHere } from './fixtures/subscribing.ts';
import { expect } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { closedArticles, Wall } from './pages/wall.ts';

const pages = {
  front: '/',
  'Spanish front': '/es',
  article: borderArticle,
  'Spanish article': '/es/articles/ee-uu-exige-a-mexico-resultados-en-seguridad-fronteriza',
  'subscribers’ article': '/articles/foreign-buyers-and-the-bank-trust',
  'article of every block': '/articles/where-the-sky-is-born',
  section: '/sections/environment',
  topic: '/topics/reef',
  place: '/es/places/tulum',
  person: '/people/environment-desk',
  archive: '/archive',
  'most read': '/most-read',
  month: '/es/archive/2026/01',
  events: '/events',
  search: '/search?q=Mexico&language=all&sort=newest',
  'Spanish search that finds nothing': '/es/search?q=xyzzyplugh',
  event: '/es/events/hanal-pixan-2027',
  'live coverage': '/live/last-stretch-of-hurricane-season',
  page: '/pages/about',
  subscribe: '/subscribe',
  confirm: `/confirm?token=${'A'.repeat(43)}`,
  'sign-in': '/sign-in',
  'Spanish sign-in with a fault': '/es/sign-in?result=invalid',
  'dead sign-in link': `/sign-in?token=${'A'.repeat(43)}`,
  'dead newsletter link': '/unsubscribe?token=x',
  'not found': '/articles/nothing-of-the-kind',
  'article without its cookie': '/continue?article=foreign-buyers-and-the-bank-trust',
  withdrawn: '/articles/ferry-timetable-winter',
  'unreadable address': '/%',
};

async function faultsOf(page: Page, rules: string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** Whatever axe finds on a page as it stands, in both schemes, and how far it is wider than its window. */
async function expectNoFaults(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await faultsOf(page), `${width} px`).toEqual([]);
    const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(room, `${width} px: wider than the window`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faultsOf(page, ['color-contrast']), 'in the dark').toEqual([]);
}

test.use({ expectedConsole: statusNotice(400, 404, 410, 422) });

for (const [name, path] of Object.entries(pages)) {
  test(`the ${name} page has no fault that axe can find, at 320 px and in the dark too, and never scrolls sideways`, async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectNoFaults(page);
  });
}

test('nor have the pages of the code, the account and its deletion', async ({
  page,
  inbox,
  freshAddress,
}) => {
  const signInPage = new SignInPage(page);
  const mail = await askAsSubscriber(page, inbox, freshAddress);
  await expect(signInPage.code).toBeVisible();
  await expectNoFaults(page);
  await signInPage.typeCode(codeIn(mail));
  for (const path of ['/account', '/es/account', '/account/delete']) {
    await page.goto(path);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectNoFaults(page);
  }
});

test('nor have the pages of leaving and choosing newsletters, before and after', async ({ page, reader }) => {
  for (const path of ['/preferences', '/es/preferences', '/es/unsubscribe', '/unsubscribe']) {
    await page.goto(`${path}?token=${reader.token}`);
    await page.emulateMedia({ colorScheme: 'light' });
    await expectNoFaults(page);
  }
  await page.getByRole('button', { name: 'Stop all newsletters' }).click();
  await expect(page.getByLabel('In your own words')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoFaults(page);
});

test('nor has the prompt while it is open', async ({ page }) => {
  const article = new ArticlePage(page);
  await page.clock.install();
  await article.open();
  await article.isAwake();
  await page.clock.fastForward('01:01');
  await expect(article.prompt).toBeVisible();
  await expectNoFaults(page);
});

test('nor have the wall when nothing is left, a text that was opened as a free one, and the page of a gift', async ({
  page,
  inbox,
  freshAddress,
}) => {
  const wall = new Wall(page);
  for (const path of [closedArticles.sandbar, closedArticles.canal, closedArticles.trust]) {
    await page.goto(path);
    await wall.continueReading.click();
    await expect(wall.gated).toContainText('of 3 free articles left this month');
  }
  await expectNoFaults(page);
  await page.goto(closedArticles.train);
  await expect(wall.region).toContainText('You have used this month’s free articles');
  await expectNoFaults(page);
  await subscribeHere(page, inbox, freshAddress);
  await wall.give.click();
  await expect(page.getByLabel('The link to send')).toBeVisible();
  await expectNoFaults(page);
});
