import { identityOf, may, requireKnown } from '../auth/caller.ts';
import { json } from '../http/reply.ts';
import { type LakeRequest, type Route, route } from '../http/route.ts';
import { projectMember } from '../users/user-directory.ts';

/** The one project there is, under whatever id it is asked for. */
export const projectRoutes: Route[] = [
  route('GET', 'projects', (request) => json([describe(request)])),
  route('GET', 'projects/:project', (request) => json(describe(request))),
  route('GET', 'projects/:project/grants', ({ caller }) => {
    requireKnown(caller);
    const members = [{ name: 'read', params: {} }];
    return json(may(caller, 'administer') ? { 'sanity.project.members': [{ grants: members }] } : {});
  }),
  route('GET', 'projects/:project/roles', () =>
    json(['viewer', 'editor', 'administrator'].map((name) => ({ name, title: name, isCustom: false }))),
  ),
  route('GET', 'projects/:project/user-applications', () => json([])),
  route('GET', 'projects/:project/new-content-release-allowed', () =>
    json({
      data: { orgActiveReleaseCount: 0, defaultOrgActiveReleaseLimit: 1000, orgActiveReleaseLimit: null },
    }),
  ),
  route('GET', 'projects/:project/datasets/:dataset/settings/indexing', () =>
    json({ partialIndexSettings: { maxFieldDepth: 0 } }),
  ),
  // What is not named here Studio offers for sale instead of doing it.
  route('GET', 'features', () =>
    json(['privateDataset', 'thirdPartyLogin', 'contentReleases', 'singleDocRelease', 'scheduledPublishing']),
  ),
  // In some of its sessions Studio measures how long its own changes take to come back.
  route('GET', 'data/ping/:dataset', () => json('PONG')),
  // A release that is over says until when its plan keeps it; here nothing is thrown away.
  route('GET', 'subscriptions/project/:project', () =>
    json({ featureTypes: { retention: { features: [{ attributes: { maxRetentionDays: null } }] } } }),
  ),
  route('GET', 'access/requests/me', () => json([])),
  route('GET', 'intake/telemetry-status', () => json({ status: 'denied' })),
  route('POST', 'intake/batch', () => json({})),
  route('GET', 'journey/announcements', () => json([])),
  route('GET', 'journey/trial', () => json({})),
  // Studio asks what to say where a plan ends. No plan ends here.
  route('GET', 'journey/:feature', () => json(null)),
  route('GET', 'help', () => json({ resources: { resources: [] } })),
  route('GET', 'aliases', () => json([])),
];

function describe({ lake, caller, url }: LakeRequest) {
  requireKnown(caller);
  const isWanted = (name: string) => url.searchParams.get(name) !== 'false';
  const identity = identityOf(caller);
  return {
    id: lake.projectId,
    displayName: lake.projectId,
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    maxRetentionDays: 365,
    createdAt: lake.startedAt.toISOString(),
    organizationId: null,
    metadata: {},
    ...(isWanted('includeFeatures') ? { features: [] } : {}),
    ...(isWanted('includeMembers')
      ? { members: lake.knownCallers().map((member) => projectMember(member, identity)) }
      : {}),
  };
}
