import type { ReactNode } from 'react';
import { Button, buttonClass } from '#components/forms/button.tsx';
import { FormProblem } from '#components/forms/form-problem.tsx';
import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { deleteAccountPath } from '#lib/site-urls.ts';
import { AccountPart } from './account-part.tsx';

type Props = {
  address: string;
  language: Language;
  problem: string | null;
  /** What can be chosen: newsletters, language, a feed, gifts, devices. */
  children: ReactNode;
};

/** The account: whose it is, its parts, and the ways out. */
export function AccountSheet({ address, language, problem, children }: Props) {
  const { account } = textsFor(language);
  return (
    <div className="page-width page-grid">
      <div className="text-column pt-10 md:pt-16">
        <h1 className="font-display text-lead tracking-[-0.014em]">{account.heading}</h1>
        <div className="mt-4 mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <p className="min-w-0">
            {account.signedInAs} <strong className="break-words">{address}</strong>.
          </p>
          <form action="/api/sign-out" method="post">
            <HiddenFields language={language} />
            <Button look="plain">{account.signOut}</Button>
          </form>
        </div>
        {problem && (
          <div className="mb-8">
            <FormProblem message={problem} />
          </div>
        )}
        {children}
        <AccountPart id="data" heading={account.data.heading} sentence={account.data.sentence}>
          <a href="/api/account/data" download="" className={buttonClass('plain')}>
            {account.data.button}
          </a>
        </AccountPart>
        <AccountPart id="delete" heading={account.erase.heading} sentence={account.erase.linkSentence}>
          <a href={deleteAccountPath(language)} className={buttonClass('grave')}>
            {account.erase.link}
          </a>
        </AccountPart>
      </div>
    </div>
  );
}
