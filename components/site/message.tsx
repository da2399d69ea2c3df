import type { ReactNode } from 'react';

type Props = { heading: string; children: ReactNode };

/** A page that has one thing to say, in the column of an article. */
export function Message({ heading, children }: Props) {
  return (
    <div className="page-width page-grid">
      <div className="text-column space-y-4 pt-10 md:pt-16">
        <h1 className="font-display text-lead tracking-[-0.014em]">{heading}</h1>
        {children}
      </div>
    </div>
  );
}
