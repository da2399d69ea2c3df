import type { Block } from '#lib/content/body.ts';
import { plainText } from '#lib/content/plain-text.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { table: Extract<Block, { _type: 'table' }>; language: Language };

const cell = 'px-3 py-2 text-left align-top first:pl-0 last:pr-0';

/** Figures in rows. Where they are wider than the page, the region scrolls, also by keyboard. */
export function Table({ table, language }: Props) {
  const [head, ...others] = table.rows;
  const header = table.headerRow ? head : undefined;
  const rows = header ? others : table.rows;
  const name = (table.caption && plainText(table.caption)) ?? textsFor(language).article.table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must take the focus, or no key can scroll it
    <section aria-label={name} tabIndex={0} className="wide-column my-8 overflow-x-auto">
      <table className="furniture w-full border-ink border-y tabular-nums">
        {table.caption && <caption className="meta pb-2 text-left">{table.caption}</caption>}
        {header && (
          <thead>
            <tr>
              {header.cells.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                <th key={index} scope="col" className={`${cell} border-ink border-b font-semibold`}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row) => (
            <tr key={row._key} className="border-rule not-last:border-b">
              {row.cells.map((text, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their place
                <td key={index} className={cell}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
