import { expect, type Page } from 'playwright/test';
import { ArticlePage } from './article-page.ts';

/** What stands word for word in the article, in this order, one list for each paragraph. */
const paragraphs = [
  [
    'will demand “concrete and verifiable” results',
    '“gradual progress”',
    'Juan Ramón de la Fuente',
    'Marco Rubio',
  ],
  [
    '“the United States made clear that gradual progress in addressing security challenges at the border is unacceptable”',
    '“upcoming bilateral meetings with Mexico will demand concrete and verifiable results to dismantle narco-terrorism networks and achieve a real reduction in fentanyl trafficking, in order to protect communities on both sides of the border.”',
  ],
  [
    'Mexican Ministry of Foreign Affairs (SRE)',
    'Claudia Sheinbaum',
    'Donald Trump',
    'mutual respect for sovereignty',
  ],
  ['Security Implementation Group', 'January 23', 'fentanyl and weapons'],
  ['exchange of information', 'criminal organizations'],
  ['Ministerial Security Meeting in Washington, D.C.', 'February', 'first anniversary'],
];

/** Every text that the newsroom has fixed for this article, whenever and however it is read. */
export async function expectWholeBorderArticle(page: Page): Promise<void> {
  const parts = new ArticlePage(page);
  await expect(parts.headline).toHaveText('U.S. Presses Mexico for Border Security Results');
  await expect(
    page.getByRole('img', {
      name: 'U.S. and Mexican flags representing bilateral security talks',
      exact: true,
    }),
  ).toBeVisible();
  await expect(parts.article.getByRole('link', { name: 'Politics', exact: true })).toHaveAttribute(
    'href',
    '/sections/politics',
  );
  await expect(parts.article).toContainText('By Politics desk, Reporting');
  await expect(parts.article.locator('time').first()).toHaveAttribute('datetime', /^2026-01-15T22:40/);
  await expect(parts.article.locator('time').first()).toContainText('January 15, 2026');
  await expect(parts.paragraphs).toHaveCount(paragraphs.length);
  await expect(parts.paragraphs.first()).toHaveText(/^MEXICO CITY —\s*The U\.S\. State Department/i);
  for (const [index, texts] of paragraphs.entries())
    for (const text of texts) await expect(parts.paragraphs.nth(index)).toContainText(text);
  await expect(
    page.getByRole('heading', { name: 'Discover more from Riviera Maya News & Events' }),
  ).toBeVisible();
  await expect(page.getByText('Subscribe to get the latest posts sent to your email.')).toBeVisible();
  await expect(parts.inlineForm.getByLabel('E-mail address')).toBeVisible();
  await expect(parts.inlineForm.getByRole('button', { name: 'Subscribe' })).toBeVisible();
}
