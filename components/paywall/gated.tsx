import type { ReactNode } from 'react';
import { gatedClass, readOnFrom } from '#lib/paywall/gated-part.ts';

/** Around the text that not everybody gets, for a reader who does. */
export function GatedText({ children }: { children: ReactNode }) {
  return (
    <div id={readOnFrom} className={`${gatedClass} [&>[data-note]+p]:mt-5`}>
      {children}
    </div>
  );
}

/** A quiet line about why this reader sees the text. */
export function GateNote({ children }: { children: ReactNode }) {
  return (
    <p data-note="" className="meta mt-8 mb-5 border-rule border-t pt-2 print:hidden">
      {children}
    </p>
  );
}
