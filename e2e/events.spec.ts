import ICAL from 'ical.js';
import { expect, test } from './fixtures/test.ts';

const uidsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one).uid.split('@')[0]);

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader finds the next events in order, opens one, and takes it into a calendar', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Events', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Events');
    await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Constitution Day');
    await page.getByRole('link', { name: 'Hanal Pixán, the food of the souls' }).click();
    const facts = page.getByRole('definition');
    await expect(facts.first()).toHaveText('Sunday, October 31, 2027 until Tuesday, November 2, 2027');
    const file = page.getByRole('link', { name: 'Add to your calendar' });
    const answer = await page.request.get((await file.getAttribute('href')) ?? '');
    expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8');
    expect(uidsOf(await answer.text())).toEqual(['event-hanal-pixan-2027']);
    const data = await page.locator('script[type="application/ld+json"]').first().textContent();
    expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Event', startDate: '2027-10-31' });
    await page.getByRole('contentinfo').getByRole('link', { name: 'Español' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hanal Pixán, la comida de las ánimas');
  });
});

test('an event that an editor cancels says so within seconds, on its page, in the list and in calendars', async ({
  page,
  lake,
}) => {
  const id = 'event-grito-2027';
  await page.goto('/events');
  await expect(page.getByText('Cancelled')).toHaveCount(0);
  await lake.patch(id).set({ state: 'cancelled' }).commit();
  try {
    for (const path of ['/events', '/events/grito-2027'])
      await expect.poll(async () => (await page.request.get(path)).text()).toContain('Cancelled');
    expect(await (await page.request.get('/events.ics')).text()).toContain('STATUS:CANCELLED');
  } finally {
    await lake.patch(id).set({ state: 'scheduled' }).commit();
  }
});

test('an unknown event is a 404, as a page and as a file', async ({ page }) => {
  for (const path of ['/events/nothing', '/events/nothing/calendar.ics', '/es/events/nothing']) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});
