import type { Locator, Page } from 'playwright/test';

/** Where the ranks of the front page are. */
export class FrontPage {
  /** The headlines that an editor has placed: the lead, then its seconds. */
  readonly ranked: Locator;
  readonly rivers: Locator;
  readonly latest: Locator;

  constructor(page: Page) {
    const text = page.getByRole('main');
    this.ranked = text.getByRole('article').getByRole('heading', { level: 2 }).getByRole('link');
    this.rivers = text.locator('section[aria-labelledby^="river-"]');
    this.latest = text.getByRole('region', { name: /^(Latest|Lo más reciente)$/ });
  }
}
