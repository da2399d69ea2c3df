import { all, type Element, parseXml, textOf } from './test-xml.ts';

/**
 * The rules of the W3C Feed Validation Service (validator.w3.org/feed) that our elements can break, as its messages have
 * them. An empty list is a valid feed without a warning.
 */
export function problemsOfRss(xml: string, selfUrl: string | null): string[] {
  const rss = parseXml(xml);
  const channels = all(rss, 'channel');
  const channel = channels[0];
  if (rss.name !== 'rss' || rss.attributes.version !== '2.0') return ['Undefined root element'];
  if (!channel || channels.length !== 1) return ['One channel is needed'];
  const items = all(channel, 'item');
  const guids = items.map((item) => textOf(item, 'guid'));
  const selves = all(channel, 'atom:link').filter(({ attributes }) => attributes.rel === 'self');
  return [
    ...['title', 'link', 'description'].flatMap((name) => missing(channel, name)),
    ...notWhole('channel', textOf(channel, 'link')),
    ...(selfUrl === null || (selves.length === 1 && selves[0]?.attributes.href === selfUrl)
      ? []
      : ['Missing atom:link with rel="self", or it does not match the location']),
    ...(guids.length === new Set(guids).size ? [] : ['Two or more items have the same guid']),
    ...(/^[a-z]{2}(?:-[a-z]{2})?$/i.test(textOf(channel, 'language') ?? '') ? [] : ['Invalid language']),
    ...[textOf(channel, 'lastBuildDate')].flatMap((date) => (date === null ? [] : notRfc822(date))),
    ...repeated(channel, ['atom:link', 'item', 'category']),
    ...channel.children.flatMap(unknownNamespace),
    ...items.flatMap(problemsOfItem),
  ];
}

function problemsOfItem(item: Element): string[] {
  const [guid] = all(item, 'guid');
  return [
    ...(textOf(item, 'title') || textOf(item, 'description') ? [] : ['An item needs a title or description']),
    ...(guid ? [] : ['An item should have a guid']),
    ...(guid?.attributes.isPermaLink === 'false' ? notIri('guid', guid.text) : notWhole('guid', guid?.text)),
    ...notWhole('item link', textOf(item, 'link')),
    ...notRfc822(textOf(item, 'pubDate') ?? ''),
    ...repeated(item, ['category', 'dc:creator', 'media:content']),
    ...(/<(?:a|b|br|em|i|img|p|script|strong)\b/i.test(textOf(item, 'title') ?? '')
      ? ['A title should not hold HTML']
      : []),
    ...(textOf(item, 'author') === null ? [] : ['An author has to be an address']),
    ...all(item, 'enclosure').flatMap(({ attributes: { url, length, type } }) =>
      url && length && type ? [] : ['An enclosure needs url, length and type'],
    ),
    ...all(item, 'media:content').flatMap(({ attributes }) => [
      ...notWhole('media:content', attributes.url),
      ...(/^\w+\/[\w+.-]+$/.test(attributes.type ?? '') ? [] : ['media:content has no valid type']),
    ]),
    ...markupProblems(textOf(item, 'content:encoded') ?? ''),
    ...item.children.flatMap(unknownNamespace),
  ];
}

export function problemsOfAtom(xml: string, selfUrl: string): string[] {
  const feed = parseXml(xml);
  if (feed.name !== 'feed' || feed.namespace !== atom) return ['Undefined root element'];
  const entries = all(feed, 'entry');
  const ids = entries.map((entry) => textOf(entry, 'id'));
  const self = all(feed, 'link').filter(({ attributes }) => attributes.rel === 'self');
  return [
    ...['id', 'title', 'updated'].flatMap((name) => missing(feed, name)),
    ...notIri('feed id', textOf(feed, 'id')),
    ...notRfc3339(textOf(feed, 'updated')),
    ...(self.length === 1 && self[0]?.attributes.href === selfUrl ? [] : ['Missing or wrong self link']),
    ...(ids.length === new Set(ids).size ? [] : ['Two entries with the same id']),
    ...repeated(feed, ['link', 'entry', 'author', 'category']),
    ...entries.flatMap((entry) => [
      ...['id', 'title', 'updated'].flatMap((name) => missing(entry, name)),
      ...notIri('entry id', textOf(entry, 'id')),
      ...['updated', 'published'].flatMap((name) => notRfc3339(textOf(entry, name))),
      ...(all(feed, 'author').length + all(entry, 'author').length > 0 ? [] : ['An entry has no author']),
      ...all(entry, 'author').flatMap((author) => missing(author, 'name')),
      ...(all(entry, 'link').filter(({ attributes }) => attributes.rel === 'alternate').length === 1
        ? []
        : ['An entry has one alternate link']),
      ...all(entry, 'link').flatMap(({ attributes }) => notWhole('link', attributes.href)),
      ...repeated(entry, ['link', 'author', 'category']),
      ...all(entry, 'content').flatMap(({ attributes, text }) =>
        attributes.type === 'html' ? markupProblems(text) : ['The content does not say that it is HTML'],
      ),
      ...(textOf(entry, 'content') ? [] : ['An entry has no content']),
    ]),
  ];
}

/** By jsonfeed.org/version/1.1. */
export function problemsOfJsonFeed(text: string, selfUrl: string): string[] {
  const feed = JSON.parse(text);
  const items: Record<string, unknown>[] = feed.items;
  const ids = items.map(({ id }) => id);
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' ? [] : ['A version that nobody knows']),
    ...(typeof feed.title === 'string' && feed.title ? [] : ['Missing title']),
    ...(feed.feed_url === selfUrl ? [] : ['feed_url is not where the feed is']),
    ...(ids.length === new Set(ids).size ? [] : ['Two items with the same id']),
    ...items.flatMap((item) => [
      ...(typeof item.id === 'string' && item.id ? [] : ['An item needs an id that is text']),
      ...notWhole('url', String(item.url)),
      ...notRfc3339(String(item.date_published)),
      ...notRfc3339(String(item.date_modified)),
      ...(typeof item.content_html === 'string' ? markupProblems(item.content_html) : ['No content']),
    ]),
  ];
}

const atom = 'http://www.w3.org/2005/Atom';
const namespaces: Record<string, string> = {
  atom,
  content: 'http://purl.org/rss/1.0/modules/content/',
  dc: 'http://purl.org/dc/elements/1.1/',
  media: 'http://search.yahoo.com/mrss/',
};

function unknownNamespace({ name, namespace }: Element): string[] {
  const [prefix = '', local] = name.split(':');
  return (local === undefined ? '' : namespaces[prefix]) === namespace ? [] : [`${name} of ${namespace}`];
}

function missing(element: Element, name: string): string[] {
  return textOf(element, name) ? [] : [`${element.name} lacks ${name}`];
}

function repeated(element: Element, often: string[]): string[] {
  const names = element.children.map(({ name }) => name).filter((name) => !often.includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [...new Set(twice)].map((name) => `${element.name} has ${name} twice`);
}

function notWhole(what: string, url: string | null | undefined): string[] {
  return /^https?:\/\/[^\s<>"{}|\\^`]+$/.test(url ?? '') ? [] : [`${what} is no whole address: ${url}`];
}

function notIri(what: string, id: string | null): string[] {
  const tag = /^tag:[a-z0-9.-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:[0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]*$/;
  return /^tag:/.test(id ?? '') ? (tag.test(id ?? '') ? [] : [`${what}: ${id}`]) : notWhole(what, id);
}

const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const rfc822 = new RegExp(`^${day}, \\d{2} ${month} \\d{4} \\d{2}:\\d{2}:\\d{2} (?:GMT|[+-]\\d{4})$`);

function notRfc822(date: string): string[] {
  return rfc822.test(date) && !Number.isNaN(Date.parse(date)) ? [] : [`No RFC 822 date: ${date}`];
}

function notRfc3339(date: string | null): string[] {
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;
  return shape.test(date ?? '') ? [] : [`No RFC 3339 date: ${date}`];
}

/** What its "should not contain" messages name: relative addresses, code, styles and odd attributes in markup. */
function markupProblems(markup: string): string[] {
  const addresses = [...markup.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, url]) => url ?? '');
  return [
    ...addresses
      .filter((url) => !/^(?:https?:\/\/|mailto:|tel:)/.test(url))
      .map((url) => `The markup holds a relative or odd address: ${url}`),
    ...(/<(?:script|style|iframe|object|embed|form|input|meta|link|base)\b/i.test(markup)
      ? ['The markup holds an element that no reader shows']
      : []),
    ...(/\s(?:style|on\w+|class|id)=/i.test(markup.replace(/>[^<]*</g, '><'))
      ? ['The markup holds an attribute that no reader heeds']
      : []),
    ...(/&(?!(?:amp|lt|gt|quot|#39);)/.test(markup) ? ['The markup holds a bare &'] : []),
  ];
}
