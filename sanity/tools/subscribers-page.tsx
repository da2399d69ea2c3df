import { Button, Card, Container, Flex, Heading, Stack, Text } from '@sanity/ui';
import { SubscriberNumbers } from './subscriber-numbers.tsx';
import { type Subscribers, useSubscribers } from './use-subscribers.ts';

const sentences: Record<Exclude<Subscribers['kind'], 'counted'>, string> = {
  counting: 'Counting subscribers …',
  'signed out':
    'The site does not know who you are. Sign out of Studio and in again; then these numbers are here.',
  forbidden: 'These numbers are for editors and administrators. Your account may only read.',
  failed: 'The numbers cannot be had right now. Nothing is lost; try again in a moment.',
};

/**
 * Studio's page about the readers. Whatever there is to say instead of numbers is said in a sentence, and that the numbers
 * have come, too: one line that is always there, so that whoever listens hears it change. The button keeps the focus.
 */
export function SubscribersPage() {
  const { subscribers, again } = useSubscribers();
  const { kind } = subscribers;
  return (
    <Card height="fill" overflow="auto">
      <Container width={3} paddingX={[4, 4, 5]} paddingY={[4, 5, 6]} as="main">
        <Stack gap={6}>
          <Flex align="flex-end" justify="space-between" gap={4} wrap="wrap">
            <Stack gap={4}>
              <Heading as="h1" size={3}>
                Subscribers
              </Heading>
              <Text as="p" role="status" muted size={1}>
                {kind === 'counted' ? countedAt(subscribers.counts) : sentences[kind]}
              </Text>
            </Stack>
            <Button
              mode="ghost"
              text={kind === 'failed' ? 'Try again' : 'Count again'}
              aria-disabled={kind === 'counting' || undefined}
              onClick={kind === 'counting' ? undefined : again}
            />
          </Flex>
          {kind === 'counted' && <SubscriberNumbers counts={subscribers.counts} names={subscribers.names} />}
        </Stack>
      </Container>
    </Card>
  );
}

function countedAt({ countedAt: instant, timeZone }: { countedAt: string; timeZone: string }): string {
  const time = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'long', timeStyle: 'short' });
  return `Counted ${time.format(new Date(instant))}, ${timeZone.replaceAll('_', ' ')} time`;
}
