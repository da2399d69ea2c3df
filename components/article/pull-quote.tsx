type Props = { text: string; attribution: string | null };

/** Words lifted out of the text; from 1024 px they hang in the margin. */
export function PullQuote({ text, attribution }: Props) {
  return (
    <figure className="margin-column my-6 border-accent border-t-2 pt-3">
      <blockquote className="text-balance font-italic text-second italic leading-[1.2]">{text}</blockquote>
      {attribution && <figcaption className="meta mt-2">{attribution}</figcaption>}
    </figure>
  );
}
