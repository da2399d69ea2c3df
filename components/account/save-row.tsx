import { Button } from '#components/forms/button.tsx';

type Props = { button: string; saved: string | null };

/** The button of a part, and beside it that its last press was heeded. */
export function SaveRow({ button, saved }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button look="plain">{button}</Button>
      {saved && (
        <p role="status" className="furniture text-accent">
          {saved}
        </p>
      )}
    </div>
  );
}
