import { Heading, Stack } from '@sanity/ui';
import { type ReactNode, useId } from 'react';

/** A part of the page with its heading, and a hairline above. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      style={{ borderTop: '1px solid var(--card-border-color)', paddingTop: '1.25rem', minWidth: 0 }}
    >
      <Stack gap={5}>
        <Heading as="h2" size={1} id={id}>
          {title}
        </Heading>
        {children}
      </Stack>
    </section>
  );
}
