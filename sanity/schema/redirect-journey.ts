import type { SanityClient } from '@sanity/client';
import type { CustomValidator, ValidationContext } from 'sanity';
import { appliedTo, followPath, type Journey, type RedirectRule, ruleFor } from './follow-path.ts';
import { publishedIdOf } from './published-id.ts';

const otherRules = `*[_type == "redirect" && defined(from) && defined(to)
  && !(_id in [$published, "drafts." + $published]) && !(_id in path("versions.**"))]{ from, to, match }`;

/** What is at an address, and which article left it. */
const atAddress = `{
  "stands": count(*[_type == $type && slug.current == $slug && coalesce(language, $language) == $language
    && !(_id in path("drafts.**")) && !(_id in path("versions.**"))]) > 0,
  "moved": *[$type == "article" && _type == "article" && language == $language && $slug in previousSlugs
    && !(_id in path("drafts.**")) && !(_id in path("versions.**"))][0].slug.current
}`;
type AtAddress = { stands: boolean; moved: string | null };

const addressOfDocument = /^(\/es)?\/(articles|pages|sections)\/([a-z0-9-]+)$/;
const typeIn: Record<string, string> = { articles: 'article', pages: 'page', sections: 'section' };

/** A circle shows no page to anybody, so it cannot be published. */
export const noCircle: CustomValidator<string | undefined> = async (to, context) => {
  const journey = await journeyOf(to, context);
  return !journey?.isCircle || `This leads in a circle: ${told(journey)}.`;
};

/** Each further step costs a reader a request, and search engines give up after a few. */
export const noDetour: CustomValidator<string | undefined> = async (to, context) => {
  const journey = await journeyOf(to, context);
  if (!journey || journey.isCircle || journey.stops.length < 3) return true;
  return `This takes more than one step: ${told(journey)}. Lead to the last address.`;
};

async function journeyOf(
  to: string | undefined,
  { document, getClient }: ValidationContext,
): Promise<Journey | null> {
  const from = document?.from;
  if (!to || !document || typeof from !== 'string' || to === from) return null;
  const client = getClient({ apiVersion: '2025-02-19' }).withConfig({ perspective: 'raw' });
  const others = await client.fetch<RedirectRule[]>(otherRules, { published: publishedIdOf(document._id) });
  const match = document.match === 'prefix' ? 'prefix' : 'exact';
  const rules = [...others, { from, to, match }];
  return followPath(from, async (path) => {
    const { stands, moved } = await lookAt(path, client);
    // A page that is there answers before any rule is asked; but what is looked at here is the rule for `from`.
    if (stands && path !== from) return null;
    const rule = ruleFor(path, rules);
    return rule ? appliedTo(path, rule) : moved;
  });
}

async function lookAt(path: string, client: SanityClient): Promise<AtAddress> {
  const [, prefix = '', folder = '', slug = ''] = addressOfDocument.exec(path) ?? [];
  if (!slug) return { stands: false, moved: null };
  const language = prefix ? 'es' : 'en';
  const found = await client.fetch<AtAddress>(atAddress, { type: typeIn[folder], slug, language });
  return { ...found, moved: found.moved && `${prefix}/articles/${found.moved}` };
}

function told({ stops }: Journey): string {
  const most = 5;
  return (stops.length > most ? [...stops.slice(0, most), '…'] : stops).join(' → ');
}
