import type { Action, SanityClient } from '@sanity/client';

type Schedule = { releaseId: string; publishAt: string };
const scheduled = '*[_type == "system.release" && state == "scheduled"]{"releaseId": name, publishAt}';

/**
 * The documents of a scheduled release are locked. While an archive is read in, its own releases are not scheduled yet
 * and those that are there are paused; in the end all of them have their times, the archive's before their own.
 */
export async function withSchedulesPaused(
  client: SanityClient,
  work: (client: SanityClient) => Promise<void>,
): Promise<void> {
  const schedules = new Map<string, string>();
  for (const { releaseId, publishAt } of await client.fetch<Schedule[]>(scheduled)) {
    await client.releases.unschedule({ releaseId });
    schedules.set(releaseId, publishAt);
  }
  const pausing = client.clone();
  pausing.action = (actions, options) =>
    client.action(
      [actions].flat().map((action) => unscheduled(action, schedules)),
      options,
    );
  try {
    await work(pausing);
  } finally {
    for (const [releaseId, publishAt] of schedules) await client.releases.schedule({ releaseId, publishAt });
  }
}

function unscheduled(action: Action, schedules: Map<string, string>): Action {
  // @sanity/import sends the document as `attributes`.
  if (action.actionType !== 'sanity.action.release.import' || !('attributes' in action)) return action;
  const { publishAt, finalDocumentStates: _, ...attributes } = action.attributes;
  if (attributes.state !== 'scheduled') return action;
  if (publishAt) schedules.set(action.releaseId, publishAt);
  return { ...action, attributes: { ...attributes, state: 'active' } };
}
