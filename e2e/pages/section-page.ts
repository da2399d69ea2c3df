import type { Locator, Page } from 'playwright/test';

export class SectionPage {
  readonly stories: Locator;
  readonly #paging: Locator;

  constructor(page: Page) {
    this.stories = page.getByRole('main').getByRole('article').getByRole('heading', { level: 2 });
    this.#paging = page.getByRole('navigation', { name: 'Pages of this section' });
  }

  pageLink(name: string): Locator {
    return this.#paging.getByRole('link', { name, exact: true });
  }
}
