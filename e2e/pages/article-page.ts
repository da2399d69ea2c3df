import type { Locator, Page } from 'playwright/test';

export const borderArticle = '/articles/us-presses-mexico-for-border-security-results';

/** Where things are on an article: locators, no opinions. */
export class ArticlePage {
  readonly page: Page;
  readonly headline: Locator;
  readonly article: Locator;
  readonly paragraphs: Locator;
  readonly inlineForm: Locator;
  readonly related: Locator;
  readonly prompt: Locator;
  readonly thanks: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.getByRole('heading', { level: 1 });
    this.article = page.getByRole('main').getByRole('article').first();
    this.paragraphs = page.locator('[data-article-body] p');
    this.inlineForm = page.locator('form[data-subscribe-form]');
    this.related = page.getByRole('region', { name: 'Related stories' });
    this.prompt = page.getByRole('dialog').filter({ has: page.locator('form') });
    this.thanks = page.locator('#subscribed [role=status]');
  }

  async open(path = borderArticle): Promise<void> {
    await this.page.goto(path);
  }

  /** Once its form listens to scripts, so does the prompt. */
  async isAwake(): Promise<void> {
    await this.page.locator('form[data-subscribe-form][novalidate]').first().waitFor({ state: 'attached' });
  }
}
