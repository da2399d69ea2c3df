import { chromium } from 'playwright';
import { z } from 'zod';

export type PageInBrowser = {
  javascriptBytes: number;
  htmlBytes: number;
  requests: number;
  otherHosts: string[];
  lcpMs: number;
  lcpElement: string;
  isLcpPreloaded: boolean;
  cls: number;
  /** The text of all scripts that the page loaded. */
  scripts: string;
};

const devices = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 3 },
};

/** Run in the browser before the page: what was painted largest, and every shift that no reader caused. */
const observePaint = `
  window.paint = { lcp: null, cls: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.paint.lcp = entry;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.paint.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

const readPaint = `(() => {
  const { lcp, cls } = window.paint;
  const preloads = [...document.querySelectorAll('link[rel=preload][as=image]')];
  const path = lcp && lcp.url ? lcp.url.replace(location.origin, '') : null;
  const offers = (link) => [link.getAttribute('href'), ...(link.imageSrcset || '').split(/,\\s+/)];
  return {
    cls,
    lcpMs: lcp ? lcp.startTime : 0,
    lcpElement: lcp && lcp.element ? lcp.element.tagName.toLowerCase() : 'none',
    isLcpPreloaded: path !== null && preloads.some((link) => offers(link).some((offer) => offer && offer.split(' ')[0] === path)),
  };
})()`;

const paintSchema = z.object({
  cls: z.number(),
  lcpMs: z.number(),
  lcpElement: z.string(),
  isLcpPreloaded: z.boolean(),
});

/** Opens a page in a fresh browser, scrolls through it, and says what it cost. Bytes are as transferred. */
export async function pageInBrowser(
  address: string,
  device: keyof typeof devices,
  browserPath: string,
): Promise<PageInBrowser> {
  const browser = await chromium.launch({
    // Playwright hides scrollbars, but the room that a page reserves for them stays: that would look like a shift.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    ...(browserPath ? { executablePath: browserPath } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  });
  try {
    const page = await browser.newPage(devices[device]);
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    const kinds = new Map<string, { kind: string; url: string }>();
    const bytes = new Map<string, number>();
    network.on('Network.responseReceived', ({ requestId, type, response }) => {
      kinds.set(requestId, { kind: type, url: response.url });
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      bytes.set(requestId, encodedDataLength);
    });
    await page.addInitScript({ content: observePaint });
    await page.goto(address, { waitUntil: 'networkidle' });
    const height = await page.evaluate(() => document.body.scrollHeight);
    for (let y = 0; y <= height; y += 400) {
      await page.evaluate(() => window.scrollBy(0, 400));
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    await page.waitForLoadState('networkidle');
    const painted = paintSchema.parse(await page.evaluate(readPaint));
    const loaded = [...kinds].map(([id, seen]) => ({ ...seen, id, bytes: bytes.get(id) ?? 0 }));
    const sumOf = (kind: string) =>
      loaded.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.bytes, 0);
    const web = loaded.filter(({ url }) => url.startsWith('http'));
    const scripts = await Promise.all(
      web
        .filter(({ kind }) => kind === 'Script')
        .map(async ({ url }) => (await page.request.get(url)).text()),
    );
    return {
      ...painted,
      javascriptBytes: sumOf('Script'),
      htmlBytes: sumOf('Document'),
      requests: web.length,
      otherHosts: [...new Set(web.map(({ url }) => new URL(url).host))].filter(
        (host) => host !== new URL(address).host,
      ),
      scripts: scripts.join('\n'),
    };
  } finally {
    await browser.close();
  }
}
