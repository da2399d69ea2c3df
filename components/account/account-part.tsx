import type { ReactNode } from 'react';

type Props = { id: string; heading: string; sentence?: string; children: ReactNode };

/** One part of the account page; its id is where saving leads back to. */
export function AccountPart({ id, heading, sentence, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="border-rule border-t pt-6 pb-8">
      <h2 id={`${id}-heading`} className="text-second">
        {heading}
      </h2>
      {sentence && <p className="furniture mt-1 text-pretty text-ink-2">{sentence}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
