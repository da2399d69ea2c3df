import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const jar = join(import.meta.dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar');

type Message = { type: 'error' | 'info'; message: string; url: string; extract?: string };

/** What the W3C's checker finds wrong in pages, all in one start of it; `pages` are named by their addresses. */
export async function htmlFaults(pages: ReadonlyMap<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pages-'));
  try {
    const names = new Map<string, string>();
    for (const [path, html] of pages) {
      const file = join(folder, `${names.size}.html`);
      names.set(`${names.size}.html`, path);
      await writeFile(file, html);
    }
    const messages = await check(folder);
    return messages
      .filter(({ type }) => type === 'error')
      .map(
        ({ message, url, extract }) =>
          `${names.get(url.split('/').at(-1) ?? '')}: ${message} ${extract ?? ''}`,
      );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function check(folder: string): Promise<Message[]> {
  const options = ['-jar', jar, '--format', 'json', '--stdout', '--skip-non-html', folder];
  const java = spawn('java', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const { promise, resolve, reject } = Promise.withResolvers<Message[]>();
  let said = '';
  java.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  java.once('error', reject);
  java.once('close', () => {
    try {
      resolve(JSON.parse(said).messages);
    } catch (cause) {
      reject(new Error(`The checker said something else: ${said.slice(0, 500)}`, { cause }));
    }
  });
  return promise;
}
