import { z } from 'zod';
import { type Language, languageSchema } from '#lib/i18n/language.ts';

/** More is no question; PostgreSQL would take it, and its time. */
export const mostCharacters = 200;
export const resultsAPage = 20;
/** Of more matches than this the newest are looked at: nobody reads on, and each one costs. */
export const mostMatches = 1000;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const id = z.preprocess(
  first,
  z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .nullable()
    .catch(null),
);
/** The years that the form offers: what is far outside them is no date to PostgreSQL. */
const day = z.preprocess(
  first,
  z.iso
    .date()
    .regex(/^(?:19|2\d)\d\d-/)
    .nullable()
    .catch(null),
);

/** What an address asks. Whatever is not understood asks for nothing. */
const schema = z.object({
  q: z.preprocess(first, z.string().catch('')).transform(tidy),
  section: id,
  topic: id,
  from: day,
  to: day,
  language: z.preprocess(first, languageSchema.or(z.literal('all')).nullable().catch(null)),
  sort: z.preprocess(first, z.enum(['relevance', 'newest']).catch('relevance')),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(mostMatches).catch(1)),
});

export type SearchQuery = Omit<z.infer<typeof schema>, 'language'> & { language: Language | 'all' };

export function readSearchQuery(
  parameters: Record<string, string | string[] | undefined>,
  language: Language,
): SearchQuery {
  const query = schema.parse(parameters);
  return { ...query, language: query.language ?? language };
}

/** The same question in an address: what is as it is anyway is left out. */
export function searchParameters(query: SearchQuery, language: Language): Record<string, string | null> {
  return {
    q: query.q || null,
    section: query.section,
    topic: query.topic,
    from: query.from,
    to: query.to,
    language: query.language === language ? null : query.language,
    sort: query.sort === 'relevance' ? null : query.sort,
    page: query.page === 1 ? null : String(query.page),
  };
}

/** A cut never leaves half of a character behind. */
function tidy(typed: string): string {
  const words = typed
    .normalize('NFC')
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...words].slice(0, mostCharacters).join('');
}
