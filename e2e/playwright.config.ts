import { defineConfig } from 'playwright/test';
import type { StackPlan } from './fixtures/stack.ts';
import { planStack } from './fixtures/stack.ts';

// Every worker loads this file again and must find the same stack.
process.env.E2E_STACK ??= JSON.stringify(await planStack());
const stack: StackPlan = JSON.parse(process.env.E2E_STACK);
const isRoot = process.getuid?.() === 0;

export default defineConfig<{ stack: StackPlan }>({
  testDir: '.',
  testMatch: ['*.spec.ts'],
  // A pattern without a folder means any folder.
  testIgnore: process.env.E2E_LONG ? [] : ['long/*.spec.ts'],
  outputDir: '../test-results',
  globalSetup: './fixtures/main-stack.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // A machine that stands still for seconds must not decide; the run names whatever needed the second try.
  retries: process.env.E2E_REPORT ? 1 : 0,
  reporter: process.env.E2E_REPORT
    ? [['list'], ['json', { outputFile: process.env.E2E_REPORT }]]
    : [['list']],
  use: {
    stack,
    baseURL: stack.siteUrl,
    browserName: 'chromium',
    locale: 'en-US',
    // A trace of every test costs more than the test on two cores.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(process.env.BROWSER_PATH ? { executablePath: process.env.BROWSER_PATH } : {}),
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        ...['--disable-background-networking', '--disable-component-update', '--no-first-run'],
      ],
    },
  },
});
