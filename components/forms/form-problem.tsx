/** What went wrong with a form as a whole, above it. */
export function FormProblem({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <p role="alert" className="furniture border-alert border-l-3 py-1 pl-3 text-alert">
      {message}
    </p>
  );
}
