import { join } from 'node:path';
import { expect, type Locator, type Page } from 'playwright/test';

/** A photograph of a reef, as an editor has it on the desk. */
export const seedPicture = join(import.meta.dirname, '../../sanity/seed/images/reef-garden.jpg');

/** Where things are in Studio, and the few moves that an editor makes all day. */
export class Studio {
  readonly page: Page;
  readonly headline: Locator;
  readonly standfirst: Locator;
  readonly slug: Locator;
  readonly body: Locator;
  readonly publish: Locator;
  readonly menu: Locator;
  readonly dialog: Locator;
  readonly history: Locator;

  constructor(page: Page) {
    this.page = page;
    this.headline = page.getByLabel('Headline', { exact: true });
    this.standfirst = page.getByLabel('Standfirst', { exact: true });
    this.slug = page.getByTestId('field-slug').getByRole('textbox');
    this.body = page.getByTestId('field-body').getByRole('textbox');
    this.publish = page.getByRole('button', { name: 'Publish', exact: true });
    this.menu = page.getByTestId('action-menu-button');
    this.dialog = page.getByRole('dialog').last();
    this.history = page.getByRole('complementary');
  }

  async open(type: string, id: string): Promise<void> {
    await this.page.goto(`/studio/intent/edit/id=${id};type=${type}/`);
    // Its actions are not offered before it is known who may do what.
    await this.page.getByTestId('pane-footer-document-status').waitFor();
  }

  /** Begins a document under an id of the test's own. */
  async begin(type: string, id: string): Promise<void> {
    await this.page.goto(`/studio/intent/edit/id=${id};type=${type}/`);
    await this.page.getByTestId('form-view').waitFor();
    // The form is there before Studio keeps what is typed into it; its actions come after.
    await this.publish.waitFor();
  }

  async choose(action: string): Promise<void> {
    await this.menu.click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  async openHistory(): Promise<void> {
    await this.page.getByTestId('pane-footer-document-status').click();
    await this.history.getByRole('tab', { name: 'History' }).click();
  }

  field(path: string): Locator {
    return this.page.getByTestId(`field-${path}`);
  }

  async openGroup(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async chooseReference(field: Locator, name: string): Promise<void> {
    await field.getByRole('combobox').fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  /** Puts a block of the type at the end of the text; its fields are in the dialog that opens. */
  async insertBlock(type: string): Promise<Locator> {
    const item = this.page.getByTestId(`${type}-insert-menu-button`).filter({ visible: true }).first();
    if (!(await item.isVisible())) {
      await this.page.getByTestId('field-body').getByTestId('insert-menu-button').click();
    }
    await item.click();
    await this.dialog.waitFor();
    return this.dialog;
  }

  async closeDialog(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Close dialog' }).first().click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** The picture of another person at a field. */
  presenceOf(name: string): Locator {
    return this.page.getByTestId('document-panel-scroller').getByLabel(name, { exact: true }).first();
  }

  /**
   * Puts the cursor at the end of a paragraph by a click beside its last word. A click and then a key would be too
   * quick: the editor takes up the click a moment later and moves the cursor back.
   */
  async caretAfter(words: string): Promise<void> {
    const text = this.body.getByText(words);
    await text.scrollIntoViewIfNeeded();
    const box = await text.boundingBox();
    if (!box) throw new Error(`"${words}" is nowhere to be seen`);
    await this.page.mouse.click(box.x + box.width + 20, box.y + box.height / 2);
  }

  /** What stands in the body, without the marks that hold the carets of others. */
  async bodyText(): Promise<string> {
    return ((await this.body.textContent()) ?? '').replaceAll('\uFEFF', '');
  }

  revision(name: RegExp): Locator {
    return this.history.getByRole('option', { name }).getByTestId('timeline-item-button');
  }

  async signIn(secret: string): Promise<void> {
    await this.page.goto('/studio');
    await this.page.getByText('Local account').click();
    await this.page.getByLabel('Secret').fill(secret);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.getByRole('link', { name: 'Articles' }).waitFor();
  }

  async newArticle(): Promise<void> {
    await this.page.goto('/studio/structure/articles;in-en');
    await this.page.getByRole('link', { name: 'Article in this language' }).first().click();
    await this.headline.waitFor();
  }

  async uploadHero(alt: string): Promise<void> {
    const field = this.page.getByTestId('field-hero');
    await field.locator('input[type=file]').first().setInputFiles(seedPicture);
    const words = field.getByLabel('Alternative text');
    await expect(words).toBeEditable({ timeout: 60_000 });
    await words.fill(alt);
  }

  async chooseByline(name: string): Promise<void> {
    await this.page.getByTestId('field-bylines').getByRole('button', { name: 'Add item' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('combobox').first().fill(name);
    await this.page.getByRole('option', { name }).first().click();
    await dialog.getByRole('button', { name: /close/i }).first().click();
  }

  async chooseSection(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Section' }).fill(name);
    await this.page.getByRole('option', { name }).first().click();
  }

  async publishNow(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(this.publish).toBeEnabled({ timeout: 30_000 });
    await this.publish.click();
  }

  /** Studio offers it where the published version is looked at. */
  async unpublishNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Published', exact: true }).click();
    await this.page.getByRole('button', { name: 'Unpublish', exact: true }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Unpublish now' }).click();
  }

  async deleteNow(): Promise<void> {
    await this.page.getByRole('button', { name: 'Draft', exact: true }).click();
    await this.menu.click();
    await this.page.getByRole('menuitem', { name: 'Delete' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Delete document' }).click();
  }
}
