import { Card, Flex, Stack, Text } from '@sanity/ui';
import { useEffect, useState } from 'react';
import { definePlugin, type InputProps, useClient, useFormValue } from 'sanity';
import { type PreviewWords, previewWords } from './preview-words.ts';

const query = `{ "name": *[_id == "siteSettings"][0].name, "picture": *[_id == $asset][0].url }`;
type Found = { name: string | null; picture: string | null };
type Asked = Found & { failed: boolean };

const nothing = { name: null, picture: null };

/** Under the fields for search and sharing: what they make, while the editor types. */
export const searchPreview = definePlugin({
  name: 'search-preview',
  form: { components: { input: WithPreview } },
});

function WithPreview(props: InputProps) {
  if (props.schemaType.name !== 'seo') return props.renderDefault(props);
  return (
    <Stack gap={5}>
      <Previews />
      {props.renderDefault(props)}
    </Stack>
  );
}

function Previews() {
  const article = useFormValue([]);
  const asset = previewWords(article, { name: '', host: '' }).picture?.asset ?? '';
  const { name, picture, failed } = useFound(asset);
  const words = previewWords(article, { name: name ?? '…', host: window.location.host });
  return (
    <Stack gap={4}>
      <SearchResult words={words} />
      <SharedLink words={words} picture={picture} />
      {failed && (
        <Text size={1} muted role="status">
          The paper’s name and the picture could not be fetched: the rest is as it will be.
        </Text>
      )}
    </Stack>
  );
}

/** The paper's name and the picture's address; what is not there (yet) is left out of the preview. */
function useFound(asset: string): Asked {
  const client = useClient({ apiVersion: '2025-02-19' });
  const [found, setFound] = useState<Asked>({ ...nothing, failed: false });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    client
      .fetch<Found>(query, { asset }, { perspective: 'published', signal })
      .then((answer): Asked => ({ ...answer, failed: false }))
      .catch((): Asked => ({ ...nothing, failed: true }))
      .then((asked) => {
        if (!signal.aborted) setFound(asked);
      });
    return () => leaving.abort();
  }, [client, asset]);
  return found;
}

function SearchResult({ words }: { words: PreviewWords }) {
  return (
    <Card as="section" aria-label="In search results" padding={4} border radius={1}>
      <Stack gap={3}>
        <Text size={0} muted weight="medium">
          In search results
        </Text>
        {words.isKeptOut ? (
          <Text size={1}>Nowhere: this article is kept out of search engines.</Text>
        ) : (
          <>
            <Text size={1} muted>
              {words.crumbs}
            </Text>
            <Text size={3}>{words.title}</Text>
            <Text size={1}>{words.description}</Text>
          </>
        )}
      </Stack>
    </Card>
  );
}

function SharedLink({ words, picture }: { words: PreviewWords; picture: string | null }) {
  return (
    <Card as="section" aria-label="When shared" padding={4} border radius={1}>
      <Stack gap={3}>
        <Text size={0} muted weight="medium">
          When shared
        </Text>
        <Card border radius={1} overflow="hidden" style={{ maxWidth: '30rem' }}>
          {picture && words.picture && (
            // biome-ignore lint/performance/noImgElement: Studio is no page of the framework's
            <img
              src={`${picture}?w=960&h=504&fit=crop${focusOf(words.picture)}`}
              alt=""
              width={960}
              height={504}
              style={{ display: 'block', width: '100%', height: 'auto' }}
            />
          )}
          <Flex direction="column" gap={3} padding={3}>
            <Text size={0} muted>
              {words.host}
            </Text>
            <Text size={1} weight="semibold">
              {words.shareTitle}
            </Text>
            <Text size={1} muted>
              {words.description}
            </Text>
          </Flex>
        </Card>
      </Stack>
    </Card>
  );
}

function focusOf({ focus }: NonNullable<PreviewWords['picture']>): string {
  return focus ? `&crop=focalpoint&fp-x=${focus.x}&fp-y=${focus.y}` : '';
}
