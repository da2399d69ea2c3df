import { beforeAll, describe, expect, test } from 'vitest';
import { blockSchema } from '#lib/content/body.ts';
import type { Language } from '#lib/i18n/language.ts';
import { quotedPrintable } from '#lib/mail/quoted-printable.ts';
import { stubConfig } from '#lib/test-config.ts';
import { anArticle, anEdition, digestOf, oneOfEach, picture, siteUrl, summary, text } from './an-edition.ts';
import { type EditionContent, recipientToken } from './edition-content.ts';
import { longestBody, renderEdition } from './render-edition.ts';

beforeAll(stubConfig);

const render = (content: EditionContent, language: Language = 'en', place: 'mail' | 'browser' = 'mail') =>
  renderEdition(content, language, { siteUrl, place });

const everyBlock = Object.values(oneOfEach).flat();
const correction = { text: 'It was May, not June.', date: '2026-01-16T01:00:00Z', kind: 'correction' };
const { edition } = anEdition();
const kinds: Record<string, EditionContent> = {
  instant: anEdition({
    articles: [anArticle({ blocks: everyBlock, summary: summary({ corrections: [correction] }) })],
  }),
  'instant, cut': anEdition({ access: 'preview', articles: [anArticle({ isCut: true })] }),
  digest: digestOf([
    anArticle({ blocks: [] }),
    anArticle({ blocks: [], summary: summary({ slug: 'second', headline: 'The second', kind: 'opinion' }) }),
    anArticle({ blocks: [], summary: summary({ slug: 'third', headline: 'The third', hero: null }) }),
  ]),
  correction: anEdition({ edition: { ...edition, kind: 'correction' }, correction }),
};
const everyKind = Object.entries(kinds).flatMap(([kind, content]) =>
  (['en', 'es'] as const).map((language) => [kind, language, content] as const),
);

/** Every word, sorted: each part of a mail has to say all of them, as often as the other. */
function words(said: string): string[] {
  return (said.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

function wordsOfHtml(html: string): string[] {
  const shown = html
    .replace(/<(style|title)>[\s\S]*?<\/\1>|<div style="display:none[\s\S]*?<\/div>/g, '')
    .replace(/<img[^>]*? alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ');
  return words(shown.replace(/&(\S+?);/g, (_, name: string) => entities[name] ?? `unknown ${name}`));
}

/** Without what text alone needs: signs of structure, and the addresses that markup hides behind words. */
function wordsOfText(text: string): string[] {
  return words(text.replace(/https:\/\/\S+|\[(?:Picture|Imagen):|^\d\. /gm, ' '));
}

describe.each(everyKind)('an edition of kind %s in %s', (_kind, language, content) => {
  const mail = () => render(content, language);

  test('its text and its HTML say the same', () => {
    const { html, text: plain } = mail();
    expect(wordsOfText(plain)).toEqual(wordsOfHtml(html));
  });

  test('every address in it is absolute', () => {
    const { html, text: plain } = mail();
    const addresses = [...html.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, url]) => url ?? '');
    expect(addresses.length).toBeGreaterThan(3);
    for (const url of addresses) expect(url).toMatch(/^https:\/\/[a-z.]+\//);
    expect(`${html}${plain}`).not.toMatch(/(?:href|src)=["']?\/|\(\/|undefined|\[object/);
  });

  test('both parts say how to leave, how to choose, from where it comes and how to see it in a browser', () => {
    const { html, text: plain } = mail();
    const prefix = language === 'es' ? '/es' : '';
    for (const part of [html, plain]) {
      expect(part).toContain(`${siteUrl}${prefix}/unsubscribe?token=${recipientToken}`);
      expect(part).toContain(`${siteUrl}${prefix}/preferences?token=${recipientToken}`);
      expect(part).toContain(`${siteUrl}${prefix}/newsletter/${edition.id}`);
      expect(part).toContain('Avenida 5, Tulum');
      expect(part).toContain('Riviera');
    }
  });
});

test.each(Object.entries(oneOfEach))('shows a %s in HTML and in text, or is its sign', (type, blocks) => {
  for (const block of blocks) expect(blockSchema.parse(block)).toEqual(block);
  const empty = render(anEdition({ articles: [anArticle({ blocks: [] })] }));
  const mail = render(anEdition({ articles: [anArticle({ blocks })] }));
  if (type === 'paywallBreak') expect(mail).toEqual(empty);
  else {
    expect(mail.html.length).toBeGreaterThan(empty.html.length);
    expect(mail.text.length).toBeGreaterThan(empty.text.length);
  }
});

test('links lead to where the editor meant, and those into the site say from where', () => {
  const { html, text: plain } = render(anEdition({ articles: [anArticle({ blocks: oneOfEach.block })] }));
  for (const url of [
    `${siteUrl}/pages/about?from=newsletter#us`,
    `${siteUrl}/articles/other-story?from=newsletter`,
    `${siteUrl}/articles/reef-report?from=newsletter`,
  ]) {
    expect(html).toContain(`href="${url}"`);
    expect(plain).toContain(url);
  }
  expect(html).toContain('href="https://gob.mx/a?b=1&amp;c=2"');
  expect(plain).toContain('https://gob.mx/a?b=1&c=2');
});

test('furniture is in the language of the reader, stories in that of the list, and the markup says so', () => {
  const { html, text: plain, subject } = render(kinds.instant ?? anEdition(), 'es');
  expect(html).toContain('<html lang="es">');
  expect(html).toContain('<div lang="en">');
  expect(plain).toContain('Darme de baja');
  expect(plain).toContain('Resumen de la mañana · jueves, 15 de enero de 2026');
  expect(plain).toContain('By Ana Ruiz and Luis May · January 15, 2026');
  expect(subject).toBe('The reef is “growing” & <well>');
  expect(render(anEdition(), 'en').html).not.toContain('<div lang=');
});

test('an opinion of the section of that name is labelled once, of another section with both', () => {
  const labelled = (title: string) => {
    const section = { id: 's', slug: 's', title };
    const { text: plain } = render(
      anEdition({ articles: [anArticle({ summary: summary({ kind: 'opinion', section }) })] }),
    );
    return plain;
  };
  expect(labelled('Opinion')).not.toContain('Opinion · Opinion');
  expect(labelled('Travel')).toContain('Travel · Opinion');
});

test('lists keep their order and depth in text', () => {
  const { text: plain } = render(anEdition({ articles: [anArticle({ blocks: oneOfEach.block })] }));
  expect(plain).toContain('- First point\n  - Below it');
  expect(plain).toContain('1. Step one\n2. Step two');
  expect(plain).toContain('> Said before');
});

test('the subject is the editor’s own, else the headline; a digest names its list, a correction itself', () => {
  expect(
    render(anEdition({ articles: [anArticle({ subject: 'Look:\r\nBcc: x@example.com' })] })).subject,
  ).toBe('Look: Bcc: x@example.com');
  expect(render(kinds.digest ?? anEdition(), 'es').subject).toBe(
    'Resumen de la mañana: The reef is “growing” & <well>',
  );
  expect(render(kinds.correction ?? anEdition(), 'es').subject).toBe(
    'Corrección: The reef is “growing” & <well>',
  );
});

test('a correction says what was wrong and leads to the story, and does not mail the story again', () => {
  const mail = render(kinds.correction ?? anEdition());
  expect(mail.text).toContain('Correction, January 15, 2026\nIt was May, not June.');
  expect(mail.text).toContain(`Read the corrected story: ${siteUrl}/articles/reef-report?from=newsletter`);
  expect(mail.html + mail.text).not.toContain('It grows.');
});

test('who may not read on is told so, and where it goes on; the whole story has no such button', () => {
  const cut = render(kinds['instant, cut'] ?? anEdition());
  expect(cut.text).toContain(
    'The rest of this story is for subscribers, on the site.\nRead on the site: https',
  );
  expect(render(anEdition()).text).not.toContain('Read on');
});

test('a long story ends at a paragraph, never at a heading, and says that it goes on', () => {
  const paragraph = (index: number) => text(`${index}: ${'Olas á la orilla. '.repeat(40)}END${index}.`);
  const blocks = Array.from({ length: 400 }, (_, index) => [
    text(`Heading ${index}`, { style: 'h2' }),
    paragraph(index),
  ]).flat();
  const mail = render(anEdition({ articles: [anArticle({ blocks })] }));
  const kept = [...mail.text.matchAll(/END(\d+)\./g)].length;
  expect(kept).toBeGreaterThan(20);
  expect(kept).toBeLessThan(400);
  expect(mail.text).not.toContain(`Heading ${kept}\n`);
  expect(mail.text).toContain('It goes on on the site.\nRead on the site: ');
  expect(mail.html).toContain(`END${kept - 1}.</p>`);
  const bytes = quotedPrintable(mail.html).length + quotedPrintable(mail.text).length;
  expect(bytes).toBeLessThanOrEqual(longestBody);
  // One paragraph more would have been too much.
  expect(bytes).toBeGreaterThan(longestBody * 0.95);
});

test('a digest of too many stories names as many as fit and says how many are left', () => {
  const articles = Array.from({ length: 300 }, (_, index) =>
    anArticle({ blocks: [], summary: summary({ slug: `story-${index}`, headline: `Story ${index}.` }) }),
  );
  const mail = render(digestOf(articles));
  const named = [...mail.text.matchAll(/^Story \d+\.$/gm)].length;
  expect(named).toBeGreaterThan(20);
  expect(mail.text).toContain(`${300 - named} more stories did not fit into this mail.`);
});

test('what editors write cannot become markup, nor be given a reader’s key', () => {
  const hostile = `"><script>alert(1)</script> ${recipientToken}`;
  const blocks = [text(hostile), { ...picture, _type: 'figure' as const, _key: 'f', alt: hostile }];
  const article = anArticle({ blocks, summary: summary({ headline: hostile, bylineText: hostile }) });
  const { html, text: plain } = render(anEdition({ articles: [article] }));
  expect(html).not.toContain('<script');
  expect(html.split(recipientToken)).toHaveLength(3);
  expect(plain.split(recipientToken)).toHaveLength(3);
});

test('seen in a browser it belongs to nobody: no key, no way to leave, but one to subscribe', () => {
  const { html, text: plain } = render(kinds.digest ?? anEdition(), 'es', 'browser');
  expect(html + plain).not.toContain(recipientToken);
  expect(html).not.toContain('unsubscribe');
  expect(html).toContain(`href="${siteUrl}/es/subscribe"`);
});
