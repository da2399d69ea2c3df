import { PortableText, type PortableTextTypeComponentProps } from '@portabletext/react';
import type { ComponentType, ReactNode } from 'react';
import { GatedText } from '#components/paywall/gated.tsx';
import type { Block } from '#lib/content/body.ts';
import { headingsOf } from '#lib/content/table-of-contents.ts';
import type { Language } from '#lib/i18n/language.ts';
import { CorrectionNote } from './correction-note.tsx';
import { EmbedCard } from './embed-card.tsx';
import { FactBox } from './fact-box.tsx';
import { BodyFigure, Gallery } from './figures.tsx';
import { PullQuote } from './pull-quote.tsx';
import { RelatedLink } from './related-link.tsx';
import { Table } from './table.tsx';
import { textComponents } from './text-blocks.tsx';

type Props = {
  blocks: Block[];
  language: Language;
  timeZone: string;
  /** Set before the first words: the place the report is filed from. */
  dateline?: string | null;
  /** From which block on not everybody gets the text; null when all do, or when what they do not get is not here. */
  gatedFrom?: number | null;
  /** Whether its headings have addresses: not where several bodies share a page. */
  linkable?: boolean;
  /** Stands where the part begins that not everybody gets. */
  gateNote?: ReactNode;
  /** Told the id of a block that nothing here knows how to show; the block itself is left out. */
  onUnknownBlock: (type: string) => void;
};

type Renderers = {
  [Type in Exclude<Block['_type'], 'block'>]: ComponentType<
    PortableTextTypeComponentProps<Extract<Block, { _type: Type }>>
  >;
};

/** The text of an article. A type of block without an entry here does not compile. */
export function ArticleBody({
  blocks,
  language,
  timeZone,
  dateline = null,
  linkable = true,
  onUnknownBlock,
  ...gate
}: Props) {
  const gatedFrom = gate.gatedFrom ?? null;
  const context = { language, timeZone };
  const types: Renderers = {
    figure: ({ value }) => <BodyFigure picture={value} />,
    gallery: ({ value }) => <Gallery pictures={value.pictures} language={language} />,
    pullQuote: ({ value }) => <PullQuote text={value.text} attribution={value.attribution} />,
    embed: ({ value }) => (
      <EmbedCard url={value.url} title={value.title} picture={value.picture ?? null} language={language} />
    ),
    factBox: ({ value }) => (
      <FactBox title={value.title} blocks={value.body} language={language} id={value._key} />
    ),
    table: ({ value }) => <Table table={value} language={language} />,
    paywallBreak: () => null,
    relatedLink: ({ value }) => (
      <RelatedLink slug={value.slug} headline={value.headline} language={language} />
    ),
    correctionNote: ({ value }) => <CorrectionNote text={value.text} date={value.date} {...context} />,
  };
  const texts = textComponents(
    language,
    datelineBefore(blocks, dateline),
    linkable ? headingsOf(blocks) : [],
  );
  const components = { ...texts, types };
  const render = (part: Block[]) => (
    <PortableText
      value={part}
      components={components}
      onMissingComponent={(_message, { type }) => onUnknownBlock(type)}
    />
  );
  if (gatedFrom === null) return render(blocks);
  return (
    <>
      {render(blocks.slice(0, gatedFrom))}
      <GatedText>
        {gate.gateNote}
        {render(blocks.slice(gatedFrom))}
      </GatedText>
    </>
  );
}

/** The dateline belongs to the first paragraph, whatever stands before it. */
function datelineBefore(blocks: Block[], dateline: string | null) {
  const first = blocks.find(
    (block) => block._type === 'block' && block.style === 'normal' && !block.listItem,
  );
  return first && dateline ? { key: first._key, place: dateline } : null;
}
