import { expect, type Locator } from 'playwright/test';
import { type Studio, seedPicture } from './studio.ts';

type PictureWords = { alt: string; caption: string; credit: string };

/** The text of the open document: what an editor does with its words, and with the blocks between them. */
export class StudioText {
  readonly studio: Studio;
  readonly toolbar: Locator;
  readonly annotation: Locator;

  constructor(studio: Studio) {
    this.studio = studio;
    this.toolbar = studio.field('body').getByTestId('pt-editor__toolbar-card');
    this.annotation = studio.page.getByTestId('popover-edit-dialog');
  }

  /** Ends a paragraph and begins the next. */
  async newParagraph(words: string): Promise<void> {
    await this.studio.page.keyboard.press('Enter');
    await this.studio.page.keyboard.type(words);
  }

  async chooseStyle(style: 'h2' | 'h3' | 'blockquote'): Promise<void> {
    await this.toolbar.getByTestId('block-style-select').click();
    await this.studio.page.getByTestId(`text-style--${style}`).click();
  }

  /** Types words under a mark that a key turns on and off again. */
  async typeMarked(words: string, key: 'b' | 'i'): Promise<void> {
    await this.studio.page.keyboard.press(`ControlOrMeta+${key}`);
    await this.studio.page.keyboard.type(words);
    await this.studio.page.keyboard.press(`ControlOrMeta+${key}`);
  }

  /** Makes a link of the word at the cursor; where it leads is asked in the annotation that opens. */
  async linkWord(kind: 'Link' | 'Link to an article'): Promise<void> {
    await this.press(kind);
    await this.annotation.waitFor();
  }

  /** Closes the annotation; the cursor is behind its words. */
  async leaveLink(): Promise<void> {
    await this.annotation.getByTestId('close-popover-edit-dialog-button').click();
    await this.annotation.waitFor({ state: 'hidden' });
    await expect(this.studio.body).toBeFocused();
    await this.studio.page.keyboard.press('ArrowRight');
  }

  async press(button: string): Promise<void> {
    // The toolbar holds each button once more, out of sight, to measure what fits.
    await this.toolbar.getByRole('button', { name: button, exact: true }).first().click();
  }

  async fillPicture({ alt, caption, credit }: PictureWords): Promise<void> {
    const { dialog } = this.studio;
    await dialog.locator('input[type=file]').first().setInputFiles(seedPicture);
    const words = dialog.getByLabel('Alternative text');
    await expect(dialog.getByRole('button', { name: 'Open image edit dialog' })).toBeVisible({
      timeout: 60_000,
    });
    await words.fill(alt);
    await dialog.getByLabel('Caption').fill(caption);
    await dialog.getByLabel('Credit').fill(credit);
  }

  async addItem(): Promise<void> {
    await this.studio.dialog.getByRole('button', { name: 'Add item' }).click();
  }

  /** From a part of a block back to the block. */
  async backTo(title: string): Promise<void> {
    await this.studio.dialog.getByRole('button', { name: title, exact: true }).click();
  }

  async fillRow(cells: string[]): Promise<void> {
    for (const [index, words] of cells.entries()) {
      await this.addItem();
      const cell = this.studio.dialog.getByTestId('string-input').nth(index);
      await expect(cell).toBeFocused();
      await cell.fill(words);
    }
  }
}
