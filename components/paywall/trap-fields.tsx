type Props = { id: string; label: string; stamp: string | null };

/** What only programs trip over: a field that nobody sees, and the instant at which the form was made. */
export function TrapFields({ id, label, stamp }: Props) {
  return (
    <>
      <div className="absolute -left-[200vw] size-px overflow-hidden" aria-hidden="true">
        <label htmlFor={`${id}-website`}>{label}</label>
        <input
          id={`${id}-website`}
          name="website"
          type="text"
          tabIndex={-1}
          autoComplete="off"
          data-trap=""
        />
      </div>
      {stamp && <input type="hidden" name="opened" value={stamp} data-trap="" />}
    </>
  );
}
