import { Text } from '@sanity/ui';
import type { ReactNode } from 'react';

/** Editions one under the other, or a sentence that there is none. */
export function EditionRows({ none, children }: { none: string; children: ReactNode[] }) {
  return children.length === 0 ? (
    <Text as="p" size={1} muted>
      {none}
    </Text>
  ) : (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>{children}</ul>
  );
}
