import { Box, Button, Checkbox, Dialog, Flex, Stack, Text } from '@sanity/ui';
import { useEffect, useId, useState } from 'react';
import { type DeskAnswer, sentenceOf } from './ask-desk.ts';
import { doneSchema, type Edition, type Uncertain, uncertainSchema } from './desk-schema.ts';
import { timeOf, titleOf } from './edition-words.ts';
import type { Tools } from './tools.ts';

/** Mails that may have gone out or not. Nothing decides about them but a person. */
export function UncertainDialog({
  edition,
  tools,
  onClose,
}: {
  edition: Edition;
  tools: Tools;
  onClose: () => void;
}) {
  const id = useId();
  const { ask, tell } = tools;
  const [page, setPage] = useState<DeskAnswer<Uncertain> | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState('');
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each decision asks anew for what is left
  useEffect(() => {
    const leaving = new AbortController();
    ask(`/${edition.id}/uncertain`, uncertainSchema, { signal: leaving.signal }).then(
      (answer) => {
        setPage(answer);
        setChosen(new Set(answer.kind === 'answer' ? answer.answer.deliveries.map((one) => one.id) : []));
      },
      () => undefined,
    );
    return () => leaving.abort();
  }, [ask, edition.id, asked]);
  const decide = async (decision: 'sent' | 'again') => {
    const body = { deliveryIds: [...chosen], decision };
    const answer = await ask(`/${edition.id}/uncertain`, doneSchema, { body });
    if (answer.kind !== 'answer') return setRefusal(sentenceOf(answer));
    setRefusal('');
    const mails = `${answer.answer.count ?? 0} ${answer.answer.count === 1 ? 'mail' : 'mails'}`;
    const later = edition.state === 'paused' ? 'go out when the edition goes on.' : 'are sent once more.';
    tell(`${titleOf(edition)}: ${mails} ${decision === 'sent' ? 'counted as sent.' : later}`);
    if (page?.kind === 'answer' && page.answer.deliveries.length > chosen.size) setAsked(asked + 1);
    else if (page?.kind === 'answer' && page.answer.hasMore) setAsked(asked + 1);
    else onClose();
  };
  const toggle = (deliveryId: string) => {
    const changed = new Set(chosen);
    if (!changed.delete(deliveryId)) changed.add(deliveryId);
    setChosen(changed);
  };
  return (
    <Dialog id={id} header={`Uncertain: ${titleOf(edition)}`} onClose={onClose} width={1}>
      <Stack gap={5} padding={4}>
        <Text as="p" size={1}>
          The mail server took these, or the connection broke before it could say so. Whoever runs the site
          finds them in the mail server’s log by the message’s id. Sent again, a reader may get it twice;
          counted as sent, a reader may never get it.
        </Text>
        {page?.kind === 'answer' ? (
          <Stack gap={4} as="ul" style={{ listStyle: 'none', padding: 0 }}>
            {page.answer.deliveries.map((one) => (
              <Flex key={one.id} as="li" gap={3} align="flex-start">
                <Checkbox
                  id={`${id}-${one.id}`}
                  checked={chosen.has(one.id)}
                  onChange={() => toggle(one.id)}
                />
                <Box flex={1}>
                  <Text as="label" size={1} htmlFor={`${id}-${one.id}`}>
                    {one.address}
                    {one.handedOverAt && `, handed over ${timeOf(edition, one.handedOverAt)}`}
                  </Text>
                  <Text as="p" size={0} muted style={{ marginTop: '0.75rem', overflowWrap: 'anywhere' }}>
                    Message {one.id}
                  </Text>
                </Box>
              </Flex>
            ))}
          </Stack>
        ) : (
          <Text as="p" size={1} muted role="status">
            {page ? sentenceOf(page) : 'Asking for them …'}
          </Text>
        )}
        {page?.kind === 'answer' && page.answer.hasMore && (
          <Text as="p" size={1} muted>
            There are more; they follow when these are decided.
          </Text>
        )}
        <Text as="p" size={1} role="alert">
          {refusal}
        </Text>
        <Flex justify="flex-end" gap={3} wrap="wrap">
          <Button mode="bleed" text="Back" onClick={onClose} />
          <Button
            mode="ghost"
            text="Count as sent"
            disabled={chosen.size === 0}
            onClick={() => decide('sent')}
          />
          {edition.state !== 'cancelled' && (
            <Button text="Send again" disabled={chosen.size === 0} onClick={() => decide('again')} />
          )}
        </Flex>
      </Stack>
    </Dialog>
  );
}
