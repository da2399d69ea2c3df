import type { ComponentProps } from 'react';

type Props = Pick<
  ComponentProps<'input'>,
  'name' | 'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'placeholder' | 'defaultValue' | 'pattern'
> & {
  id: string;
  label: string;
  /** What is wrong with what was typed; it stands below the field and belongs to it. */
  problem: string | null;
  wide?: boolean;
};

/** A field that must be filled in, with its name above it. */
export function TextField({ id, label, problem, wide = true, ...input }: Props) {
  return (
    <div>
      <label htmlFor={id} className="furniture mb-1 block font-semibold">
        {label}
      </label>
      <input
        id={id}
        required
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        className={`min-h-11 rounded-control border border-field bg-paper px-3 text-ink placeholder:text-ink-2 aria-invalid:border-alert ${
          wide
            ? 'furniture w-full text-[1rem]'
            : 'w-[9.5em] font-furniture text-[1.375rem] tabular-nums tracking-[0.18em]'
        }`}
        {...input}
      />
      {problem && (
        <p id={`${id}-problem`} role="alert" className="furniture mt-2 text-alert">
          {problem}
        </p>
      )}
    </div>
  );
}
