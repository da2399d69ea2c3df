import { Box, Button, Card, Container, Flex, Heading, Stack, Text } from '@sanity/ui';
import { SubscriberNumbers } from './subscriber-numbers.tsx';
import { type Subscribers, useSubscribers } from './use-subscribers.ts';

const sentences: Record<Exclude<Subscribers['kind'], 'counted'>, string> = {
  counting: 'Counting subscribers …',
  'signed out':
    'The site does not know who you are. Sign out of Studio and in again; then these numbers are here.',
  forbidden: 'These numbers are for editors and administrators. Your account may only read.',
  failed: 'The numbers cannot be had right now. Nothing is lost; try again in a moment.',
};

/** Studio's page about the readers. Whatever there is to say instead of numbers is said in a sentence. */
export function SubscribersPage() {
  const { subscribers, again } = useSubscribers();
  const { kind } = subscribers;
  const when = kind === 'counted' ? countedAt(subscribers.counts) : null;
  return (
    <Card height="fill" overflow="auto">
      <Container width={3} paddingX={[4, 4, 5]} paddingY={[4, 5, 6]} as="main">
        <Stack gap={6}>
          <Flex align="flex-end" justify="space-between" gap={4} wrap="wrap">
            <Stack gap={4}>
              <Heading as="h1" size={3}>
                Subscribers
              </Heading>
              <Text muted size={1}>
                {when ?? 'Who reads us, in numbers'}
              </Text>
            </Stack>
            <Button
              mode="ghost"
              text={kind === 'failed' ? 'Try again' : 'Count again'}
              disabled={kind === 'counting'}
              onClick={again}
            />
          </Flex>
          {kind === 'counted' ? (
            <SubscriberNumbers counts={subscribers.counts} names={subscribers.names} />
          ) : (
            <Box paddingY={4}>
              <Text as="p" role="status" size={2}>
                {sentences[kind]}
              </Text>
            </Box>
          )}
        </Stack>
      </Container>
    </Card>
  );
}

function countedAt({ countedAt: instant, timeZone }: { countedAt: string; timeZone: string }): string {
  const time = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'long', timeStyle: 'short' });
  return `Counted ${time.format(new Date(instant))}, ${timeZone.replaceAll('_', ' ')} time`;
}
