import { openEditions } from './fixtures/edition-rows.ts';
import { openInbox } from './fixtures/inbox.ts';
import { openLake } from './fixtures/lake.ts';
import { MovedClock } from './fixtures/moved-clock.ts';
import { dailyList } from './fixtures/newsletter-reader.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { planStack, removeStack, startStack } from './fixtures/stack.ts';
import { confirmForList } from './fixtures/subscriber.ts';
import { expect, test } from './fixtures/test.ts';

const hourMs = 3_600_000;

/** Seven in the morning where the List goes out, which has no daylight-saving time. */
function nextSeven(after: Date): Date {
  const at = new Date(after);
  at.setUTCHours(12, 0, 0, 0);
  return at > after ? at : new Date(at.getTime() + 24 * hourMs);
}

test('a digest goes out at its hour by itself; one whose hour was slept through waits for a person', async ({
  freshReader,
  freshAddress,
}) => {
  test.setTimeout(300_000);
  const plan = await planStack();
  const clock = new MovedClock(plan);
  await clock.setAhead(0);
  const stack = startStack(plan, clock.under);
  try {
    await stack.ready;
    const inbox = openInbox(plan.inboxUrl);
    const lake = await openLake(plan);
    const editions = await openEditions(plan);
    const { request } = (await freshReader({ baseURL: plan.siteUrl })).context();
    await confirmForList(request, inbox, freshAddress, dailyList.id);
    const came = () => inbox.countTo(freshAddress);
    const publish = (name: string, at: Date) =>
      writeStory(lake, name, { publishedAt: at.toISOString(), firstPublishedAt: at.toISOString() });

    const now = new Date();
    const seven = nextSeven(now);
    await publish('in-the-morning-paper', now);
    await expect.poll(() => editions.statesOf(dailyList.id)).toEqual(['planned']);
    const aheadOf = (instant: number) => (instant - Date.now()) / hourMs;
    // The worker first finds that it has slept, and that nothing was due meanwhile.
    await clock.setAhead(aheadOf(seven.getTime() - 30_000));
    await expect.poll(came, { timeout: 120_000 }).toBe(2);
    const digest = await inbox.mailTo(freshAddress, '');
    expect(digest.text).toContain('A story for a test: in-the-morning-paper');
    await expect
      .poll(() => editions.statesOf(dailyList.id), { timeout: 60_000 })
      .toEqual(['planned', 'sent']);

    await publish('slept-through', new Date(seven.getTime() + hourMs));
    await clock.setAhead(aheadOf(seven.getTime() + 29 * hourMs));
    const afterTheSleep = ['missed', 'planned', 'sent'];
    await expect.poll(() => editions.statesOf(dailyList.id), { timeout: 60_000 }).toEqual(afterTheSleep);
    expect(await came()).toBe(2);
    await editions.close();
  } finally {
    await stack.stop();
    await removeStack(plan);
  }
});
