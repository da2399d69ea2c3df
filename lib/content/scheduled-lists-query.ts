import { z } from 'zod';
import { getRows, parseRows } from './lake-client.ts';
import { type ScheduledList, scheduledListSchema } from './scheduled-list.ts';

const scheduledListsQuery = `
  *[_type == "newsletterList"] | order(_id asc){
    "id": _id, "titles": { "en": title.en, "es": coalesce(title.es, title.en) }, language, cadence,
    "isDefault": isDefault == true, hour, weekday, timeZone, "sections": coalesce(sections[]._ref, [])
  }`;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Lists that send each article at once have no hour; one that goes out at an hour nobody can know is not whole. */
const scheduledListRow = scheduledListSchema
  .extend({
    hour: scheduledListSchema.shape.hour.nullish(),
    weekday: z
      .enum(weekdays)
      .nullish()
      .transform((day) => (day ? weekdays.indexOf(day) : null)),
    timeZone: scheduledListSchema.shape.timeZone.refine(isTimeZone, 'no such time zone'),
  })
  .refine((list) => list.cadence === 'instant' || typeof list.hour === 'number', 'no hour')
  .refine((list) => list.cadence !== 'weekly' || list.weekday !== null, 'no weekday')
  .transform((list): ScheduledList => ({ ...list, hour: list.hour ?? 0 }));

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/** All lists with their times. One that is not whole is logged and left out: it sends nothing. */
export async function getScheduledLists(): Promise<ScheduledList[]> {
  return parseRows(scheduledListRow, await getRows(scheduledListsQuery, {}));
}
