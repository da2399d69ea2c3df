import { statusNotice } from './fixtures/console-guard.ts';
import { dailyList, test, weeklyList } from './fixtures/newsletter-reader.ts';
import { signIn } from './fixtures/subscriber.ts';
import { expect } from './fixtures/test.ts';

test.use({ expectedConsole: statusNotice(404, 410) });

const both = [dailyList.id, weeklyList.id];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a press ends all newsletters; then one may say why, and undo it', async ({ page, reader }) => {
      await page.goto(`/unsubscribe?token=${reader.token}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Unsubscribe');
      await expect(page.getByRole('main')).toContainText('l•••@e•••.com');
      await expect(page.getByRole('main')).not.toContainText(reader.email);
      await page.getByRole('button', { name: 'Stop all newsletters' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are unsubscribed');
      expect(await reader.state()).toEqual({ state: 'unsubscribed', language: 'en', lists: both });

      await page.getByLabel('Too many mails').check();
      await page.getByLabel('In your own words').fill('Every morning <b>twice</b>');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(page.getByText('Thank you. That helps us.')).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are unsubscribed');
      const { editionId } = reader;
      const left = { editionId, listId: null, reason: 'too_many: Every morning <b>twice</b>' };
      expect(await reader.leavings()).toEqual([{ ...left, undone: false }]);

      await page.goto(`/unsubscribe?token=${reader.token}`);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('Undone. Your newsletters come as before.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Stop all newsletters' })).toBeVisible();
      expect(await reader.state()).toEqual({ state: 'confirmed', language: 'en', lists: both });
      expect(await reader.leavings()).toEqual([{ ...left, undone: true }]);
    });

    test('only the List that brought the link is left, and the rest if one likes', async ({
      page,
      reader,
    }) => {
      await page.goto(`/unsubscribe?token=${reader.token}`);
      await page.getByRole('button', { name: `Stop only “${dailyList.title}”` }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`“${dailyList.title}” is stopped`);
      expect(await reader.state()).toMatchObject({ state: 'confirmed', lists: [weeklyList.id] });
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(page.getByText('Undone.')).toBeVisible();
      expect(await reader.state()).toMatchObject({ state: 'confirmed', lists: both });
      await page.getByRole('button', { name: `Stop only “${dailyList.title}”` }).click();
      await page.getByRole('button', { name: 'Stop all newsletters' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are unsubscribed');
      expect(await reader.state()).toMatchObject({ state: 'unsubscribed', lists: [weeklyList.id] });
      expect(await reader.leavings()).toMatchObject([
        { listId: dailyList.id, undone: true },
        { listId: dailyList.id, undone: false },
        { listId: null, undone: false },
      ]);
    });

    test('lists and language are chosen by the link of a mail, without a session', async ({
      page,
      reader,
    }) => {
      await page.goto(`/unsubscribe?token=${reader.token}`);
      await page.getByRole('link', { name: 'Choose your newsletters' }).click();
      await expect(page.getByRole('main')).toContainText('l•••@e•••.com');
      await expect(page.getByRole('main')).not.toContainText(reader.email);
      await expect(page.getByLabel(dailyList.title)).toBeChecked();
      await page.getByLabel(dailyList.title).uncheck();
      await page.getByLabel('The morning paper, in Spanish').check();
      await page.getByLabel('Español').check();
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByRole('status')).toHaveText('Saved.');
      await expect(page.getByLabel(dailyList.title)).not.toBeChecked();
      await expect(page.getByLabel('Español')).toBeChecked();
      const lists = ['newsletterList-daily-es', weeklyList.id];
      expect(await reader.state()).toEqual({ state: 'confirmed', language: 'es', lists });
      expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('session');
    });
  });
}

test('who has left does not come back by an old mail, but by signing in; the account says what was ticked', async ({
  page,
  reader,
  inbox,
}) => {
  await page.goto(`/es/unsubscribe?token=${reader.token}`);
  await page.getByRole('button', { name: 'No recibir más boletines' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Te diste de baja');
  await reader.letDaysPass(8);
  await page.goto(`/unsubscribe?token=${reader.token}`);
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Sign in to choose newsletters again' })).toBeVisible();
  await page.goto(`/preferences?token=${reader.token}`);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('You have unsubscribed');

  await signIn(page, inbox, reader.email);
  await expect(page).toHaveURL('/account');
  const lists = page.getByRole('region', { name: 'Newsletters' });
  await expect(lists).toContainText('What you had is still ticked');
  await expect(lists.getByLabel(dailyList.title)).toBeChecked();
  await lists.getByRole('button', { name: 'Get these newsletters again' }).click();
  await expect(lists.getByRole('button', { name: 'Save newsletters' })).toBeVisible();
  expect(await reader.state()).toEqual({ state: 'confirmed', language: 'en', lists: both });
});

test('the link of a deleted account, and one that is none, say so with their statuses', async ({
  page,
  reader,
}) => {
  await reader.erase();
  for (const path of ['/unsubscribe', '/preferences']) {
    const gone = await page.goto(`${path}?token=${reader.token}`);
    expect(gone?.status()).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing to unsubscribe');
    for (const bad of [path, `${path}?token=${reader.token.slice(0, -1)}`]) {
      expect((await page.goto(bad))?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is not complete');
    }
  }
});
