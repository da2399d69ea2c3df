import { Box, Grid, Stack, Text } from '@sanity/ui';
import type { ReactNode } from 'react';
import { IntentLink } from 'sanity/router';
import { type CountRow, CountTable } from './count-table.tsx';
import { DayChart } from './day-chart.tsx';
import type { Counts } from './get-counts.ts';
import type { Names } from './get-names.ts';
import { Section } from './section.tsx';

const states: Record<Counts['states'][number]['state'], { title: string; meaning: string }> = {
  confirmed: { title: 'Confirmed', meaning: 'pressed the button in their mail' },
  pending: { title: 'Pending', meaning: 'signed up, not confirmed yet' },
  unsubscribed: { title: 'Unsubscribed', meaning: 'get no newsletter, may read on' },
  suppressed: { title: 'Suppressed', meaning: 'get no mail at all' },
};

const languages = { en: 'English', es: 'Spanish' };

export function SubscriberNumbers({ counts, names }: { counts: Counts; names: Names }) {
  const everybody = counts.states.reduce((sum, { count }) => sum + count, 0);
  return (
    <Stack gap={6}>
      {everybody === 0 && (
        <Text as="p" size={2}>
          Nobody has signed up yet. The first who does is counted here.
        </Text>
      )}
      <States counts={counts} />
      <DayChart days={counts.days} />
      <Grid gridTemplateColumns={[1, 1, 2]} gap={6}>
        <CountTable title="By list" what="List" columns={['Confirmed']} rows={listRows(counts, names)} />
        <CountTable
          title="By language"
          what="Language"
          columns={['Confirmed']}
          rows={counts.languages.map(({ language, count }) => ({
            key: language,
            name: languages[language],
            counts: [count],
          }))}
        />
      </Grid>
      <CountTable
        title="By article"
        what="Signed up from"
        columns={['Signed up', 'Confirmed']}
        rows={sourceRows(counts, names)}
        none="Nobody has signed up from an article yet."
      />
    </Stack>
  );
}

function States({ counts }: { counts: Counts }) {
  const known = new Map(counts.states.map(({ state, count }) => [state, count]));
  return (
    <Section title="Now">
      <dl
        style={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(9rem, 1fr))',
          gap: '1.5rem',
          margin: 0,
        }}
      >
        {(['confirmed', 'pending', 'unsubscribed', 'suppressed'] as const).map((state) => (
          <div key={state}>
            <dt>
              <Text size={1} weight="medium">
                {states[state].title}
              </Text>
            </dt>
            <dd style={{ margin: '0.875rem 0 0' }}>
              <Stack gap={4}>
                <Text size={4} weight="semibold" style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {(known.get(state) ?? 0).toLocaleString('en')}
                </Text>
                <Text size={1} muted>
                  {states[state].meaning}
                </Text>
              </Stack>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

/** The lists of the dataset, the longest first, and behind them what somebody has chosen that is no list any more. */
function listRows({ lists }: Counts, names: Names): CountRow[] {
  const known = new Map(lists.map(({ id, count }) => [id, count]));
  const titled = new Set(names.lists.map(({ id }) => id));
  const rows = [
    ...names.lists.map(({ id, title }) => ({
      key: id,
      name: <DocumentLink type="newsletterList" id={id} words={title} />,
      counts: [known.get(id) ?? 0],
    })),
    ...lists
      .filter(({ id }) => !titled.has(id))
      .map(({ id, count }) => ({ key: id, name: `${id} (no list any more)`, counts: [count] })),
  ];
  return rows.sort((one, other) => (other.counts[0] ?? 0) - (one.counts[0] ?? 0));
}

function sourceRows({ sources }: Counts, { articles }: Names): CountRow[] {
  return sources.map(({ path, signUps, confirmed }) => {
    const article = articles.get(path);
    return {
      key: path,
      name: article ? <DocumentLink type="article" id={article.id} words={article.headline} /> : path,
      note: article ? path : 'not published under this address any more',
      counts: [signUps, confirmed],
    };
  });
}

function DocumentLink({ type, id, words }: { type: string; id: string; words: string }): ReactNode {
  return (
    <Box as="span">
      <IntentLink intent="edit" params={{ id, type }}>
        {words}
      </IntentLink>
    </Box>
  );
}
