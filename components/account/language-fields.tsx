import { type Language, languages } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { Choice } from './choice.tsx';

type Props = { language: Language; chosen: Language; legend: 'seen' | 'heard' };

/** The languages to choose from, inside a form. `heard`: a heading above says to eyes what the legend says to ears. */
export function LanguageFields({ language, chosen, legend }: Props) {
  const words = textsFor(language).account.language;
  return (
    <fieldset className="flex flex-wrap gap-x-8">
      <legend className={legend === 'heard' ? 'sr-only' : 'furniture font-semibold'}>{words.heading}</legend>
      {languages.map((one) => (
        <Choice key={one} type="radio" name="mail" value={one} checked={one === chosen} lang={one}>
          {words.names[one]}
        </Choice>
      ))}
    </fieldset>
  );
}
