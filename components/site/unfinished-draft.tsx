import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { Message } from './message.tsx';

type Props = { places: string[]; language: Language };

/** In place of a page whose draft still lacks what a page needs: says where in the document to look. */
export function UnfinishedDraft({ places, language }: Props) {
  const { draft } = textsFor(language);
  return (
    <main id="text">
      <Message heading={draft.unfinishedHeading}>
        <p>{draft.unfinished}</p>
        {places.length > 0 && (
          <>
            <p>{draft.unfinishedPlaces}</p>
            <ul className="list-disc pl-6">
              {places.map((place) => (
                <li key={place}>{place}</li>
              ))}
            </ul>
          </>
        )}
      </Message>
    </main>
  );
}
