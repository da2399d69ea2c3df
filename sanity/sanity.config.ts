import { createClient } from '@sanity/client';
import { visionTool } from '@sanity/vision';
import { defineConfig, type WorkspaceOptions } from 'sanity';
import { presentationTool } from 'sanity/presentation';
import { structureTool } from 'sanity/structure';
import { documentActions } from './actions/document-actions.ts';
import { publishingFetch } from './actions/publishing-fetch.ts';
import { statusBadge } from './actions/status-badge.ts';
import { KeepCaret } from './components/keep-caret.ts';
import { Mark } from './components/mark.ts';
import { searchPreview } from './components/search-preview.tsx';
import { eventStreamFetch } from './event-stream-fetch.ts';
import { presentation } from './presentation.ts';
import { allTypes } from './schema/all-types.ts';
import { isSingleton } from './singletons.ts';
import { structure } from './structure.ts';
import { allTemplates } from './templates.ts';
import { newsletterTool } from './tools/newsletter/newsletter-tool.ts';
import { subscribersTool } from './tools/subscribers-tool.ts';

/** What Studio must know of the world; plain values, handed over by the server at run time. */
export type StudioPlace = {
  projectId: string;
  dataset: string;
  /** Null for hosted Sanity. */
  apiHost: string | null;
};

/** The one configuration of Studio, for hosted Sanity and for a lake of our own. */
export function studioConfig({ projectId, dataset, apiHost }: StudioPlace): WorkspaceOptions {
  return defineConfig({
    name: 'default',
    title: 'Riviera Maya News',
    icon: Mark,
    basePath: '/studio',
    projectId,
    dataset,
    ...lakeOptions(apiHost),
    auth: { loginMethod: 'token' },
    plugins: [
      structureTool({ title: 'Content', structure }),
      presentationTool(presentation),
      visionTool({ title: 'Queries' }),
      searchPreview(),
    ],
    tools: (tools) => [...tools, newsletterTool, subscribersTool],
    schema: { types: allTypes, templates: allTemplates },
    form: { components: { input: KeepCaret } },
    document: {
      actions: documentActions,
      badges: (badges, { schemaType }) => (schemaType === 'article' ? [...badges, statusBadge] : badges),
      newDocumentOptions: (options, { creationContext }) =>
        creationContext.type === 'global'
          ? options.filter(({ templateId }) => !isSingleton(templateId))
          : options,
      // Comments live in a dataset of their own that only hosted Sanity makes.
      comments: { enabled: false },
    },
    // Scheduled drafts have taken its place.
    scheduledPublishing: { enabled: false },
    tasks: { enabled: false },
    mediaLibrary: { enabled: false },
    announcements: { enabled: false },
  });
}

function lakeOptions(apiHost: string | null): Partial<WorkspaceOptions> {
  const fetch = publishingFetch(apiHost ? eventStreamFetch(apiHost) : globalThis.fetch);
  const host = apiHost ? { apiHost, useProjectHostname: false } : {};
  return {
    ...(apiHost ? { apiHost } : {}),
    unstable_clientFactory: (config) => createClient({ ...config, ...host, resolveFetch: () => fetch }),
  };
}
