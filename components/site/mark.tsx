/** The paper's sign, three rising waves, in the colour of the text around it. The same drawing as public/mark.svg. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="3.4" strokeLinecap="round">
        <path d="M2.5 27c4-6 7.2-6 10.3-2s7.2 3 16.7-8" />
        <path d="M2.5 19.3c4-6 7.2-6 10.3-2s7.2 3 16.7-8" />
        <path d="M2.5 11.6c4-6 7.2-6 10.3-2s7.2 3 16.7-8" />
      </g>
    </svg>
  );
}
