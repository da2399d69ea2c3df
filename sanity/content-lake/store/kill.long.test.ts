import { afterAll, beforeAll, test } from 'vitest';
import { surviveKills } from '../testing/kill-rounds.ts';
import { LakeProcess } from '../testing/lake-process.ts';

let lake: LakeProcess;
beforeAll(async () => {
  lake = await LakeProcess.start();
});
afterAll(() => lake.remove());

/** Spread over early and late moments, the same in every run. */
const killsAfter = Array.from({ length: 40 }, (_, round) => 1 + ((round * 37) % 80));

test('forty kills in the middle of four clients’ writes lose nothing and halve nothing', async () => {
  await surviveKills(lake, killsAfter, 4);
}, 600_000);
