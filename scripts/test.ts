import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildWhenChanged } from './supervisor/build.ts';
import { openProgramLog } from './supervisor/program-log.ts';
import { openRunningRecord } from './supervisor/running-record.ts';
import { findBrowser, findOrInstall } from './testing/find-browser.ts';
import {
  type Count,
  countCheck,
  countPlaywright,
  countVitest,
  runCommand,
  type Said,
} from './testing/steps.ts';

/** `npm test`: every check there is, in the order in which a fault is cheapest to find. `--long` adds the long ones. */
const root = dirname(import.meta.dirname);
process.chdir(root);
const isLong = process.argv.includes('--long');
const folder = mkdtempSync(join(tmpdir(), 'news-tests-'));
const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0', CI: '1' };
const total: Count = { passed: 0, failed: 0 };
const remarks: string[] = [];

const programOf = (path: string) => [process.execPath, join(root, 'node_modules', path)] as const;
const say = (line: string) => process.stdout.write(`${line}\n`);

async function step(name: string, run: () => Promise<{ count: Count; said: Said; wasShown?: boolean }>) {
  const startedAt = performance.now();
  const { count, said, wasShown } = await run();
  total.passed += count.passed;
  total.failed += count.failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  if (count.failed > 0 && !wasShown) say(said.output);
  say(
    `${count.failed > 0 ? 'FAILED' : 'passed'}  ${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  );
}

function check(name: string, ...commands: readonly (readonly [string, ...string[]])[]) {
  return step(name, async () => {
    let said: Said = { code: 0, output: '' };
    for (const command of commands) if (said.code === 0) said = await runCommand(command, environment);
    return { count: countCheck(said), said };
  });
}

async function build(): Promise<{ count: Count; said: Said }> {
  let output = '';
  const surroundings = {
    root,
    environment: process.env,
    record: openRunningRecord(join(folder, 'running.json')),
    openLog: (name: string) => openProgramLog(folder, name, null),
    say,
    signal: new AbortController().signal,
  };
  const code = await buildWhenChanged(surroundings).then(
    () => 0,
    (error: unknown) => {
      output = String(error);
      return 1;
    },
  );
  const said = { code, output };
  return { count: countCheck(said), said };
}

const browser = findBrowser(environment, join(root, 'node_modules', 'playwright', 'cli.js'));
const faketime = findOrInstall(['faketime'], 'faketime', environment);
const java = findOrInstall(['java'], 'default-jre-headless', environment);
if (browser.kind === 'missing') say(`No browser could be found or installed.\n${browser.why}`);
if (faketime.path === null) say(`The tests that turn the clock need Debian's faketime.\n${faketime.why}`);
if (java.path === null) say(`The checker of HTML needs Debian's default-jre-headless.\n${java.why}`);

await check('lint', [...programOf('@biomejs/biome/bin/biome'), 'check', '.', '--error-on-warnings']);
await check(
  'types',
  [...programOf('next/dist/bin/next'), 'typegen'],
  [...programOf('typescript/bin/tsc'), '--noEmit'],
);
await check('dead code', [...programOf('knip/bin/knip.js')]);
await step('units and import rules', async () => {
  const report = join(folder, 'units.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const said = await runCommand([...programOf('vitest/vitest.mjs'), 'run', ...reporters], environment);
  return { count: countVitest(report, said), said };
});
if (isLong) {
  await step('long runs', async () => {
    const report = join(folder, 'long.json');
    const options = ['--config', 'vitest.long.config.ts', '--reporter=default', '--reporter=json'];
    const command = [
      ...programOf('vitest/vitest.mjs'),
      'run',
      ...options,
      `--outputFile.json=${report}`,
    ] as const;
    const said = await runCommand(command, environment, true);
    return { count: countVitest(report, said), said, wasShown: true };
  });
}
await step('production build', build);
await step('end to end', async () => {
  const report = join(folder, 'end-to-end.json');
  const own = {
    E2E_REPORT: report,
    E2E_LONG: isLong ? '1' : '',
    BROWSER_PATH: browser.kind === 'found' ? browser.path : '',
  };
  const command = [
    ...programOf('playwright/cli.js'),
    'test',
    '--config',
    'e2e/playwright.config.ts',
  ] as const;
  const said = await runCommand(command, { ...environment, ...own }, true);
  const { count, troubles } = countPlaywright(report, said);
  remarks.push(...troubles);
  return { count, said, wasShown: true };
});

rmSync(folder, { recursive: true, force: true });
process.exitCode = total.failed > 0 ? 1 : 0;
for (const remark of remarks) say(remark);
say(`${total.passed} passed, ${total.failed} failed`);
