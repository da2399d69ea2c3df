import type { Page } from 'playwright/test';

/** A page of live coverage, whose clock is the test's: new updates are asked for when it says so. */
export class LivePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get state() {
    return this.page.locator('main').getByText(/^(?:Live|This coverage has ended)$/);
  }

  get news() {
    return this.page.getByRole('status');
  }

  get updates() {
    return this.page.locator('main').getByRole('article');
  }

  get moments() {
    return this.page.getByRole('navigation', { name: 'Key moments' });
  }

  update(headline: string) {
    return this.updates.filter({ has: this.page.getByRole('heading', { name: headline, exact: true }) });
  }

  async open(path: string): Promise<void> {
    await this.page.clock.install();
    await this.page.goto(path);
  }

  /** As long as an open page waits before it asks again. */
  async wait(): Promise<void> {
    await this.page.clock.fastForward('00:16');
  }
}
