import type { Locator, Page } from 'playwright/test';

/** A list over pages: of a section, a topic, a place, a person or a month. */
export class ListPage {
  readonly stories: Locator;
  readonly #paging: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.stories = main.getByRole('article').getByRole('heading', { level: 2 });
    this.#paging = main.getByRole('navigation');
  }

  pageLink(name: string): Locator {
    return this.#paging.getByRole('link', { name, exact: true });
  }
}
