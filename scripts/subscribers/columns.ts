import { emailAddressSchema } from '#lib/subscribers/email-address.ts';

/** Our own export's columns, in its order. */
export const ownColumns = [
  'email',
  'state',
  'language',
  'lists',
  'source',
  'created_at',
  'confirmed_at',
  'unsubscribed_at',
] as const;

export type Column = (typeof ownColumns)[number] | 'bounced_at';

/**
 * What other programs call them: Ghost (members), Mailchimp (subscribed, unsubscribed and cleaned), WordPress.com and
 * Jetpack, Substack. Ghost's and Substack's dates say when somebody came, not that they confirmed.
 */
const alsoCalled: Partial<Record<Column, string[]>> = {
  email: ['e_mail', 'email_address', 'e_mail_address', 'user_email', 'subscriber_email'],
  state: ['status', 'subscribed', 'subscribed_to_emails', 'subscription_status', 'email_subscription'],
  language: ['lang', 'locale'],
  source: ['source_path'],
  created_at: ['optin_time', 'subscribed_at', 'date_subscribed', 'subscription_date', 'since'],
  confirmed_at: ['confirm_time'],
  unsubscribed_at: ['unsub_time'],
  bounced_at: ['clean_time'],
};

const names = new Map<string, Column>(
  [...ownColumns, 'bounced_at' as const].flatMap((column) =>
    [column, ...(alsoCalled[column] ?? [])].map((name): [string, Column] => [name, column]),
  ),
);

const folded = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

export type Layout = {
  /** Where each column stands. */
  places: Map<Column, number>;
  /** Headers that are not taken over. */
  unused: string[];
  /** A list of addresses alone, whose first row is one of them. */
  isHeaderless: boolean;
};

/** Null: no column holds addresses. `confirmedAt` names the column whose dates are confirmations. */
export function readLayout(header: string[], confirmedAt: string | null): Layout | null {
  const places = new Map<Column, number>();
  const stated = confirmedAt === null ? -1 : header.findIndex((name) => folded(name) === folded(confirmedAt));
  if (stated >= 0) places.set('confirmed_at', stated);
  const unused = header.filter((name, place) => {
    const column = names.get(folded(name));
    if (column && !places.has(column)) places.set(column, place);
    return column === undefined && place !== stated;
  });
  if (places.has('email')) return { places, unused, isHeaderless: false };
  const isHeaderless = header.length === 1 && emailAddressSchema.safeParse(header[0]).success;
  return isHeaderless ? { places: new Map([['email', 0]]), unused: [], isHeaderless } : null;
}
