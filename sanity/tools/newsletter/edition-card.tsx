import { Flex, Heading, Stack, Text } from '@sanity/ui';
import type { ReactNode } from 'react';
import { IntentLink } from 'sanity/router';
import type { Edition } from './desk-schema.ts';
import { kindOf, languageNames, titleOf } from './edition-words.ts';

const mostHeadlines = 12;

/** An edition: of which List it is, how it stands, what is in it, and what may be done to it. */
export function EditionCard({
  edition,
  sentence,
  children,
}: {
  edition: Edition;
  sentence: string;
  children: ReactNode;
}) {
  const { articles, kind, language } = edition;
  const more = articles.length - mostHeadlines;
  return (
    <li style={{ borderTop: '1px solid var(--card-border-color)', padding: '1.25rem 0' }}>
      <Stack gap={4} as="article" aria-label={titleOf(edition)}>
        <Flex gap={3} align="baseline" wrap="wrap">
          <Heading as="h3" size={0}>
            {titleOf(edition)}
          </Heading>
          <Text size={1} muted>
            {kindOf({ kind })}, {languageNames[language]}
          </Text>
        </Flex>
        <Text as="p" size={1}>
          {sentence}
        </Text>
        {articles.length > 0 && (
          <Stack as="ul" gap={3} style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {articles.slice(0, mostHeadlines).map(({ id, headline }) => (
              <Text as="li" size={1} key={id}>
                <IntentLink intent="edit" params={{ id, type: 'article' }}>
                  {headline}
                </IntentLink>
              </Text>
            ))}
            {more > 0 && (
              <Text as="li" size={1} muted>
                and {more} more
              </Text>
            )}
          </Stack>
        )}
        {children}
      </Stack>
    </li>
  );
}
