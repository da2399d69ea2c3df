import { Box, Button, Card, Dialog, Flex, Select, Stack, Text } from '@sanity/ui';
import { useEffect, useId, useState } from 'react';
import { type DeskAnswer, sentenceOf } from './ask-desk.ts';
import { doneSchema, type Edition, type Rendering, renderingSchema } from './desk-schema.ts';
import { titleOf } from './edition-words.ts';
import type { Tools } from './tools.ts';

const variants = [
  { key: 'full-en', language: 'en', access: 'full', words: 'What subscribers get, in English' },
  { key: 'full-es', language: 'es', access: 'full', words: 'What subscribers get, in Spanish' },
  { key: 'preview-en', language: 'en', access: 'preview', words: 'What everybody may see, in English' },
  { key: 'preview-es', language: 'es', access: 'preview', words: 'What everybody may see, in Spanish' },
] as const;

/** The mail as its readers get it, in each language and access; its links of leaving lead to nobody's account. */
export function PreviewDialog({
  edition,
  tools: { ask },
  onClose,
}: {
  edition: Edition;
  tools: Tools;
  onClose: () => void;
}) {
  const id = useId();
  const [key, setKey] = useState<(typeof variants)[number]['key']>(
    edition.language === 'es' ? 'full-es' : 'full-en',
  );
  const [asText, setAsText] = useState(false);
  const [shown, setShown] = useState<DeskAnswer<Rendering> | null>(null);
  const [said, setSaid] = useState('');
  const variant = variants.find((one) => one.key === key) ?? variants[0];
  const { language, access } = variant;
  useEffect(() => {
    const leaving = new AbortController();
    setShown(null);
    const asked = `/${edition.id}/preview?${new URLSearchParams({ language, access })}`;
    ask(asked, renderingSchema, { signal: leaving.signal }).then(setShown, () => undefined);
    return () => leaving.abort();
  }, [ask, edition.id, language, access]);
  const test = async () => {
    setSaid('The test is being sent …');
    const body = { action: 'test', language, access };
    const answer = await ask(`/${edition.id}`, doneSchema, { body });
    setSaid(answer.kind === 'answer' ? 'The test is on its way to your own address.' : sentenceOf(answer));
  };
  const trouble = shown && shown.kind !== 'answer' ? sentenceOf(shown) : '';
  return (
    <Dialog id={id} header={titleOf(edition)} onClose={onClose} width={3}>
      <Stack gap={4} padding={4}>
        <Flex gap={3} wrap="wrap" align="center">
          <Box flex={1} style={{ minWidth: '16rem' }}>
            <Select
              aria-label="Who sees it"
              fontSize={1}
              value={key}
              onChange={(event) =>
                setKey(variants.find((one) => one.key === event.currentTarget.value)?.key ?? key)
              }
            >
              {variants.map((one) => (
                <option key={one.key} value={one.key}>
                  {one.words}
                </option>
              ))}
            </Select>
          </Box>
          <Button
            mode="ghost"
            fontSize={1}
            text={asText ? 'Show as designed' : 'Show as plain text'}
            aria-pressed={asText}
            onClick={() => setAsText(!asText)}
          />
          <Button mode="ghost" fontSize={1} text="Send a test to me" onClick={test} />
        </Flex>
        <Text as="p" size={1} muted role="status">
          {said || trouble || (shown ? 'Its links to leave the list belong to nobody.' : 'Asking for it …')}
        </Text>
        {shown?.kind === 'answer' && <Mail rendering={shown.answer} asText={asText} />}
      </Stack>
    </Dialog>
  );
}

function Mail({ rendering: { subject, html, text }, asText }: { rendering: Rendering; asText: boolean }) {
  return (
    <Stack gap={4}>
      <Text as="p" size={2} weight="medium">
        Subject: {subject}
      </Text>
      <Card border radius={2} overflow="hidden">
        {asText ? (
          <Box padding={4} overflow="auto" style={{ height: '60vh' }} tabIndex={0}>
            <Text as="pre" size={1} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
          </Box>
        ) : (
          <iframe
            title="The mail as its readers see it"
            // No script and no form of it can run, and nothing in it knows Studio.
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={withLinksOutside(html)}
            style={{ display: 'block', width: '100%', height: '60vh', border: 0, background: '#fff' }}
          />
        )}
      </Card>
    </Stack>
  );
}

/** Links open beside Studio instead of inside the frame. */
function withLinksOutside(html: string): string {
  const target = '<base target="_blank">';
  return html.includes('<head>') ? html.replace('<head>', `<head>${target}`) : target + html;
}
