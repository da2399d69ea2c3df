import type { FrameLocator, Locator, Page } from 'playwright/test';
import { anyOf, beforeSignIn, ofStudioItself } from '../fixtures/console-guard.ts';

/** Studio with its sign-in looked at, and the site in it. */
export const ofPresentation = anyOf(ofStudioItself, beforeSignIn);

/** Studio with the site in a frame beside the document. */
export class Presentation {
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly headlineInFrame: Locator;
  readonly draftBar: Locator;
  readonly leaveDrafts: Locator;
  readonly headlineField: Locator;
  readonly standfirstField: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = page.frameLocator('iframe');
    this.headlineInFrame = this.frame.getByRole('heading', { level: 1 });
    this.draftBar = this.frame.getByRole('complementary', { name: 'Drafts are shown' });
    this.leaveDrafts = this.draftBar.getByRole('button', { name: 'Leave drafts' });
    this.headlineField = page.getByLabel('Headline', { exact: true });
    this.standfirstField = page.getByLabel('Standfirst', { exact: true });
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`/studio/presentation?preview=${encodeURIComponent(path)}`);
  }

  /** Outlines lie over the page as soon as the mouse is on it, so nothing there can be pressed but by its place. */
  async click(shown: Locator): Promise<void> {
    await shown.hover({ force: true });
    await shown.click({ force: true });
  }
}
