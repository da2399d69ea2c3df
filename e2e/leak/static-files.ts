import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

type SeedBlock = { children?: { text?: string }[]; body?: SeedBlock[] };

/** Long sentences from the bodies of the demo dataset: an import of them anywhere would bring them to browsers. */
async function seededSentences(): Promise<string[]> {
  const files = (await filesBelow('sanity/seed')).filter((file) => /articles-[a-z]+\.ndjson$/.test(file));
  const sentences: string[] = [];
  for (const file of files) {
    for (const line of (await readFile(file, 'utf8')).split('\n').filter(Boolean)) {
      const { body = [] }: { body?: SeedBlock[] } = JSON.parse(line);
      const blocks = body.flatMap((block) => [block, ...(block.body ?? [])]);
      const texts = blocks.flatMap(({ children = [] }) => children.map(({ text = '' }) => text));
      sentences.push(...texts.filter((text) => text.length > 60).map((text) => text.slice(0, 60)));
    }
  }
  return sentences;
}

/** Files that a browser can fetch and that hold text of an article, or one of the given words. */
export async function staticFilesThatTell(words: readonly string[]) {
  const sentences = await seededSentences();
  const files = [...(await filesBelow('.next/static')), ...(await filesBelow('public'))];
  const telling: string[] = [];
  for (const file of files) {
    const text = await readFile(file, 'latin1');
    const utf8 = await readFile(file, 'utf8');
    const told = [...words, ...sentences].filter((word) => text.includes(word) || utf8.includes(word));
    if (told.length > 0) telling.push(`${file.slice(root.length)} holds ${told[0]}`);
  }
  return { telling, files: files.length, sentences: sentences.length };
}
