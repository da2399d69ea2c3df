import type { APIRequestContext } from 'playwright/test';
import { type KnownState, withRegister } from './fixtures/register.ts';
import { expect, test } from './fixtures/test.ts';

const known: KnownState[] = ['pending', 'confirmed', 'unsubscribed', 'suppressed'];
const states = ['unknown', ...known] as const;
const rounds = 24;
/**
 * Medians of answers that are asked for in turn, so that a busy machine slows all of them alike. A look-up, a mail or
 * a hash that only one state needs would show; noise does not reach it.
 */
const mostApart = 1.5;

type Answer = { status: number; headers: string; body: string; milliseconds: number };

type Route = '/api/subscribe' | '/api/sign-in';

async function ask(
  request: APIRequestContext,
  route: Route,
  email: string,
  network: string,
  form: boolean,
): Promise<Answer> {
  const started = performance.now();
  const fields = { email, language: 'en' };
  const answer = await request.post(route, {
    ...(form ? { form: fields } : { data: fields }),
    headers: { 'x-forwarded-for': network, cookie: 'nothing=remembered' },
    maxRedirects: 0,
  });
  const body = await answer.text();
  const milliseconds = performance.now() - started;
  const headers = answer
    .headersArray()
    .filter(({ name }) => name.toLowerCase() !== 'date')
    // Encrypted or drawn anew each time: its length and attributes must be alike.
    .map(
      ({ name, value }) =>
        `${name}: ${value.replace(/v1\.[\w-]+|[\w-]{43}/, ({ length }) => `${length} long`)}`,
    )
    .join('\n');
  return { status: answer.status(), headers, body, milliseconds };
}

const median = (values: number[]) => values.sort((one, other) => one - other)[values.length >> 1] ?? 0;

for (const route of ['/api/subscribe', '/api/sign-in'] as const) {
  test(`words, status, headers and time of ${route} do not tell whether an address is known`, async ({
    request,
    stack,
    freshAddress,
  }) => {
    // All of one length, because the sealed cookie is as long as what it holds.
    const addressOf = (state: number, round: number) =>
      `${'uvwxy'[state]}${String(round).padStart(3, '0')}.${freshAddress}`;
    await withRegister(stack, async ({ addSubscriber }) => {
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, state] of known.entries()) await addSubscriber(addressOf(index + 1, round), state);
      }
    });
    // Before it counts: the site opens its connections.
    for (let count = 0; count < 10; count += 1)
      await ask(request, route, `warm${count}.${freshAddress}`, `203.0.113.${count}`, false);

    const answers = new Map<string, Answer[]>(states.map((state) => [state, []]));
    for (let round = 0; round < rounds; round += 1) {
      for (const turn of states.keys()) {
        // Another one begins each round.
        const index = (turn + round) % states.length;
        const network = `192.0.${index}.${round + 1}`;
        const answer = await ask(request, route, addressOf(index, round), network, round % 2 === 0);
        answers.get(states[index] ?? '')?.push(answer);
      }
    }
    const seen = new Set(
      [...answers.values()].flat().map(({ milliseconds: _, ...said }) => JSON.stringify(said)),
    );
    // One answer to forms and one to programs.
    expect([...seen]).toHaveLength(2);
    const medians = states.map((state) => median((answers.get(state) ?? []).map((one) => one.milliseconds)));
    expect(Math.max(...medians) / Math.min(...medians), medians.join(' ')).toBeLessThan(mostApart);
  });
}

test('a scanner that asks, opens, runs the scripts and waits confirms nobody', async ({
  request,
  freshReader,
  inbox,
  stack,
  freshAddress,
}) => {
  await request.post('/api/subscribe', { data: { email: freshAddress, language: 'en' } });
  const { link } = await inbox.mailTo(freshAddress);
  for (const method of ['HEAD', 'GET']) expect((await request.fetch(link, { method })).status()).toBe(200);
  const scanner = await freshReader();
  await scanner.clock.install();
  await scanner.goto(link, { waitUntil: 'networkidle' });
  await scanner.mouse.move(200, 200);
  await scanner.mouse.wheel(0, 2000);
  await scanner.clock.fastForward('30:00');
  await scanner.waitForLoadState('networkidle');
  await expect(scanner.getByRole('button', { name: 'Confirm my subscription' })).toBeVisible();
  await withRegister(stack, async ({ subscribersOf }) => {
    expect(await subscribersOf(freshAddress)).toMatchObject([{ state: 'pending', lists: [] }]);
  });
  const reader = await freshReader();
  await reader.goto(link);
  await reader.getByRole('button', { name: 'Confirm my subscription' }).click();
  await reader.waitForURL('/subscribe/thanks');
});
