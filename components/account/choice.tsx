import type { ReactNode } from 'react';

type Props = {
  type: 'checkbox' | 'radio';
  name: string;
  value: string;
  checked?: boolean;
  required?: boolean;
  lang?: string | undefined;
  children: ReactNode;
};

/** A box to tick with its words, wide enough for a thumb. */
export function Choice({ checked = false, lang, children, ...input }: Props) {
  return (
    <label lang={lang} className="furniture flex min-h-11 cursor-pointer items-start gap-3 py-2.5">
      <input {...input} defaultChecked={checked} className="mt-px size-5 shrink-0 accent-accent" />
      <span>{children}</span>
    </label>
  );
}
