import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planStack, removeStack, type StackPlan, startStack } from './fixtures/stack.ts';
import { expect, test } from './fixtures/test.ts';

type Program = { name: string; pid: number };

async function programsOf({ dataDir }: StackPlan): Promise<Program[]> {
  const record: { programs: Program[] } = JSON.parse(await readFile(join(dataDir, 'running.json'), 'utf8'));
  return record.programs;
}

function isAlive({ pid }: Program): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test('a taken port is a sentence that names the port and its variable', async ({ stack }) => {
  const plan = await planStack();
  const second = startStack({ ...plan, ports: { ...plan.ports, lake: stack.ports.lake } });
  expect(await second.exit).toBe(1);
  expect(second.output()).toContain(
    `Port ${stack.ports.lake} for the content lake is taken by another program.`,
  );
  expect(second.output()).toContain('choose another port with LAKE_PORT');
  await removeStack(plan);
});

test('a second instance on the same folder says so and leaves the first alone', async ({
  stack,
  request,
}) => {
  const plan = await planStack();
  const second = startStack({ ...plan, dataDir: stack.dataDir });
  expect(await second.exit).toBe(1);
  expect(second.output()).toMatch(/belongs to an instance that is running \(process \d+\)/);
  expect((await request.get('/api/health/ready')).status()).toBe(200);
  await removeStack(plan);
});

test('after kill -9 the next start heals, quickly; a program that ends comes back; Ctrl-C leaves nothing', async ({
  request,
}) => {
  test.setTimeout(240_000);
  const plan = await planStack();
  const killed = startStack(plan);
  await killed.ready;
  expect(killed.output()).toContain('password ');
  const left = await programsOf(plan);
  expect(left.map(({ name }) => name).sort()).toEqual(['database', 'inbox', 'lake', 'site', 'worker']);
  killed.signal('SIGKILL');
  await killed.exit;

  const healed = startStack(plan);
  await healed.ready;
  expect(healed.output()).toContain('Stopped what an earlier start had left running:');
  expect(left.filter(isAlive)).toEqual([]);
  expect(healed.output()).not.toContain('Building');
  const [, seconds] = /Ready in ([\d.]+) s/.exec(healed.output()) ?? [];
  expect(Number(seconds)).toBeLessThan(10);
  expect(await readFile(join(plan.dataDir, 'logs', 'seed.log'), 'utf8')).toMatch(/Nothing to do[^\n]*\n$/);

  const lake = (await programsOf(plan)).find(({ name }) => name === 'lake');
  if (!lake) throw new Error('No lake is running');
  process.kill(lake.pid, 'SIGKILL');
  const pings = () =>
    request.get(`${plan.lakeUrl}/v1/ping`).then(
      (answer) => answer.status(),
      () => 0,
    );
  await expect.poll(pings).toBe(200);
  expect(healed.output()).toContain('lake ended (signal SIGKILL) and starts again');

  const running = await programsOf(plan);
  healed.signal('SIGINT');
  expect(await healed.exit).toBe(0);
  expect(running.filter(isAlive)).toEqual([]);
  await removeStack(plan);
});
