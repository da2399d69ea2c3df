import type { ReactNode } from 'react';

const looks = {
  /** What the page is for. */
  main: 'bg-accent text-paper px-5 font-semibold hover:opacity-90 active:opacity-80',
  /** One of several things that can be done. */
  plain: 'border border-field px-4 text-ink hover:border-accent hover:text-accent active:opacity-80',
  /** What cannot be undone. */
  grave:
    'border border-alert px-4 text-alert font-semibold hover:bg-alert hover:text-paper active:opacity-80',
} as const;

export type ButtonLook = keyof typeof looks;

export function buttonClass(look: ButtonLook): string {
  return `furniture inline-flex min-h-11 items-center justify-center rounded-control text-center no-underline aria-disabled:opacity-60 motion-safe:transition-opacity motion-safe:duration-150 ${looks[look]}`;
}

type Props = { look?: ButtonLook; label?: string; children: ReactNode };

/** Sends the form around it. `label` is for ears, where the words alone do not say which one of several it is. */
export function Button({ look = 'main', label, children }: Props) {
  return (
    <button type="submit" aria-label={label} className={buttonClass(look)}>
      {children}
    </button>
  );
}
