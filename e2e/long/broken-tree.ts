import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');
const notCopied = ['.git', '.next', '.data', 'node_modules', 'test-results'];

/** What is put wrong in one file: pieces of its text and what stands there instead. */
export type Break = { file: string; changes: readonly { from: string; to: string }[] };

/** A copy of the whole tree with one fault in it. The tree itself, and what is built of it, stay as they are. */
export async function breakTree({ file, changes }: Break) {
  const folder = await mkdtemp(join(tmpdir(), 'news-broken-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const names = (await readdir(root)).filter((name) => !notCopied.includes(name));
    for (const name of names) await run('cp', ['-a', join(root, name), folder]);
    const packages = [join(root, 'node_modules'), join(folder, 'node_modules')];
    // Links where the file system can, for they are many and nobody changes them.
    await run('cp', ['-al', ...packages]).catch(async () => {
      await rm(join(folder, 'node_modules'), { recursive: true, force: true });
      await run('cp', ['-a', ...packages]);
    });
    const path = join(folder, file);
    let text = await readFile(path, 'utf8');
    for (const { from, to } of changes) {
      if (!text.includes(from)) throw new Error(`${file} has changed: it does not say "${from}" any more`);
      text = text.replace(from, to);
    }
    await writeFile(path, text);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}
