import { expect } from 'vitest';
import type { LakeProcess } from './lake-process.ts';

/**
 * Writes pairs from several clients at once, kills the lake in the middle of it after so many were
 * acknowledged, starts it again and looks: none lost, none half there, round after round.
 */
export async function surviveKills(lake: LakeProcess, killsAfter: readonly number[], writers: number) {
  const acknowledged: string[] = [];
  await lake.client().createIfNotExists({ _id: 'counter', _type: 'counter', count: 0 });
  for (const [round, killAfter] of killsAfter.entries()) {
    let inRound = 0;
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; ; n++) {
        const pair = `${round}-${writer}-${n}`;
        const isWritten = await lake
          .client()
          .transaction()
          .create({ _id: `left-${pair}`, _type: 'half', pair })
          .create({ _id: `right-${pair}`, _type: 'half', pair })
          .patch('counter', { inc: { count: 1 } })
          .commit({ returnDocuments: false })
          .then(
            () => true,
            () => false,
          );
        if (!isWritten) return;
        acknowledged.push(pair);
        inRound++;
        if (inRound === killAfter) await lake.end('SIGKILL');
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    await lake.start();
    const client = lake.client();
    const lefts: string[] = await client.fetch('*[_type == "half" && _id match "left*"].pair');
    const rights: string[] = await client.fetch('*[_type == "half" && _id match "right*"].pair');
    expect(rights.sort()).toEqual(lefts.sort());
    expect(lefts).toEqual(expect.arrayContaining(acknowledged));
    expect(await client.fetch('*[_id == "counter"][0].count')).toBe(lefts.length);
  }
}
