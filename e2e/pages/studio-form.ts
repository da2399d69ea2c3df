import { expect } from 'playwright/test';
import type { Studio } from './studio.ts';

/** The fields of the open document, by the path under which the lake keeps them. */
export class StudioForm {
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }

  async write(values: Record<string, string>): Promise<void> {
    for (const [path, words] of Object.entries(values)) {
      const box = this.studio.field(path).locator('input, textarea').last();
      await box.fill(words);
      // A date is taken over when its box is left.
      await box.press('Tab');
    }
  }

  async tick(label: string): Promise<void> {
    await this.studio.page.getByLabel(label, { exact: true }).click();
  }

  async choose(path: string, option: string): Promise<void> {
    await this.studio.field(path).getByLabel(option, { exact: true }).click();
  }

  async select(path: string, option: string): Promise<void> {
    await this.studio.field(path).getByRole('combobox').selectOption(option);
  }

  async refer(label: string, name: string): Promise<void> {
    const { page } = this.studio;
    const box = page.getByRole('combobox', { name: label, exact: true });
    const option = page.getByRole('option', { name }).first();
    // A document that has just been opened may not search yet for what is typed: who finds nothing types once more.
    await expect(async () => {
      await box.fill('');
      await box.fill(name);
      await option.waitFor({ timeout: 5_000 });
    }).toPass({ timeout: 30_000 });
    await option.click();
  }

  async addReference(path: string, name: string): Promise<void> {
    const field = this.studio.field(path);
    await field.getByRole('button', { name: 'Add item' }).click();
    await this.studio.chooseReference(field, name);
  }

  async generateSlug(): Promise<void> {
    await this.studio.field('slug').getByRole('button', { name: 'Generate' }).click();
  }
}
