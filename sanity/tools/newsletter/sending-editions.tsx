import { Section } from '../section.tsx';
import type { UnderWay } from './desk-schema.ts';
import { EditionButtons } from './edition-buttons.tsx';
import { EditionCard } from './edition-card.tsx';
import { EditionRows } from './edition-rows.tsx';
import { sentenceOfProgress, shareDone, titleOf } from './edition-words.ts';
import type { Tools } from './tools.ts';

/** What is on its way. Left out when nothing is: an empty place there would only ask for a look. */
export function SendingEditions({ sending, tools }: { sending: UnderWay[]; tools: Tools }) {
  if (sending.length === 0) return null;
  return (
    <Section title="On its way">
      <EditionRows none="">
        {sending.map((edition) => (
          <EditionCard
            key={edition.id}
            edition={edition}
            sentence={
              edition.state === 'paused'
                ? `Paused${edition.reason ? ` (${edition.reason})` : ''}. ${sentenceOfProgress(edition.progress)}`
                : sentenceOfProgress(edition.progress)
            }
          >
            <Bar edition={edition} />
            <EditionButtons
              edition={edition}
              count={edition.progress.waiting}
              failed={edition.progress.failed}
              uncertain={edition.progress.uncertain}
              tools={tools}
            />
          </EditionCard>
        ))}
      </EditionRows>
    </Section>
  );
}

function Bar({ edition }: { edition: UnderWay }) {
  const percent = Math.floor(shareDone(edition.progress) * 100);
  return (
    <div
      role="progressbar"
      aria-label={titleOf(edition)}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      style={{ height: 6, background: 'var(--card-border-color)' }}
    >
      <div style={{ height: '100%', width: `${percent}%`, background: 'var(--card-link-fg-color)' }} />
    </div>
  );
}
