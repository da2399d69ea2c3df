type Props = { caption: string | null; credit: string | null; className?: string };

/** What the picture shows, and whose it is. */
export function CreditLine({ caption, credit, className = 'mt-2' }: Props) {
  if (!caption && !credit) return null;
  return (
    <figcaption className={`meta ${className}`}>
      {caption && <span>{caption}</span>} {credit && <span className="opacity-100">{credit}</span>}
    </figcaption>
  );
}
