import { Button, Flex, Select, Stack, Text } from '@sanity/ui';
import { useEffect, useId, useState } from 'react';
import { useClient } from 'sanity';
import { Section } from '../section.tsx';
import { sentenceOf } from './ask-desk.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { doneSchema } from './desk-schema.ts';
import { type Corrections, getCorrections } from './get-corrections.ts';
import type { Tools } from './tools.ts';

/** Mails a correction on purpose: by itself none is ever mailed. */
export function CorrectionMailing({ tools }: { tools: Tools }) {
  const client = useClient({ apiVersion: '2025-02-19' });
  const [found, setFound] = useState<Corrections | 'failed' | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    getCorrections(client, leaving.signal)
      .catch(() => 'failed' as const)
      .then((corrections) => {
        if (!leaving.signal.aborted) setFound(corrections);
      });
    return () => leaving.abort();
  }, [client]);
  return (
    <Section title="Mail a correction">
      {found === 'failed' && (
        <Text as="p" size={1} muted>
          The corrected articles cannot be had right now. Open this page anew in a moment.
        </Text>
      )}
      {found !== null && found !== 'failed' && <CorrectionForm corrections={found} tools={tools} />}
    </Section>
  );
}

function CorrectionForm({ corrections, tools }: { corrections: Corrections; tools: Tools }) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [listId, setListId] = useState('');
  const [isAsking, setIsAsking] = useState(false);
  const choices = corrections.articles.flatMap(({ corrections: ofArticle, ...article }) =>
    ofArticle.map(({ date, text }) => ({ key: `${article.id} ${date}`, article, date, text })),
  );
  if (choices.length === 0)
    return (
      <Text as="p" size={1} muted>
        No published article has a correction. One is written in the article, under Times and corrections.
      </Text>
    );
  const choice = choices.find(({ key }) => key === chosen);
  const lists = corrections.lists.filter(({ language }) => language === choice?.article.language);
  const list = lists.find((one) => one.id === listId);
  return (
    <Stack gap={4} style={{ maxWidth: '40rem' }}>
      <Text as="p" size={1} muted>
        It goes to those whom the list has sent the article; if it never did by itself, to all its readers.
        Each correction is mailed once by each list.
      </Text>
      <Stack gap={3}>
        <Text as="label" size={1} weight="medium" htmlFor={`${id}-correction`}>
          Correction
        </Text>
        <Select
          id={`${id}-correction`}
          fontSize={1}
          value={chosen}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setListId('');
          }}
        >
          <option value="">Choose one</option>
          {choices.map(({ key, article, text }) => (
            <option key={key} value={key}>
              {article.headline}: {text.slice(0, 80)}
            </option>
          ))}
        </Select>
      </Stack>
      <Stack gap={3}>
        <Text as="label" size={1} weight="medium" htmlFor={`${id}-list`}>
          List
        </Text>
        <Select
          id={`${id}-list`}
          fontSize={1}
          value={listId}
          disabled={!choice}
          onChange={(event) => setListId(event.currentTarget.value)}
        >
          <option value="">Choose one</option>
          {lists.map(({ id: value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
      </Stack>
      <Flex>
        <Button
          mode="ghost"
          text="Mail this correction"
          disabled={!choice || !list}
          onClick={() => setIsAsking(true)}
        />
      </Flex>
      {isAsking && choice && list && (
        <ConfirmDialog
          onClose={() => setIsAsking(false)}
          question={{
            title: `Mail a correction: ${list.title}`,
            words: `“${choice.text}” is mailed at once, with the article “${choice.article.headline}”. A mail that is on its way cannot be called back.`,
            ...{ button: 'Mail it', typed: list.title },
            act: async () => {
              const body = { articleId: choice.article.id, correctionDate: choice.date, listId: list.id };
              const answer = await tools.ask('/corrections', doneSchema, { body });
              if (answer.kind !== 'answer') return sentenceOf(answer);
              tools.tell(`${list.title}: the correction is being sent.`);
              return null;
            },
          }}
        />
      )}
    </Stack>
  );
}
