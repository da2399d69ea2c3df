import { Button, Card, Container, Flex, Heading, Stack, Text } from '@sanity/ui';
import { useCallback, useMemo, useState } from 'react';
import { ComingEditions } from './coming-editions.tsx';
import { CorrectionMailing } from './correction-mailing.tsx';
import type { Overview } from './desk-schema.ts';
import { EditionResults } from './edition-results.tsx';
import { shareDone, timeOf, titleOf } from './edition-words.ts';
import { SendingEditions } from './sending-editions.tsx';
import type { Tools } from './tools.ts';
import { useDesk } from './use-desk.ts';

/**
 * Studio's page about the newsletter. One line that is always there says what was done and how far the sending is, in
 * tenths: whoever listens hears it change, and is not told every mail.
 */
export function NewsletterPage() {
  const { ask, overview, trouble, isAsking, again } = useDesk();
  const [told, setTold] = useState('');
  const tell = useCallback(
    (words: string) => {
      setTold(words);
      again();
    },
    [again],
  );
  const tools: Tools = useMemo(() => ({ ask, tell }), [ask, tell]);
  return (
    <Card height="fill" overflow="auto">
      <Container width={3} paddingX={[4, 4, 5]} paddingY={[4, 5, 6]} as="main">
        <Stack gap={6}>
          <Flex align="flex-end" justify="space-between" gap={4} wrap="wrap">
            <Stack gap={4}>
              <Heading as="h1" size={3}>
                Newsletter
              </Heading>
              <Text as="p" role="status" muted size={1}>
                {statusOf({ told, trouble, overview })}
              </Text>
            </Stack>
            <Button
              mode="ghost"
              text={trouble ? 'Try again' : 'Look again'}
              aria-disabled={isAsking || undefined}
              onClick={
                isAsking
                  ? undefined
                  : () => {
                      setTold('');
                      again();
                    }
              }
            />
          </Flex>
          {overview && (
            <>
              {overview.stop && <Stopped stop={overview.stop} />}
              <SendingEditions sending={overview.sending} tools={tools} />
              <ComingEditions coming={overview.coming} tools={tools} />
              <EditionResults results={overview.results} tools={tools} />
              <CorrectionMailing tools={tools} />
            </>
          )}
        </Stack>
      </Container>
    </Card>
  );
}

type Heard = { told: string; trouble: string | null; overview: Overview | null };

function statusOf({ told, trouble, overview }: Heard): string {
  if (trouble) return trouble;
  if (!overview) return 'Asking how the newsletter stands …';
  const sending = overview.sending.map((edition) => {
    const tenths = Math.floor(shareDone(edition.progress) * 10) * 10;
    return `${titleOf(edition)}: ${edition.state === 'paused' ? 'paused, ' : ''}${tenths} percent done.`;
  });
  const decisions = overview.coming.filter(({ state }) => state === 'missed').length;
  const open =
    decisions > 0
      ? [`${decisions} ${decisions === 1 ? 'edition waits' : 'editions wait'} for a decision.`]
      : [];
  const words = [told, ...sending, ...open].filter((sentence) => sentence !== '');
  return words.length > 0 ? words.join(' ') : 'Nothing is being sent, and nothing waits for a decision.';
}

function Stopped({ stop }: { stop: NonNullable<Overview['stop']> }) {
  const list = { id: '', title: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return (
    <Card tone="caution" padding={4} radius={2} border>
      <Text as="p" size={1}>
        Whoever runs the site has stopped every newsletter since {timeOf({ list }, stop.since)}
        {stop.reason ? ` (${stop.reason})` : ''}. Nothing leaves until they let it go on; confirmations and
        sign-ins go out as always.
      </Text>
    </Card>
  );
}
