import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';
import { borderArticle } from './pages/article-page.ts';
import { closedArticles } from './pages/wall.ts';

const paths = [
  '/',
  borderArticle,
  closedArticles.trust,
  '/sections/environment',
  '/subscribe',
  '/es/sign-in',
];

type Stop = { name: string; outline: number; isInWindow: boolean };

/** What has the focus now; null when it has left the page. */
function stopNow(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    // A link that covers its card draws the ring with what it covers it by.
    const rings = [getComputedStyle(focused), getComputedStyle(focused, '::after')];
    const outline = Math.max(
      ...rings.map((ring) => (ring.outlineStyle === 'none' ? 0 : Number.parseFloat(ring.outlineWidth))),
    );
    const { top, bottom, left, right } = focused.getBoundingClientRect();
    const isInWindow = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
    const name = `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40)}`;
    return { name, outline, isInWindow };
  });
}

for (const path of paths) {
  test(`whoever walks ${path} by keyboard sees where they are at every stop, and comes out at its end`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const stops: Stop[] = [];
    const expected = await page.locator('a[href], button, input:not([type=hidden]), summary').count();
    for (let pressed = 0; pressed < expected + 20; pressed += 1) {
      await page.keyboard.press('Tab');
      const stop = await stopNow(page);
      if (!stop) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.length, 'a trap').toBeLessThan(expected + 20);
    expect(stops.filter(({ outline }) => outline < 2)).toEqual([]);
    expect(stops.filter(({ isInWindow }) => !isInWindow)).toEqual([]);
  });
}

test('nothing moves for whoever asks for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of paths) {
    await page.goto(path);
    const moving = await page.locator('*').evaluateAll((all) =>
      all
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          const lasts = transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0.01);
          return lasts || animationName !== 'none' || scrollBehavior === 'smooth';
        })
        .map((element) => `${element.tagName}.${element.className}`),
    );
    expect(moving, path).toEqual([]);
  }
});

test('in forced colours every button and field has an edge, and what is marked is marked by more than colour', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of paths) {
    await page.goto(path);
    const edgeless = await page
      .locator('button:visible, input:visible:not([type=hidden], [type=checkbox], [type=radio], [data-trap])')
      .evaluateAll((all) =>
        all
          .filter((control) => {
            const { borderTopWidth, outlineStyle, textDecorationLine } = getComputedStyle(control);
            const isText = textDecorationLine.includes('underline');
            return Number.parseFloat(borderTopWidth) === 0 && outlineStyle === 'none' && !isText;
          })
          .map((control) => control.outerHTML.slice(0, 120)),
      );
    expect(edgeless, path).toEqual([]);
  }
});

test('links into the other language say in which language they are', async ({ page }) => {
  for (const path of paths) {
    await page.goto(path);
    const silent = await page
      .locator('a[hreflang]')
      .evaluateAll((all) =>
        all.filter((link) => !link.closest('[lang]:not(html)')).map((link) => link.outerHTML),
      );
    expect(silent, path).toEqual([]);
  }
});
