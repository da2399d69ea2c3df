import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

const folders = '{app,components,lib,sanity,scripts,e2e}';
const files = globSync([`${folders}/**/*.{ts,tsx}`, '{proxy,instrumentation}.ts', 'next.config.ts']).sort();
const isTest = (file: string) =>
  /(\.test|\.spec|\.setup)\.tsx?$|\/testing\/|(^|\/)(test-|a-lake|an-)[^/]*$/.test(file);
const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

type Import = { from: string; to: string; isType: boolean };

/** A path of ours (`#lib/…` and relative ones alike) or the package's name. */
function target(from: string, written: string): string {
  if (written.startsWith('#')) return written.slice(1);
  if (!written.startsWith('.')) return written;
  const path = posix.join(posix.dirname(from), written);
  return ['', '.ts', '.tsx'].map((end) => path + end).find((file) => files.includes(file)) ?? path;
}

const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const imports: Import[] = [...sources].flatMap(([from, source]) =>
  [...source.matchAll(statement)].map(([, type, named, called]) => ({
    from,
    to: target(from, named ?? called ?? ''),
    isType: Boolean(type),
  })),
);
const shipped = imports.filter(({ from }) => !isTest(from));
const lines = (wrong: Import[]) => wrong.map(({ from, to }) => `${from} imports ${to}`);
const areaOf = (file: string) => /^(sanity\/content-lake|app\/studio|[^/]+(?=\/))/.exec(file)?.[0] ?? 'root';

/** Everything a file brings with it when it is loaded; types bring nothing. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { from, to, isType } of imports) if (from === file && !isType) reached(to, seen);
  return seen;
}

function reachedFrom(starts: RegExp, inside: RegExp): string[] {
  const shippedFiles = files.filter((file) => starts.test(file) && !isTest(file));
  return shippedFiles.flatMap((file) =>
    [...reached(file)].filter((to) => inside.test(to)).map((to) => `${file} reaches ${to}`),
  );
}

test('each folder imports only from the folders that it may know', () => {
  const mayKnow: Record<string, string[]> = {
    app: ['app', 'components', 'lib'],
    'app/studio': ['app', 'app/studio', 'sanity', 'lib'],
    components: ['components', 'lib'],
    lib: ['lib'],
    sanity: ['sanity'],
    'sanity/content-lake': ['sanity/content-lake'],
    scripts: ['scripts', 'lib', 'sanity'],
    e2e: ['e2e'],
    root: ['lib'],
  };
  const ours = shipped.filter(({ to }) => sources.has(to));
  const allowed = ({ from, to, isType }: Import) =>
    mayKnow[areaOf(from)]?.includes(areaOf(to)) || (areaOf(from) === 'e2e' && isType);
  expect(lines(ours.filter((one) => !allowed(one)))).toEqual([]);
});

test('the framework stays at the edge', () => {
  const edge =
    /^(app\/|components\/|proxy\.ts|next\.config\.ts|instrumentation\.ts|lib\/content\/content-cache\.ts|lib\/page-cache\/)/;
  const wrong = shipped.filter(({ from, to, isType }) => /^next\//.test(to) && !isType && !edge.test(from));
  expect(lines(wrong)).toEqual([]);
});

test('the environment is read by entry files only', () => {
  const entry =
    /^(lib\/config\.ts|sanity\/content-lake\/main\.ts|scripts\/[^/]+\.ts|scripts\/bench\/run\.ts|instrumentation\.ts|e2e\/playwright\.config\.ts)$/;
  const reads = files.filter(
    (file) => !isTest(file) && !entry.test(file) && sources.get(file)?.includes('process.env'),
  );
  expect(reads).toEqual([]);
});

test('a body is asked for by whoever decides about reading, and by nobody else', () => {
  const mayAsk = /^lib\/(paywall\/read-article|newsletter\/render|search\/index)/;
  const wrong = shipped.filter(({ from, to }) => /article-body-query/.test(to) && !mayAsk.test(from));
  expect(lines(wrong)).toEqual([]);
});

test('SQL stands in stores and GROQ in the content layer', () => {
  const store = /(-store\.ts$)|^lib\/db\/|^lib\/mail\/outbox|^drizzle\.config/;
  expect(lines(shipped.filter(({ from, to }) => to.startsWith('drizzle-orm') && !store.test(from)))).toEqual(
    [],
  );
  const asks = files.filter((file) => !isTest(file) && /\*\[\s*_(type|id)\b/.test(sources.get(file) ?? ''));
  expect(asks.filter((file) => !/^(lib\/content|sanity|scripts)\//.test(file))).toEqual([]);
});

test('nothing that runs in the browser brings settings, the database or a body with it', () => {
  const inside = /^lib\/(config\.ts|db\/|content\/article-body-query)|^server-only$/;
  expect(reachedFrom(/\.client\.tsx?$/, inside)).toEqual([]);
});

test('no component brings the database or a body with it', () => {
  expect(reachedFrom(/^components\//, /^lib\/(db\/|content\/article-body-query)/)).toEqual([]);
});

test('lib runs in plain Node, so server-only stands in app', () => {
  expect(lines(shipped.filter(({ from, to }) => to === 'server-only' && !from.startsWith('app/')))).toEqual(
    [],
  );
});
