import { Button } from '#components/forms/button.tsx';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import { Message } from '#components/site/message.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath } from '#lib/site-urls.ts';
import { Choice } from './choice.tsx';

type Props = { language: Language; address: string; unconfirmed: boolean };

/** What goes and what stays is said before, and nothing is deleted without the box. */
export function DeletePanel({ language, address, unconfirmed }: Props) {
  const words = textsFor(language).account.erase;
  return (
    <Message heading={words.heading}>
      <p className="text-ink-2">
        <strong className="break-words text-ink">{address}</strong>
      </p>
      <FormProblem message={unconfirmed ? words.unconfirmed : null} />
      <p>{words.sentence}</p>
      <ul className="list-disc space-y-1 pl-6 marker:text-ink-2">
        {words.what.map((what) => (
          <li key={what}>{what}</li>
        ))}
      </ul>
      <p className="text-ink-2">{words.kept}</p>
      <form action="/api/account/delete" method="post" className="space-y-4">
        <HiddenFields language={language} />
        <Choice type="checkbox" name="confirm" value="yes" required>
          {words.confirm}
        </Choice>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button look="grave">{words.button}</Button>
          <a href={accountPath(language)} className="text-link furniture inline-flex min-h-11 items-center">
            {words.back}
          </a>
        </div>
      </form>
    </Message>
  );
}
