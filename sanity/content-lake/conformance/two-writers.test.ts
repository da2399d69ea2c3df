import { afterAll, expect, test } from 'vitest';
import { openWriter } from '../testing/studio-writer.ts';
import { startTestLake, tokens } from '../testing/test-lake.ts';

const lake = await startTestLake();
afterAll(() => lake.end());

test('two of Studio’s own buffers write into one text at once: both and the lake end with every letter', async () => {
  const client = lake.client();
  const id = 'drafts.story';
  await client.create({ _id: id, _type: 'note', text: ' the tide was out ' });
  const ana = await openWriter(client, id);
  const maria = await openWriter(lake.client({ token: tokens.editor }), id);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(2);
  const digits = '0123456789'.repeat(4);
  await Promise.all([ana.type(letters, 'end'), maria.type(digits, 'start')]);
  const text = `${[...digits].reverse().join('')} the tide was out ${letters}`;
  const stored = async () => (await client.getDocument(id))?.text;
  await expect.poll(stored, { timeout: 30_000 }).toHaveLength(text.length);
  expect(await stored()).toBe(text);
  await expect.poll(() => [ana.text(), maria.text()]).toEqual([text, text]);
  for (const writer of [ana, maria]) writer.close();
}, 60_000);
