import { PortableText } from '@portabletext/react';
import type { TextBlock } from '#lib/content/body.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textComponents } from './text-blocks.tsx';

type Props = { id: string; title: string; blocks: TextBlock[]; language: Language };

/** What one should know beside the text; from 1024 px it hangs in the margin. */
export function FactBox({ id, title, blocks, language }: Props) {
  return (
    <aside
      aria-labelledby={`facts-${id}`}
      className="margin-column furniture my-6 border-ink border-y py-4 [&_p]:mt-3 [&_ul]:my-3"
    >
      <h2 id={`facts-${id}`} className="font-semibold">
        {title}
      </h2>
      <PortableText value={blocks} components={textComponents(language, null)} onMissingComponent={false} />
    </aside>
  );
}
