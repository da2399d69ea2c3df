import { test, vi } from 'vitest';
import { surviveKills } from './test-kills.ts';

vi.setConfig({ testTimeout: 900_000 });

test.each([1, 2, 3])('run %i: a thousand readers, ten kills', async () => {
  const kills = Array.from({ length: 10 }, () =>
    Math.random() < 0.7 ? ('workers' as const) : ('database' as const),
  );
  await surviveKills(1000, kills);
});
