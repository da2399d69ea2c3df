import { instantList, test } from './fixtures/newsletter-desk.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { pidOf } from './fixtures/stack.ts';
import { expect } from './fixtures/test.ts';

const readers = 40;

test('an edition goes on while the site is killed: every reader gets it, and once', async ({
  stack,
  request,
  lake,
  inbox,
  rows,
}) => {
  test.setTimeout(120_000);
  const addresses: string[] = [];
  while (addresses.length < readers) addresses.push(await rows.addReader(instantList.id));
  const at = new Date().toISOString();
  const story = await writeStory(lake, `mailed-over-a-kill-${Date.now().toString(36)}`, {
    ...{ publishedAt: at, firstPublishedAt: at },
    newsletter: { lists: [{ _type: 'reference', _ref: instantList.id, _key: 'list' }] },
  });
  // As soon as it is frozen, with all of its readers still to be sent to or most of them.
  await expect.poll(() => rows.mailsAbout(story.id), { intervals: [20] }).toBeGreaterThan(0);
  process.kill(await pidOf(stack, 'site'), 'SIGKILL');

  const all = await rows.mailsAbout(story.id);
  expect(all).toBeGreaterThanOrEqual(readers);
  await expect.poll(() => rows.mailsAbout(story.id, 'sent'), { timeout: 60_000 }).toBe(all);
  const ready = async () => {
    const answer = await request.get('/api/health/ready').catch(() => null);
    return answer?.status();
  };
  await expect.poll(ready, { timeout: 60_000 }).toBe(200);
  for (const address of addresses) expect(await inbox.countTo(address), address).toBe(1);
  await story.remove();
});
