import { defineField } from 'sanity';

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const timeZoneField = defineField({
  name: 'timeZone',
  title: 'Time zone',
  description: 'For example America/Cancun.',
  type: 'string',
  initialValue: 'America/Cancun',
  validation: (rule) => [
    rule.required().error('Give a time zone.'),
    rule.custom(
      (name: string | undefined) => !name || isTimeZone(name) || 'No such time zone: try America/Cancun.',
    ),
  ],
});
