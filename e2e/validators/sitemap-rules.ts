import { childrenNamed, type Element, readXml } from './read-xml.ts';

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const image = 'http://www.google.com/schemas/sitemap-image/1.1';
const news = 'http://www.google.com/schemas/sitemap-news/0.9';
const xhtml = 'http://www.w3.org/1999/xhtml';

const mostEntries = 50_000;
const mostNews = 1_000;
const mostBytes = 50 * 1024 * 1024;
const mostImages = 1_000;
const newsMs = 48 * 3_600_000;

type Map = { urls: string[]; faults: string[] };

/** What sitemaps.org and Google’s extensions ask of a map, an index of maps or a news sitemap. */
export function readMap(source: string, siteUrl: string, now: Date = new Date()): Map {
  const root = readXml(source);
  const isIndex = root.name === 'sitemapindex';
  const entries = childrenNamed(root, protocol, isIndex ? 'sitemap' : 'url');
  const urls = entries.map((entry) => textOf(entry, protocol, 'loc'));
  const faults = [
    ...fault(root.space === protocol && (isIndex || root.name === 'urlset'), 'no map'),
    ...fault(source.startsWith('<?xml version="1.0" encoding="UTF-8"?>'), 'encoding is not said'),
    ...fault(Buffer.byteLength(source) <= mostBytes, 'more than 50 MB'),
    ...fault(entries.length === root.children.length, 'elements that are no entries'),
    ...fault(entries.length <= mostEntries, 'more than 50,000 entries'),
    ...fault(new Set(urls).size === urls.length, 'an address twice'),
    ...urls.flatMap((url) => faultsOfAddress(url, siteUrl)),
    ...entries.flatMap((entry) => faultsOfEntry(entry)),
    ...(isIndex ? [] : faultsOfNews(entries, now)),
  ];
  return { urls, faults };
}

function fault(isRight: boolean, sentence: string): string[] {
  return isRight ? [] : [sentence];
}

function textOf(parent: Element, space: string, name: string): string {
  const [first, ...more] = childrenNamed(parent, space, name);
  return first && more.length === 0 ? first.text.trim() : '';
}

function faultsOfAddress(url: string, siteUrl: string): string[] {
  return [
    ...fault(URL.canParse(url) && new URL(url).href === url, `not absolute or not encoded: ${url}`),
    ...fault(url === siteUrl || url.startsWith(`${siteUrl.replace(/\/$/, '')}/`), `another host: ${url}`),
    ...fault(url.length < 2_048, `longer than 2,047 characters: ${url}`),
  ];
}

/** W3C date and time, as far as the protocol allows it. */
const dateTime = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;

function faultsOfEntry(entry: Element): string[] {
  const url = textOf(entry, protocol, 'loc');
  const modified = childrenNamed(entry, protocol, 'lastmod').map((one) => one.text);
  const images = childrenNamed(entry, image, 'image').map((one) => textOf(one, image, 'loc'));
  const links = childrenNamed(entry, xhtml, 'link').map(({ attributes }) => attributes);
  const known = new Set([protocol, image, news, xhtml]);
  return [
    ...modified.flatMap((date) =>
      fault(dateTime.test(date) && !Number.isNaN(Date.parse(date)), `lastmod ${date}`),
    ),
    ...fault(images.length <= mostImages, `more than 1,000 images at ${url}`),
    ...images.flatMap((src) => fault(URL.canParse(src), `image ${src}`)),
    ...links.flatMap(({ rel, hreflang, href }) =>
      fault(rel === 'alternate' && Boolean(hreflang) && URL.canParse(href ?? ''), `alternate ${href}`),
    ),
    ...fault(links.length === 0 || links.some(({ href }) => href === url), `does not name itself: ${url}`),
    ...fault(
      entry.children.every((child) => known.has(child.space)),
      `unknown elements at ${url}`,
    ),
  ];
}

function faultsOfNews(entries: Element[], now: Date): string[] {
  const all = entries.flatMap((entry) => childrenNamed(entry, news, 'news'));
  if (all.length === 0) return [];
  return [
    ...fault(all.length === entries.length, 'entries with and without news'),
    ...fault(all.length <= mostNews, 'more than 1,000 news'),
    ...all.flatMap((one) => {
      const [publication] = childrenNamed(one, news, 'publication');
      const date = textOf(one, news, 'publication_date');
      const age = now.getTime() - Date.parse(date);
      return [
        ...fault(
          publication !== undefined && textOf(publication, news, 'name') !== '',
          'a paper without a name',
        ),
        ...fault(
          publication !== undefined && /^[a-z]{2,3}$/.test(textOf(publication, news, 'language')),
          'language',
        ),
        ...fault(textOf(one, news, 'title') !== '', 'no title'),
        ...fault(dateTime.test(date) && age < newsMs, `older than 48 hours: ${date}`),
      ];
    }),
  ];
}
