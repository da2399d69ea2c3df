import type { Locator } from 'playwright/test';
import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';

async function drag(handle: Locator, across: number): Promise<void> {
  const box = await handle.boundingBox();
  if (!box) throw new Error('The handle is nowhere to be seen');
  const { mouse } = handle.page();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + across, y, { steps: 4 });
  await mouse.up();
}

test('the crop and the hotspot that an editor drags are what the lake keeps', async ({
  openStudio,
  lake,
}) => {
  test.setTimeout(120_000);
  const story = await writeStory(lake, 'a-hotspot-dragged');
  const image = async () => (await lake.getDocument(`drafts.${story.id}`))?.hero?.image;
  try {
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.uploadHero('Yellow fish above a reef');
    await studio.page.getByRole('button', { name: 'Open image edit dialog' }).first().click();
    const handle = (name: string) => studio.dialog.locator(`[data-handle=${name}]`).last();
    await handle('hotspot').waitFor();
    await drag(handle('crop-left'), 80);
    await expect.poll(async () => (await image())?.crop?.left, { timeout: 20_000 }).toBeGreaterThan(0.05);
    await drag(handle('hotspotHandle'), -60);
    await drag(handle('hotspot'), 60);
    await expect.poll(async () => (await image())?.hotspot?.x, { timeout: 20_000 }).toBeGreaterThan(0.6);
  } finally {
    await story.remove();
  }
});
