import { afterAll, describe, expect } from 'vitest';
import { tokens } from '../testing/test-lake.ts';
import { conformanceTable, endSharedLake } from './conformance.ts';

const text = expect.any(String);
afterAll(endSharedLake);

describe('client.datasets', () => {
  conformanceTable([
    {
      name: 'create, public, with a description',
      call: (client) => client.datasets.create('made', { aclMode: 'public', description: 'For all' }),
      answers: { datasetName: 'made', aclMode: 'public', description: 'For all' },
    },
    {
      name: 'create of one that is there',
      call: (client) => client.datasets.create('production'),
      refuses: { status: 409, body: { statusCode: 409, error: 'Conflict', message: text } },
    },
    {
      name: 'list',
      call: async (client) =>
        (await client.datasets.list()).filter(({ name }) => ['open', 'production'].includes(name)),
      answers: [
        ['open', 'public'],
        ['production', 'private'],
      ].map(([name, aclMode]) => ({
        name,
        aclMode,
        createdAt: text,
        createdByUserId: text,
        addonFor: null,
        datasetProfile: 'content',
        features: [],
        tags: [],
      })),
    },
    {
      name: 'edit opens what is published to anybody, and closes it again',
      given: [
        { _id: 'a', _type: 'note' },
        { _id: 'drafts.a', _type: 'note' },
      ],
      call: async (client, { anonymous }) => {
        const { dataset = '' } = client.config();
        const edited = await client.datasets.edit(dataset, { aclMode: 'public', description: 'Open' });
        const seen = await anonymous.fetch('*._id', {}, { perspective: 'raw' });
        await client.datasets.edit(dataset, { aclMode: 'private' });
        return [edited.aclMode, edited.description, seen, await anonymous.fetch('*')];
      },
      answers: ['public', 'Open', ['a'], []],
    },
    {
      name: 'delete takes the documents with it',
      given: [{ _id: 'a', _type: 'note' }],
      call: async (client) => {
        const { dataset = '' } = client.config();
        const deleted = await client.datasets.delete(dataset);
        const isGone = await client.fetch('1').catch(({ statusCode }) => statusCode);
        await client.datasets.create(dataset);
        return [deleted, isGone, await client.fetch('*', {}, { perspective: 'raw' })];
      },
      answers: [{ deleted: true }, 404, []],
    },
    {
      name: 'an editor does not delete datasets',
      call: (client, { lake }) =>
        lake.client({ token: tokens.editor }).datasets.delete(client.config().dataset ?? ''),
      refuses: { status: 403, body: { error: 'Forbidden' } },
    },
    {
      name: 'embeddings are there and off',
      call: (client) => client.datasets.getEmbeddingsSettings('production'),
      answers: { enabled: false, status: 'unavailable' },
    },
    {
      name: 'embeddings cannot be had',
      call: (client) => client.datasets.editEmbeddingsSettings('production', { enabled: true }),
      refuses: { status: 403 },
    },
  ]);
});

describe('client.projects and client.users', () => {
  const project = {
    id: 'local',
    displayName: 'local',
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: text,
    maxRetentionDays: 365,
    metadata: {},
  };
  conformanceTable([
    {
      name: 'projects.getById',
      call: (client) => client.projects.getById('local'),
      answers: expect.objectContaining({
        ...project,
        features: [],
        members: expect.arrayContaining([
          expect.objectContaining({ id: text, role: 'administrator', isRobot: true, isCurrentUser: true }),
        ]),
      }),
    },
    {
      name: 'projects.list without members and features',
      call: async (client) =>
        (await client.projects.list({ includeMembers: false, includeFeatures: false })).map((found) =>
          Object.keys(found).filter((key) => key === 'members' || key === 'features'),
        ),
      answers: [[]],
    },
    {
      name: 'users.getById me',
      call: (client) => client.users.getById('me'),
      answers: expect.objectContaining({
        id: text,
        name: 'administrator',
        email: '',
        profileImage: null,
        role: 'administrator',
        provider: 'sanity-token',
      }),
    },
    {
      name: 'users.getById of somebody',
      call: async (client) => client.users.getById((await client.users.getById('me')).id),
      answers: expect.objectContaining({
        id: text,
        projectId: 'local',
        displayName: 'administrator',
        familyName: null,
        givenName: null,
        middleName: null,
        imageUrl: null,
        createdAt: text,
        updatedAt: text,
        isCurrentUser: true,
      }),
    },
    {
      name: 'users.getById of nobody',
      call: (client) => client.users.getById('nobody'),
      refuses: { status: 404 },
    },
    {
      name: 'without a token',
      call: (_, { anonymous }) => anonymous.users.getById('me'),
      refuses: { status: 401, body: { error: 'Unauthorized' } },
    },
  ]);
});

describe('client.request', () => {
  conformanceTable([
    { name: 'ping', call: (client) => client.request({ url: '/ping' }), answers: 'PONG' },
    {
      name: 'a method that is not allowed',
      call: (client) => client.request({ url: '/ping', method: 'POST', body: {} }),
      refuses: { status: 405 },
    },
    {
      name: 'an endpoint that does not exist',
      call: (client) => client.request({ url: '/nothing/here' }),
      refuses: { name: 'ClientError', status: 404, message: 'Not Found - No such endpoint' },
    },
    {
      name: 'CORS origins are added, checked and removed',
      call: async (client) => {
        const origin = 'https://studio.example';
        const isAllowed = async () =>
          (await client.request({ url: '/check/cors', headers: { origin } })).result;
        const before = await isAllowed();
        const { id } = await client.request({
          url: '/projects/local/cors',
          method: 'POST',
          body: { origin, allowCredentials: true },
        });
        const listed: { origin: string }[] = await client.request({ url: '/projects/local/cors' });
        const during = await isAllowed();
        await client.request({ url: `/projects/local/cors/${id}`, method: 'DELETE' });
        return [before, listed.map((known) => known.origin), during, await isAllowed()];
      },
      answers: [
        { allowed: false, withCredentials: false },
        ['http://localhost:3000', 'https://studio.example'],
        { allowed: true, withCredentials: true },
        { allowed: false, withCredentials: false },
      ],
    },
    {
      name: 'an origin with a wildcard lets in the sites of that host, and every site only without credentials',
      call: async (client) => {
        const add = (origin: string, allowCredentials: boolean) =>
          client.request({ url: '/projects/local/cors', method: 'POST', body: { origin, allowCredentials } });
        const allowed = async (origin: string) =>
          (await client.request({ url: '/check/cors', headers: { origin } })).result;
        await add('https://*.wild.example', true);
        const [inside, outside] = [
          await allowed('https://a.wild.example'),
          await allowed('https://wild.example'),
        ];
        const refused = await add('*', true).catch(({ statusCode }) => statusCode);
        await add('*', false);
        return [inside, outside, refused, await allowed('https://wild.example')];
      },
      answers: [
        { allowed: true, withCredentials: true },
        { allowed: false, withCredentials: false },
        400,
        { allowed: true, withCredentials: false },
      ],
    },
    {
      name: 'tokens are made, shown once, listed without themselves, and revoked',
      call: async (client, { lake }) => {
        const url = '/projects/local/tokens';
        const made = await client.request({
          url,
          method: 'POST',
          body: { label: 'ci', roleName: 'viewer' },
        });
        const robot = lake.client({ token: made.key });
        const role = (await robot.users.getById('me')).role;
        const listed: object[] = await client.request({ url });
        await client.request({ url: `${url}/${made.id}`, method: 'DELETE' });
        const after = await robot.users.getById('me').catch(({ statusCode }) => statusCode);
        return [role, JSON.stringify(listed).includes(made.key), listed.length, after];
      },
      answers: ['viewer', false, 1, 401],
    },
    {
      name: 'a token says whose it is, what it may do and since when, as the management API does',
      call: async (client) => {
        const url = '/projects/local/tokens';
        const { key, ...made } = await client.request({
          url,
          method: 'POST',
          body: { label: 'shape', roleName: 'editor' },
        });
        const listed: { id: string }[] = await client.request({ url });
        const { id, ...rest } = made;
        const isListed = JSON.stringify(listed.find((token) => token.id === id)) === JSON.stringify(made);
        await client.request({ url: `${url}/${id}`, method: 'DELETE' });
        return { ...rest, key: key.slice(0, 2), isListed };
      },
      answers: {
        label: 'shape',
        projectUserId: expect.stringMatching(/^p-/),
        createdAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
        roles: [{ name: 'editor', title: 'Editor' }],
        key: 'sk',
        isListed: true,
      },
    },
    {
      name: 'robots are made with an end, listed, rotated by themselves and deleted, as `sanity tokens` asks',
      call: async (client, { lake }) => {
        const url = '/access/project/local/robots';
        const memberships = [{ resourceType: 'project', resourceId: 'local', roleNames: ['viewer'] }];
        const body = { label: 'cli', memberships, expiresAt: '2999-01-01T00:00:00.000Z' };
        const { id, token, ...made } = await client.request({ url, method: 'POST', body });
        const statusWith = (secret: string) =>
          lake
            .client({ token: secret })
            .users.getById('me')
            .then(
              () => 200,
              ({ statusCode }) => statusCode,
            );
        const rotated = await lake
          .client({ token })
          .request({ url: '/access/robots/me/rotate', method: 'POST' });
        const after = [await statusWith(token), await statusWith(rotated.token)];
        const { data, nextCursor } = await client.request({ url });
        await client.request({ url: `${url}/${id}`, method: 'DELETE' });
        const past = await client
          .request({ url, method: 'POST', body: { ...body, expiresAt: '2001-01-01' } })
          .catch(({ statusCode }) => statusCode);
        return [made, after, data.length, JSON.stringify(data).includes(rotated.token), nextCursor, past];
      },
      answers: [
        {
          label: 'cli',
          createdAt: expect.any(String),
          expiresAt: '2999-01-01T00:00:00.000Z',
          memberships: [{ resourceType: 'project', resourceId: 'local', roleNames: ['viewer'] }],
        },
        [401, 200],
        1,
        false,
        null,
        400,
      ],
    },
  ]);
});
