import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findBrowser } from '../testing/find-browser.ts';
import { type RunningSite, startSite, stopProcess } from './a-running-site.ts';
import { atMost, type Finding, found, isSo } from './finding.ts';
import { assertWrk, type Load, load } from './load.ts';
import { pageInBrowser } from './page-in-browser.ts';
import { publishToVisible } from './publish-to-visible.ts';

const path = '/articles/us-presses-mexico-for-border-security-results';
const loadSeconds = 8;
const warmingSeconds = 3;
const publishTimes = 7;
/** Texts that only Sanity's and Studio's code holds. */
const studioMarks = ['@sanity/', 'sanity.io', 'styled-components', 'groq'];

/** The article page of the production build beside a bare server that sends the same bytes. */
export async function benchArticle(root: string, environment: NodeJS.ProcessEnv): Promise<Finding[]> {
  await assertWrk();
  const browser = findBrowser(environment, join(root, 'node_modules', 'playwright', 'cli.js'));
  if (browser.kind === 'missing') throw new Error(browser.why);
  const site = await startSite(root, environment);
  try {
    return [
      ...(await measureLoad(root, site)),
      ...(await measurePage(site, browser.path)),
      ...(await measurePublish(site)),
    ];
  } finally {
    await site.stop();
  }
}

async function measureLoad(root: string, { origin, pid }: RunningSite): Promise<Finding[]> {
  const address = origin + path;
  const bare = spawn(process.execPath, [join(root, 'scripts/bench/bare-server.ts'), address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const port = await firstLine(bare.stdout);
    if (bare.pid === undefined) throw new Error('The bare server did not start.');
    const bareAddress = `http://127.0.0.1:${port}/`;
    await load(bareAddress, bare.pid, warmingSeconds);
    await load(address, pid, warmingSeconds);
    const bareLoad = await load(bareAddress, bare.pid, loadSeconds);
    const kept = await load(address, pid, loadSeconds);
    const throughFramework = await load(`${address}?through=framework`, pid, loadSeconds);
    return [
      ...describe('bare', bareLoad),
      ...describe('article', kept),
      ...describe('articleThroughFramework', throughFramework),
      atMost('cpuTimesBare', kept.cpuMsPerRequest / bareLoad.cpuMsPerRequest, 20),
      found('cpuTimesBareThroughFramework', throughFramework.cpuMsPerRequest / bareLoad.cpuMsPerRequest),
      atMost('failedRequests', kept.failed + throughFramework.failed, 0),
    ];
  } finally {
    await stopProcess(bare);
  }
}

function describe(who: string, { requestsPerSecond, cpuMsPerRequest }: Load): Finding[] {
  return [
    found(`${who}RequestsPerSecond`, requestsPerSecond),
    found(`${who}CpuMsPerRequest`, cpuMsPerRequest),
  ];
}

async function measurePage({ origin }: RunningSite, browserPath: string): Promise<Finding[]> {
  const desktop = await pageInBrowser(origin + path, 'desktop', browserPath);
  const phone = await pageInBrowser(origin + path, 'phone', browserPath);
  const marks = studioMarks.filter((mark) => desktop.scripts.includes(mark));
  return [
    atMost('javascriptKilobytes', desktop.javascriptBytes / 1_000, 145),
    found('htmlKilobytes', desktop.htmlBytes / 1_000),
    found('requests', desktop.requests),
    found('lcpMs', desktop.lcpMs),
    found('lcpPhoneMs', phone.lcpMs),
    found('lcpElement', desktop.lcpElement),
    isSo('lcpPicturePreloaded', desktop.isLcpPreloaded && phone.isLcpPreloaded),
    atMost('cls', Math.max(desktop.cls, phone.cls), 0),
    atMost('otherHosts', new Set([...desktop.otherHosts, ...phone.otherHosts]).size, 0),
    isSo('noStudioCode', marks.length === 0),
  ];
}

async function measurePublish(site: RunningSite): Promise<Finding[]> {
  const took = (await publishToVisible(site, site.origin + path, publishTimes)).toSorted((a, b) => a - b);
  return [
    found('publishToVisibleMedianMs', took[Math.floor(took.length / 2)] ?? 0),
    atMost('publishToVisibleWorstMs', took.at(-1) ?? 0, 2_000),
  ];
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('A program ended without a word.');
}
