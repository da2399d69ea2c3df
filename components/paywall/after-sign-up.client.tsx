import type { Texts } from '#lib/i18n/en.ts';
import { fillIn } from '#lib/i18n/fill-in.ts';
import type { Language } from '#lib/i18n/language.ts';
import { ResendForm } from './resend-form.client.tsx';

type Props = {
  words: Texts['subscribe']['form'];
  language: Language;
  source: string | null;
  address: string;
  onChangeAddress: () => void;
};

/** In place of the field once the address has been taken: which it was, once more, or another one. */
export function AfterSignUp({ words, language, source, address, onChangeAddress }: Props) {
  return (
    <div className="furniture mt-1">
      <p className="flex flex-wrap items-center gap-x-4 text-ink-2 [overflow-wrap:anywhere]">
        {fillIn(words.typedAddress, { address: address })}
        <button
          type="button"
          onClick={onChangeAddress}
          className="min-h-11 text-accent underline underline-offset-4 hover:opacity-80 active:opacity-70 motion-safe:transition-opacity motion-safe:duration-150"
        >
          {words.change}
        </button>
      </p>
      <ResendForm words={words} language={language} source={source} waitSeconds={60} />
    </div>
  );
}
