import type { Locator, Page } from 'playwright/test';

/** Where things are on the pages of the sign-in: locators, no opinions. */
export class SignInPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly address: Locator;
  readonly ask: Locator;
  readonly code: Locator;
  readonly sendCode: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.address = page.getByLabel('E-mail address');
    this.ask = page.getByRole('button', { name: 'Send me a link and a code' });
    this.code = page.getByLabel('Six-digit code');
    this.sendCode = page.getByRole('button', { name: 'Sign in', exact: true });
    this.problem = page.getByRole('main').getByRole('alert');
  }

  async askFor(address: string, path = '/sign-in'): Promise<void> {
    await this.page.goto(path);
    await this.address.fill(address);
    await this.ask.click();
  }

  async typeCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.sendCode.click();
  }
}
