import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const compiler = join(root, 'node_modules/typescript/bin/tsc');
/** Below the root, so that the compiler finds the vocabulary. */
const place = join(root, 'test-results');
const options = [
  '--ignoreConfig',
  '--noEmit',
  '--strict',
  '--skipLibCheck',
  '--pretty',
  'false',
  '--module',
  'nodenext',
  '--target',
  'esnext',
];

/** Every JSON-LD of a page, parsed: throws where it is not JSON. */
export function jsonLdOf(html: string): object[] {
  const scripts = html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g);
  return [...scripts].map(([, json = '']) => JSON.parse(json));
}

/**
 * What is not in schema.org's vocabulary: a type, a property that its type does not have, a value of a wrong type.
 * schema-dts is that vocabulary as types, so the compiler is the judge. `query-input` is in no vocabulary but in
 * Google's description of the search action.
 */
export function jsonLdFaults(named: ReadonlyMap<string, object[]>): string[] {
  mkdirSync(place, { recursive: true });
  const folder = mkdtempSync(join(place, 'json-ld-'));
  try {
    const lines = [...named].flatMap(([path, all]) =>
      all.map((one) => {
        const text = JSON.stringify(one, (key, value) => (key === 'query-input' ? undefined : value));
        return { path, line: `check(${text});` };
      }),
    );
    const head = `import type { Thing, WithContext } from 'schema-dts'; declare function check(thing: WithContext<Exclude<Thing, string>>): void;`;
    writeFileSync(join(folder, 'found.ts'), [head, ...lines.map(({ line }) => line)].join('\n'));
    const { stdout, status } = spawnSync(process.execPath, [compiler, ...options, 'found.ts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status === 0) return [];
    return stdout
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const place = /^found\.ts\((\d+),/.exec(line)?.[1];
        return place ? `${lines[Number(place) - 2]?.path}: ${line}` : line;
      });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
