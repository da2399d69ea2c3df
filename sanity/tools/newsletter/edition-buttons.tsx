import { Button, Flex } from '@sanity/ui';
import { useState } from 'react';
import { sentenceOf } from './ask-desk.ts';
import { ConfirmDialog, type Question } from './confirm-dialog.tsx';
import { doneSchema, type Edition } from './desk-schema.ts';
import { readers, titleOf } from './edition-words.ts';
import { PreviewDialog } from './preview-dialog.tsx';
import type { Tools } from './tools.ts';
import { UncertainDialog } from './uncertain-dialog.tsx';

type Given = { edition: Edition; count: number; failed?: number; uncertain?: number; tools: Tools };
type Open = { kind: 'question'; question: Question } | { kind: 'preview' } | { kind: 'uncertain' };

/** What may be done to an edition as it stands; each is asked about once more, and says beforehand what it does. */
export function EditionButtons({ edition, count, failed = 0, uncertain = 0, tools }: Given) {
  const [open, setOpen] = useState<Open | null>(null);
  const title = titleOf(edition);
  const button = (text: string, opens: Open) => (
    <Button
      key={text}
      mode="ghost"
      fontSize={1}
      padding={3}
      text={text}
      aria-label={`${text}: ${title}`}
      onClick={() => setOpen(opens)}
    />
  );
  const ask = (action: string, given: Omit<Question, 'act' | 'title'>, done: string): Open => ({
    kind: 'question',
    question: {
      ...given,
      title: `${given.button}: ${title}`,
      act: async (typed) => {
        const body = given.typed === undefined ? { action } : { action, typed };
        const answer = await tools.ask(`/${edition.id}`, doneSchema, { body });
        if (answer.kind !== 'answer') return sentenceOf(answer);
        tools.tell(`${title}: ${done}`);
        return null;
      },
    },
  });

  const sendNow = ask(
    'send-now',
    {
      words: `It goes out at once to ${readers(count)}. A mail that is on its way cannot be called back.`,
      ...{ button: 'Send now', typed: title },
    },
    'it is being sent.',
  );
  const hold = ask(
    'hold',
    {
      words: 'It stays here and does not go out at its time, until somebody releases it.',
      ...{ button: 'Hold' },
    },
    'it is held.',
  );
  const release = ask(
    'release',
    {
      words: 'It goes out at its time again. If that is long past, it waits here for your decision.',
      ...{ button: 'Release' },
    },
    'it goes out at its time.',
  );
  const isStarted = edition.state === 'paused';
  const cancel = ask(
    'cancel',
    {
      words: isStarted
        ? 'Whoever has not got it does not get it. Those who have it keep it. This cannot be undone.'
        : 'It does not go out, and its articles do not come with the next one. This cannot be undone.',
      ...{ button: isStarted ? 'Stop for good' : 'Cancel this edition' },
    },
    'it is cancelled.',
  );
  const pause = ask(
    'pause',
    {
      words: 'Mails that are in hand still leave; the others wait until somebody goes on.',
      ...{ button: 'Pause' },
    },
    'it is paused.',
  );
  const resume = ask(
    'resume',
    {
      words: 'The mails that wait go out. Nobody gets it twice.',
      ...{ button: 'Go on' },
    },
    'it goes on.',
  );
  const whenItGoesOn = isStarted ? ', when the edition goes on' : '';
  const retry = ask(
    'retry',
    {
      words: `The ${failed.toLocaleString('en')} that failed are sent once more${whenItGoesOn}. Addresses that do not exist stay left out.`,
      ...{ button: 'Retry the failed' },
    },
    `the failed ones are sent once more${whenItGoesOn}.`,
  );

  const isWaiting = edition.state === 'planned' || edition.state === 'held' || edition.state === 'missed';
  // Of an edition without articles there is nothing to see, and nothing to send.
  const hasWords = edition.articles.length > 0;
  return (
    <>
      <Flex gap={2} wrap="wrap">
        {hasWords && button('Look at it', { kind: 'preview' })}
        {edition.state === 'planned' && button('Hold', hold)}
        {edition.state === 'held' && button('Release', release)}
        {isWaiting && hasWords && button('Send now', sendNow)}
        {edition.state === 'sending' && button('Pause', pause)}
        {edition.state === 'paused' && button('Go on', resume)}
        {failed > 0 && edition.state !== 'cancelled' && button('Retry the failed', retry)}
        {uncertain > 0 && button('Decide the uncertain', { kind: 'uncertain' })}
        {isWaiting && button('Cancel', cancel)}
        {isStarted && button('Stop for good', cancel)}
      </Flex>
      {open?.kind === 'question' && <ConfirmDialog question={open.question} onClose={() => setOpen(null)} />}
      {open?.kind === 'preview' && (
        <PreviewDialog edition={edition} tools={tools} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'uncertain' && (
        <UncertainDialog edition={edition} tools={tools} onClose={() => setOpen(null)} />
      )}
    </>
  );
}
