import type { NewsEvent } from '#lib/content/event.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';

type Props = { event: NewsEvent; language: Language };

/** Said only of an event that is not as planned. */
export function EventState({ event, language }: Props) {
  const word = textsFor(language).events.state[event.state];
  return word ? <p className="furniture mt-1 font-semibold text-alert">{word}</p> : null;
}
