import type { FrameLocator, Locator, Page } from 'playwright/test';

/**
 * Before the sign-in nobody is known; what Studio asks of Sanity's own hosts is not there without the cloud.
 * Presentation also listens for a secret of one hosting company, without a token.
 */
export const ofPresentation =
  /status of (?:401|404)|sanity\.io|sanity-cdn\.com|Failed to fetch version|Content Security Policy|Failed to load resource|EventSource connection failed|WebSocket is already in CLOSING/;

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
