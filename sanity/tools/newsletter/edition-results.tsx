import { Numbers } from '../count-table.tsx';
import { Section } from '../section.tsx';
import type { UnderWay } from './desk-schema.ts';
import { EditionButtons } from './edition-buttons.tsx';
import { EditionCard } from './edition-card.tsx';
import { EditionRows } from './edition-rows.tsx';
import { readers, timeOf } from './edition-words.ts';
import type { Tools } from './tools.ts';

/** What became of the editions of the last two weeks. */
export function EditionResults({ results, tools }: { results: UnderWay[]; tools: Tools }) {
  return (
    <Section title="Results of the last two weeks">
      <EditionRows none="Nothing has gone out yet.">
        {results.map((edition) => (
          <EditionCard key={edition.id} edition={edition} sentence={sentenceOf(edition)}>
            {edition.progress.audience > 0 && <Outcome edition={edition} />}
            {edition.progress.audience > 0 && (
              <EditionButtons
                edition={edition}
                count={0}
                failed={edition.progress.failed}
                uncertain={edition.progress.uncertain}
                tools={tools}
              />
            )}
          </EditionCard>
        ))}
      </EditionRows>
    </Section>
  );
}

function sentenceOf(edition: UnderWay): string {
  const when = timeOf(edition, edition.dueAt);
  const because = edition.reason ? ` (${edition.reason})` : '';
  switch (edition.state) {
    case 'empty':
      return `Not sent ${when}: there was nothing new.`;
    case 'cancelled':
      return `Cancelled${because}. It was to go out ${when}.`;
    default:
      return `Sent ${when}, to ${readers(edition.progress.audience)}.`;
  }
}

function Outcome({ edition: { id, progress } }: { edition: UnderWay }) {
  const { sent, dropped, failed, uncertain, bounced, complained, unsubscribed } = progress;
  return (
    <div style={{ overflowX: 'auto', paddingTop: '0.75rem' }}>
      <Numbers
        what="Mails"
        columns={['Sent', 'Left before', 'Failed', 'Uncertain', 'Bounced', 'Complained', 'Unsubscribed']}
        rows={[
          {
            ...{ key: id, name: progress.audience.toLocaleString('en') },
            counts: [sent, dropped, failed, uncertain, bounced, complained, unsubscribed],
          },
        ]}
      />
    </div>
  );
}
