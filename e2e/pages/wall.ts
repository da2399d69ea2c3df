import type { Locator, Page } from 'playwright/test';

/** Closed to whoever does not subscribe: two by their access, two by the archive rule. */
export const closedArticles = {
  trust: '/articles/foreign-buyers-and-the-bank-trust',
  sandbar: '/articles/how-a-sandbar-became-cancun',
  canal: '/articles/the-canal-at-muyil',
  train: '/articles/from-merida-to-bicentennial',
} as const;

/** The one with a paywall break, some words above it and the last ones below. */
export const trustArticle = {
  path: closedArticles.trust,
  id: 'article-foreign-buyers-and-the-bank-trust',
} as const;

/** The wall and what it hides: locators, no opinions. */
export class Wall {
  readonly page: Page;
  readonly region: Locator;
  readonly form: Locator;
  readonly signIn: Locator;
  readonly continueReading: Locator;
  /** Around the wall for whoever is closed out, around the rest of the text for whoever is not. */
  readonly gated: Locator;
  readonly give: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.locator('#wall');
    this.form = this.region.locator('form[data-subscribe-form]');
    this.signIn = this.region.getByRole('link', { name: 'Sign in' });
    this.continueReading = this.region.getByRole('button', { name: 'Continue reading' });
    this.gated = page.locator('.gated');
    this.give = page.getByRole('button', { name: 'Give this article' });
  }
}
