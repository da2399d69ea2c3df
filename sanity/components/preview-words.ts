import { prefix } from '../document-locations.ts';

export type PreviewWords = {
  host: string;
  /** As search engines write an address: its folders, one after the other. */
  crumbs: string;
  title: string;
  shareTitle: string;
  description: string;
  isKeptOut: boolean;
  /** The picture's id in the lake, and the point of it that must stay in sight. */
  picture: { asset: string; focus: { x: number; y: number } | null } | null;
};

/** About where search engines cut; the schema warns at the same lengths. */
const longestTitle = 70;
const longestDescription = 170;

/** What a search result and a shared link will say of an article as it stands in the form: as lib/seo does it. */
export function previewWords(article: unknown, site: { name: string; host: string }): PreviewWords {
  const seo = at(article, 'seo');
  const headline = text(at(seo, 'title')) || text(at(article, 'headline')) || 'No headline yet';
  const description = text(at(seo, 'description')) || text(at(article, 'standfirst'));
  const slug = text(at(at(article, 'slug'), 'current')) || '…';
  const path = `${prefix(at(article, 'language'))}/articles/${slug}`;
  return {
    host: site.host,
    crumbs: [site.host, ...path.split('/').filter(Boolean)].join(' › '),
    title: cut(`${headline} | ${site.name}`, longestTitle),
    shareTitle: headline,
    description: cut(description, longestDescription),
    isKeptOut: at(seo, 'noindex') === true,
    picture: pictureOf(at(seo, 'image')) ?? pictureOf(at(at(article, 'hero'), 'image')),
  };
}

function pictureOf(image: unknown): PreviewWords['picture'] {
  const asset = text(at(at(image, 'asset'), '_ref'));
  const [x, y] = [at(at(image, 'hotspot'), 'x'), at(at(image, 'hotspot'), 'y')];
  const focus = typeof x === 'number' && typeof y === 'number' ? { x, y } : null;
  return asset ? { asset, focus } : null;
}

/** Cuts between two words. */
function cut(words: string, longest: number): string {
  if (words.length <= longest) return words;
  const room = words.slice(0, longest - 1);
  const end = room.lastIndexOf(' ');
  return `${(end > longest / 2 ? room.slice(0, end) : room).trimEnd()} …`;
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
