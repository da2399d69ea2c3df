import type { Language } from '#lib/i18n/language.ts';
import { type RenderedEdition, recipientToken } from './edition-content.ts';
import { type EditionAccess, findEdition, findRendering } from './edition-store.ts';
import type { EditionPress } from './freeze-edition.ts';
import { previewEdition } from './preview-edition.ts';

export type ShownEdition =
  | { kind: 'shown'; rendering: RenderedEdition }
  | { kind: 'nothing to send' }
  | { kind: 'unknown' }
  | { kind: 'no such list' };

/** In place of a reader's: whoever looks at a mail before it goes out must not be able to leave for somebody. */
const nobodysToken = 'nobody';

/** An edition as it went out, or would go out at this moment, by the functions that make it. */
export async function showEdition(
  { db, render }: Pick<EditionPress, 'db' | 'render'>,
  id: string,
  { language, access }: { language: Language; access: EditionAccess },
  now: Date,
): Promise<ShownEdition> {
  const edition = await findEdition(db, id);
  if (!edition) return { kind: 'unknown' };
  const frozen = edition.frozenAt ? await findRendering(db, id, language, access) : null;
  if (frozen) return { kind: 'shown', rendering: ofNobody(frozen) };
  const previewed = await previewEdition(db, id, access, now);
  if (previewed.kind !== 'content') return previewed;
  if (previewed.content.articles.length === 0) return { kind: 'nothing to send' };
  return { kind: 'shown', rendering: ofNobody(render(previewed.content, language)) };
}

function ofNobody({ subject, html, text }: RenderedEdition): RenderedEdition {
  return {
    subject,
    html: html.replaceAll(recipientToken, nobodysToken),
    text: text.replaceAll(recipientToken, nobodysToken),
  };
}
