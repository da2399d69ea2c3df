import { Stack, Text } from '@sanity/ui';
import type { CSSProperties, ReactNode } from 'react';
import { Section } from './section.tsx';

export type CountRow = { key: string; name: ReactNode; note?: string; counts: number[] };

type CountTableProps = {
  title: string;
  /** What the first column holds. */
  what: string;
  columns: string[];
  rows: CountRow[];
  /** Said instead of a table without rows. */
  none?: string;
};

export function CountTable({ title, what, columns, rows, none }: CountTableProps) {
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <Text as="p" size={1} muted>
          {none ?? 'There is none yet.'}
        </Text>
      ) : (
        <Numbers what={what} columns={columns} rows={rows} />
      )}
    </Section>
  );
}

const cell: CSSProperties = {
  padding: '0.75rem 0',
  borderTop: '1px solid var(--card-border-color)',
  textAlign: 'left',
  fontWeight: 'inherit',
  verticalAlign: 'top',
};
const numberCell: CSSProperties = { ...cell, textAlign: 'right', paddingLeft: '1.5rem', width: '1%' };
const headOf = (style: CSSProperties): CSSProperties => ({ ...style, borderTop: 0, paddingTop: 0 });

/** A table whose columns but the first are numbers, set so that they can be compared down the column. */
export function Numbers({ what, columns, rows }: Pick<CountTableProps, 'what' | 'columns' | 'rows'>) {
  return (
    <table style={{ width: '100%', borderCollapse: 'collapse' }}>
      <thead>
        <tr>
          <th scope="col" style={headOf(cell)}>
            <Text size={1} muted>
              {what}
            </Text>
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" style={headOf(numberCell)}>
              <Text size={1} muted style={{ whiteSpace: 'nowrap' }}>
                {column}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, note, counts }) => (
          <tr key={key}>
            <th scope="row" style={cell}>
              <Stack gap={3}>
                <Text size={1}>{name}</Text>
                {note && (
                  <Text size={0} muted style={{ overflowWrap: 'anywhere' }}>
                    {note}
                  </Text>
                )}
              </Stack>
            </th>
            {columns.map((column, place) => (
              <td key={column} style={numberCell}>
                <Text size={1} style={{ fontVariantNumeric: 'tabular-nums' }}>
                  {(counts[place] ?? 0).toLocaleString('en')}
                </Text>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
