import { Button } from '#components/forms/button.tsx';
import { HiddenFields } from '#components/forms/hidden-fields.tsx';
import { shortDate } from '#lib/i18n/dates.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { AccountPart } from './account-part.tsx';

type Device = { id: string; device: string | null; lastUsedAt: string };

type Props = {
  devices: Device[];
  currentId: string;
  language: Language;
  timeZone: string;
  saved: boolean;
};

/** Where this reader is signed in. The use is written once a day at most, so its day is all that is said. */
export function DevicesPart({ devices, currentId, language, timeZone, saved }: Props) {
  const { account } = textsFor(language);
  const words = account.sessions;
  const isCurrent = ({ id }: Device) => id === currentId;
  return (
    <AccountPart id="sessions" heading={words.heading} sentence={words.sentence}>
      {saved && (
        <p role="status" className="furniture mb-2 text-accent">
          {account.saved}
        </p>
      )}
      <ul className="divide-y divide-rule">
        {[...devices.filter(isCurrent), ...devices.filter((device) => !isCurrent(device))].map(
          ({ id, device, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
              <div className="furniture">
                <p className="font-semibold">{words.device(device)}</p>
                <p className="meta">
                  {id === currentId && <span className="text-accent">{words.current} · </span>}
                  {words.lastUsed(shortDate(lastUsedAt, language, timeZone))}
                </p>
              </div>
              <EndForm
                end={id}
                language={language}
                label={words.buttonFor(id === currentId ? words.current : words.device(device))}
                button={words.button}
              />
            </li>
          ),
        )}
      </ul>
      {devices.length > 1 && (
        <div className="mt-4 flex flex-wrap gap-3">
          <EndForm end="others" language={language} button={words.others} />
          <EndForm end="all" language={language} button={words.all} />
        </div>
      )}
    </AccountPart>
  );
}

type EndProps = { end: string; language: Language; button: string; label?: string };

function EndForm({ end, language, button, label }: EndProps) {
  return (
    <form action="/api/account/sessions" method="post">
      <HiddenFields language={language} />
      <input type="hidden" name="end" value={end} />
      <Button look="plain" {...(label ? { label } : {})}>
        {button}
      </Button>
    </form>
  );
}
