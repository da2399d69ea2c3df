import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { isDraft } from '#lib/page-cache/response-status.ts';
import { type Block, blockSchema } from './body.ts';
import { figureFields } from './groq-parts.ts';
import { isVisible } from './is-visible.ts';
import { pictureRow } from './picture-row.ts';
import { dayOrInstant } from './summary-row.ts';

const target = `"target": article->{
  "slug": slug.current, headline, language, embargoUntil,
  "withdrawn": flags.withdrawn == true, "legalHold": flags.legalHold == true }`;

const markDefs = `"markDefs": markDefs[]{ _key, _type, href, _type == "articleLink" => { ${target} } }`;

/** A body with its references followed; parseBody below is the twin. */
export const bodyFields = `
  "body": coalesce(body, [])[]{
    ...,
    _type == "block" => { ${markDefs} },
    _type == "figure" => { ${figureFields} },
    _type == "gallery" => { "pictures": figures[]{ _key, ${figureFields} } },
    _type == "embed" => { "picture": select(defined(picture.image.asset._ref) => picture{${figureFields}}) },
    _type == "factBox" => { "body": body[]{ ..., ${markDefs} } },
    _type == "relatedLink" => { ${target} }
  }`;

const targetRow = z.object({
  slug: z.string(),
  headline: z.string(),
  language: z.string(),
  embargoUntil: z.string().nullable(),
  withdrawn: z.boolean(),
  legalHold: z.boolean(),
});

const blockRow = z.looseObject({ _type: z.string() });
type BlockRow = z.infer<typeof blockRow>;

export type BodyContext = { documentId: string; language: Language; now: Date };

/**
 * The blocks that pages can show. Types unknown to this build, embeds of unfit addresses and links to articles that
 * nobody may see are left out with a log line; any other broken block throws, for an article must not lose a
 * paragraph unnoticed. A paywall break is recognised whatever else is wrong with it.
 */
export function parseBody(rows: unknown[], context: BodyContext): Block[] {
  return rows.flatMap((row, index) => {
    const block = blockRow.parse(row);
    if (block._type === 'paywallBreak') return [{ _type: 'paywallBreak' as const, _key: `break-${index}` }];
    try {
      return [blockSchema.parse(shape(block, context))];
    } catch (cause) {
      if (!(cause instanceof z.ZodError && mayBeLeftOut(block))) throw cause;
      const { _key, _type: type } = block;
      log.warn({ event: 'content.block-skipped', id: context.documentId, block: _key, type });
      return [];
    }
  });
}

/** In a draft, whatever its editor has only begun: Studio says beside it what is missing, and does not publish it so. */
function mayBeLeftOut({ _type }: BlockRow): boolean {
  if (isDraft()) return true;
  const known: string[] = blockSchema.options.map((option) => option.shape._type.value);
  return _type === 'embed' || _type === 'relatedLink' || !known.includes(_type);
}

/** From what the lake holds to what blockSchema checks; null for what is to be left out. */
function shape(block: BlockRow, context: BodyContext): unknown {
  switch (block._type) {
    case 'block':
      return withLinks(block, context);
    case 'figure':
      return { ...pictureRow.parse(block), _key: block._key, _type: 'figure' };
    case 'gallery':
      return { ...block, pictures: galleryRow.parse(block.pictures) };
    case 'factBox':
      return {
        ...block,
        body: z
          .array(blockRow)
          .parse(block.body)
          .map((one) => withLinks(one, context)),
      };
    case 'embed':
      return { ...block, picture: block.picture ? pictureRow.parse(block.picture) : undefined };
    case 'pullQuote':
      return { ...block, attribution: block.attribution ?? null };
    case 'table':
      return { ...block, caption: block.caption ?? null, headerRow: block.headerRow ?? false };
    case 'correctionNote':
      return { ...block, date: dayOrInstant.parse(block.date) };
    case 'relatedLink': {
      const linked = reachable(block.target, context);
      return linked && { ...block, ...linked };
    }
    default:
      return block;
  }
}

const galleryRow = z
  .array(z.looseObject({ _key: z.string() }))
  .transform((rows) => rows.map((row) => ({ ...pictureRow.parse(row), _key: row._key })));

const markDefRow = z.looseObject({ _type: z.string() });

function withLinks(block: BlockRow, context: BodyContext): unknown {
  const defs = z.array(markDefRow).nullish().parse(block.markDefs) ?? [];
  const known = defs.filter((def) => def._type === 'link' || def._type === 'articleLink');
  const markDefs = known.map((def) =>
    def._type === 'articleLink' ? { ...def, slug: reachable(def.target, context)?.slug ?? null } : def,
  );
  return { ...block, markDefs };
}

/** Links stay within a language: the address of the other one is its own page's business. */
function reachable(row: unknown, { language, now }: BodyContext): { slug: string; headline: string } | null {
  const parsed = targetRow.safeParse(row);
  if (!parsed.success || parsed.data.language !== language || !isVisible(parsed.data, now)) return null;
  return { slug: parsed.data.slug, headline: parsed.data.headline };
}
