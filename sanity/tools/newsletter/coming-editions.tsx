import { Text } from '@sanity/ui';
import { Section } from '../section.tsx';
import type { Coming } from './desk-schema.ts';
import { EditionButtons } from './edition-buttons.tsx';
import { EditionCard } from './edition-card.tsx';
import { EditionRows } from './edition-rows.tsx';
import { sentenceOfComing } from './edition-words.ts';
import type { Tools } from './tools.ts';

/** What has not gone out. What waits for a decision stands first: by itself it never goes. */
export function ComingEditions({ coming, tools }: { coming: Coming[]; tools: Tools }) {
  const missed = coming.filter(({ state }) => state === 'missed');
  const others = coming.filter(({ state }) => state !== 'missed');
  return (
    <Section title="Coming">
      <EditionRows none="No list has anything coming. Lists are under Content, Newsletter lists.">
        {[...missed, ...others].map((edition) => (
          <EditionCard key={edition.id} edition={edition} sentence={sentenceOfComing(edition)}>
            {edition.articles.length === 0 && (
              <Text as="p" size={1} muted>
                {edition.kind === 'digest'
                  ? 'Nothing new for it yet. If nothing comes, it is not sent.'
                  : 'Its article cannot be seen by readers now.'}
              </Text>
            )}
            <EditionButtons edition={edition} count={edition.wouldGet} tools={tools} />
          </EditionCard>
        ))}
      </EditionRows>
    </Section>
  );
}
