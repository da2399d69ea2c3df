import { Button, Dialog, Flex, Stack, Text, TextInput } from '@sanity/ui';
import { type FormEvent, useId, useState } from 'react';

export type Question = {
  title: string;
  /** What will happen, before it happens. */
  words: string;
  button: string;
  /** What has to be typed, so that it does not happen by a slip of the hand. */
  typed?: string;
  /** Null when it is done, else why it is not. */
  act: (typed: string) => Promise<string | null>;
};

/** Asks once more. It stays open with the reason while what was asked for cannot be done. */
export function ConfirmDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isActing, setIsActing] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const isReady = !isActing && (question.typed === undefined || typed.trim() === question.typed.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    setIsActing(true);
    const refused = await question.act(typed);
    setIsActing(false);
    if (refused === null) onClose();
    else setRefusal(refused);
  };
  return (
    <Dialog id={id} header={question.title} onClose={onClose} width={1}>
      <form onSubmit={submit}>
        <Stack gap={5} padding={4}>
          <Text as="p" size={1} id={`${id}-words`}>
            {question.words}
          </Text>
          {question.typed !== undefined && (
            <Stack gap={3}>
              <Text as="label" size={1} weight="medium" htmlFor={`${id}-typed`}>
                Type “{question.typed}” to go on
              </Text>
              <TextInput
                id={`${id}-typed`}
                value={typed}
                autoComplete="off"
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </Stack>
          )}
          <Text as="p" size={1} role="alert">
            {refusal}
          </Text>
          <Flex justify="flex-end" gap={3}>
            <Button mode="bleed" text="Back" onClick={onClose} />
            <Button
              type="submit"
              text={question.button}
              disabled={!isReady}
              aria-describedby={`${id}-words`}
            />
          </Flex>
        </Stack>
      </form>
    </Dialog>
  );
}
