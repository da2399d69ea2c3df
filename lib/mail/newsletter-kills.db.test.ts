import { test, vi } from 'vitest';
import { surviveKills } from './test-kills.ts';
import { workerPatience } from './test-worker.ts';

vi.setConfig({ testTimeout: 4 * workerPatience });

test('workers and database are killed while an edition goes out: none is lost, none comes twice', async () => {
  await surviveKills(240, ['workers', 'database', 'workers']);
});
