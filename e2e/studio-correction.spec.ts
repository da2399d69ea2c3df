import { statusNotice } from './fixtures/console-guard.ts';
import { openTool, ownList, test } from './fixtures/newsletter-desk.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { expect } from './fixtures/studio.ts';

// The second mailing is refused.
test.use({ expectedConsole: statusNotice(409) });

test('a correction is mailed on purpose, once, to those who want the list', async ({
  openStudio,
  inbox,
  lake,
  planned,
}) => {
  test.setTimeout(120_000);
  const text = `It was the eastern lagoon, not the western one ${Date.now().toString(36)}.`;
  const corrections = [
    { _key: 'c', _type: 'correction', date: '2026-01-15T11:00:00Z', text, kind: 'correction' },
  ];
  const story = await writeStory(lake, `corrected-${Date.now().toString(36)}`, { corrections });
  const { page } = await openStudio();
  const tool = await openTool(page);
  const form = page.getByRole('region', { name: 'Mail a correction' });
  const choice = form.getByLabel('Correction', { exact: true });
  const mail = async () => {
    await choice.selectOption(`${story.id} ${corrections[0]?.date}`);
    await form.getByLabel('List').selectOption(ownList.title);
    await form.getByRole('button', { name: 'Mail this correction' }).click();
    await tool.dialog.getByLabel(/^Type/).fill(ownList.title);
    await tool.dialog.getByRole('button', { name: 'Mail it' }).click();
  };
  await mail();
  await expect(tool.status).toContainText('the correction is being sent.');
  expect((await inbox.mailTo(planned.reader)).text).toContain(text);
  await mail();
  await expect(tool.dialog.getByRole('alert')).toHaveText(/^That is not possible now: the edition is /);
  expect(await inbox.countTo(planned.reader)).toBe(1);
  await story.remove();
});
