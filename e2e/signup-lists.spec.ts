import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { withRegister } from './fixtures/register.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage } from './pages/article-page.ts';

test.use({ expectedConsole: statusNotice(422) });

const daily = 'The morning paper, in English';
const weekly = 'The Sunday letter, in English';
const ofSubscribe = (page: Page) => page.getByRole('group', { name: 'What would you like to get?' });
const ofConfirm = (page: Page) => page.getByRole('group', { name: 'This will come' });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a reader chooses lists, sees before confirming what will come, and gets exactly that', async ({
      page,
      inbox,
      stack,
      freshAddress,
    }) => {
      await page.goto('/subscribe');
      const offered = ofSubscribe(page);
      await expect(offered.getByRole('checkbox')).toHaveCount(3);
      await expect(offered.getByRole('checkbox', { name: daily })).toBeChecked();
      await offered.getByRole('checkbox', { name: daily }).uncheck();
      await offered.getByRole('checkbox', { name: weekly }).check();
      await page.getByLabel('E-mail address').fill(freshAddress);
      await page.getByRole('button', { name: 'Subscribe' }).click();
      await expect(page.getByText(`You entered ${freshAddress}.`)).toBeVisible();

      await page.goto((await inbox.mailTo(freshAddress)).link);
      const coming = ofConfirm(page);
      await expect(coming.getByRole('checkbox', { name: weekly })).toBeChecked();
      await expect(coming.getByRole('checkbox', { name: daily })).not.toBeChecked();
      await page.getByRole('button', { name: 'Confirm my subscription' }).click();
      await page.waitForURL('/subscribe/thanks');
      await withRegister(stack, async ({ subscribersOf }) => {
        expect(await subscribersOf(freshAddress)).toEqual([
          { state: 'confirmed', language: 'en', lists: ['newsletterList-weekly-en'] },
        ]);
      });
    });

    test('in Spanish the Spanish lists are offered, and the page of the link can still change them', async ({
      page,
      inbox,
      stack,
      freshAddress,
    }) => {
      await page.goto('/es/subscribe');
      const offered = page.getByRole('group', { name: '¿Qué quieres recibir?' });
      await expect(offered.getByRole('checkbox', { name: 'El diario de la mañana' })).toBeChecked();
      await page.getByLabel('Correo electrónico').fill(freshAddress);
      await page.getByRole('button', { name: 'Suscribirme' }).click();
      await page.goto((await inbox.mailTo(freshAddress)).link);
      const coming = page.getByRole('group', { name: 'Esto vas a recibir' });
      await coming.getByRole('checkbox', { name: 'Al momento' }).check();
      await page.getByRole('button', { name: 'Confirmar mi suscripción' }).click();
      await page.waitForURL('/es/subscribe/thanks');
      await withRegister(stack, async ({ subscribersOf }) => {
        const lists = ['newsletterList-daily-es', 'newsletterList-instant-es'];
        expect(await subscribersOf(freshAddress)).toEqual([{ state: 'confirmed', language: 'es', lists }]);
      });
    });

    test('the short form takes the default list, and leads to the choice', async ({
      page,
      inbox,
      stack,
      freshAddress,
    }) => {
      const article = new ArticlePage(page);
      await article.open();
      await expect(article.inlineForm.getByRole('checkbox')).toHaveCount(0);
      const choice = page.getByRole('link', { name: 'Choose what you get' }).first();
      await expect(choice).toHaveAttribute('href', /^\/subscribe\?source=%2Farticles%2F/);
      await article.inlineForm.getByLabel('E-mail address').fill(freshAddress);
      await article.inlineForm.getByRole('button', { name: 'Subscribe' }).click();
      await page.goto((await inbox.mailTo(freshAddress)).link);
      await expect(ofConfirm(page).getByRole('checkbox', { name: daily })).toBeChecked();
      await page.getByRole('button', { name: 'Confirm my subscription' }).click();
      await expect(article.thanks).toBeVisible();
      await withRegister(stack, async ({ subscribersOf }) => {
        expect((await subscribersOf(freshAddress))[0]?.lists).toEqual(['newsletterList-daily-en']);
      });
    });

    test('a list that is not there any more is told, and nothing that was entered is lost', async ({
      page,
      inbox,
      freshAddress,
    }) => {
      await page.goto('/subscribe');
      await ofSubscribe(page).getByRole('checkbox', { name: weekly }).check();
      // As if it had ended while the page was open.
      const gone = ofSubscribe(page).getByRole('checkbox', { name: daily });
      await gone.evaluate((box) => box.setAttribute('value', 'newsletterList-ended'));
      await page.getByLabel('E-mail address').fill(freshAddress);
      await page.getByRole('button', { name: 'Subscribe' }).click();
      await expect(page.getByRole('status')).toContainText('One of the newsletters is not there any more');
      await expect(page.getByLabel('E-mail address')).toHaveValue(freshAddress);
      await expect(ofSubscribe(page).getByRole('checkbox', { name: weekly })).toBeChecked();
      expect(await inbox.countTo(freshAddress)).toBe(0);
    });
  });
}

test('none ticked is a choice', async ({ page, inbox, stack, freshAddress }) => {
  await page.goto('/subscribe');
  await ofSubscribe(page).getByRole('checkbox', { name: daily }).uncheck();
  await page.getByLabel('E-mail address').fill(freshAddress);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await page.goto((await inbox.mailTo(freshAddress)).link);
  for (const box of await ofConfirm(page).getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await page.getByRole('button', { name: 'Confirm my subscription' }).click();
  await page.waitForURL('/subscribe/thanks');
  await withRegister(stack, async ({ subscribersOf }) => {
    expect((await subscribersOf(freshAddress))[0]).toMatchObject({ state: 'confirmed', lists: [] });
  });
});

test('a stranger who types a confirmed address changes none of its lists', async ({
  page,
  request,
  inbox,
  stack,
  freshAddress,
}) => {
  await request.post('/api/subscribe', { data: { email: freshAddress, language: 'en' } });
  await page.goto((await inbox.mailTo(freshAddress)).link);
  await page.getByRole('button', { name: 'Confirm my subscription' }).click();
  await page.waitForURL('/subscribe/thanks');
  const others = ['newsletterList-instant-en', 'newsletterList-daily-es'];
  const answer = await request.post('/api/subscribe', { data: { email: freshAddress, lists: others } });
  expect(answer.status()).toBe(202);
  await inbox.mailTo(freshAddress, 'You are already subscribed');
  await withRegister(stack, async ({ subscribersOf }) => {
    expect((await subscribersOf(freshAddress))[0]?.lists).toEqual(['newsletterList-daily-en']);
  });
});

test('programs send lists as they like, and bad ones are refused', async ({ request, freshAddress }) => {
  const post = async (options: Parameters<typeof request.post>[1]) =>
    (await request.post('/api/subscribe', { maxRedirects: 0, ...options })).status();
  const email = freshAddress;
  expect(await post({ data: { email, lists: ['newsletterList-daily-en'] } })).toBe(202);
  expect(await post({ form: { email, 'lists[]': 'newsletterList-daily-en' } })).toBe(303);
  for (const lists of [['no-such-list'], 'no-such-list', [['x']], { a: 1 }, [null], ['a\u0000b'], 7]) {
    expect(await post({ data: { email, lists } }), JSON.stringify(lists)).toBe(422);
  }
});
