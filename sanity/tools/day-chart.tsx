import { Flex, Stack, Text } from '@sanity/ui';
import { Numbers } from './count-table.tsx';
import type { DayCount } from './get-counts.ts';
import { Section } from './section.tsx';

const height = 120;
const dayWidth = 20;
const barWidth = 7;

// Both at least 3 to 1 on the page, light and dark.
const colours = {
  signUps: 'color-mix(in srgb, var(--card-muted-fg-color) 70%, var(--card-bg-color))',
  confirmations: 'var(--card-link-fg-color)',
};

/** Day by day: who signed up, and who confirmed. The same numbers stand in a table below, for ears and for reading off. */
export function DayChart({ days }: { days: DayCount[] }) {
  const total = (of: 'signUps' | 'confirmations') => days.reduce((sum, day) => sum + day[of], 0);
  const most = Math.max(1, ...days.map(({ signUps, confirmations }) => Math.max(signUps, confirmations)));
  const summary = `In ${days.length} days ${total('signUps').toLocaleString('en')} signed up and ${total('confirmations').toLocaleString('en')} confirmed. The most on one day: ${most.toLocaleString('en')}.`;
  return (
    <Section title="The last thirty days">
      <Stack gap={4}>
        <Flex gap={4} wrap="wrap">
          <Key colour={colours.signUps} words={`Signed up: ${total('signUps').toLocaleString('en')}`} />
          <Key
            colour={colours.confirmations}
            words={`Confirmed: ${total('confirmations').toLocaleString('en')}`}
          />
        </Flex>
        <Flex gap={3}>
          <Flex direction="column" justify="space-between" align="flex-end" aria-hidden="true">
            <Text size={0} muted>
              {most.toLocaleString('en')}
            </Text>
            <Text size={0} muted>
              0
            </Text>
          </Flex>
          <svg
            role="img"
            aria-label={summary}
            viewBox={`0 0 ${days.length * dayWidth} ${height}`}
            preserveAspectRatio="none"
            style={{ width: '100%', height, borderBottom: '1px solid var(--card-border-color)' }}
          >
            {days.map((day, place) => (
              <g key={day.day}>
                <title>{`${dayInWords(day.day)}: ${day.signUps} signed up, ${day.confirmations} confirmed`}</title>
                <Bar x={place * dayWidth + 2} share={day.signUps / most} colour={colours.signUps} />
                <Bar
                  x={place * dayWidth + 2 + barWidth + 1}
                  share={day.confirmations / most}
                  colour={colours.confirmations}
                />
              </g>
            ))}
          </svg>
        </Flex>
        <Flex justify="space-between" aria-hidden="true" style={{ paddingLeft: '1.25rem' }}>
          <Text size={0} muted>
            {dayInWords(days[0]?.day)}
          </Text>
          <Text size={0} muted>
            {dayInWords(days.at(-1)?.day)}
          </Text>
        </Flex>
        <details>
          <summary style={{ cursor: 'pointer', padding: '0.75rem 0' }}>
            <Text as="span" size={1} style={{ display: 'inline-block', verticalAlign: 'middle' }}>
              Day by day, in numbers
            </Text>
          </summary>
          <div style={{ paddingTop: '1.25rem', maxWidth: '30rem' }}>
            <Numbers
              what="Day"
              columns={['Signed up', 'Confirmed']}
              rows={days.toReversed().map(({ day, signUps, confirmations }) => ({
                key: day,
                name: dayInWords(day),
                counts: [signUps, confirmations],
              }))}
            />
          </div>
        </details>
      </Stack>
    </Section>
  );
}

function Bar({ x, share, colour }: { x: number; share: number; colour: string }) {
  const filled = share * height;
  return <rect x={x} y={height - filled} width={barWidth} height={filled} fill={colour} />;
}

function Key({ colour, words }: { colour: string; words: string }) {
  return (
    <Flex align="center" gap={2}>
      <span style={{ width: 12, height: 12, background: colour }} />
      <Text size={1}>{words}</Text>
    </Flex>
  );
}

/** A day of the paper's calendar: it has no time zone, so none may be put upon it. */
function dayInWords(day: string | undefined): string {
  if (!day) return '';
  return new Intl.DateTimeFormat('en', { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
