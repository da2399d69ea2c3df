export const live = {
  live: {
    now: 'Live',
    ended: 'This coverage has ended',
    updated: 'Last update',
    soon: 'The first update will stand here soon.',
    nothing: 'Nothing was published in this coverage.',
    keyMoments: 'Key moments',
    keyMoment: 'Key moment',
    pinned: 'Pinned',
    updates: 'Updates',
    oneNew: '1 new update',
    /** The number stands in place of #. */
    manyNew: '# new updates',
    withoutScripts: 'Load this page again for what is new.',
    link: 'Link to this update',
    paging: 'Pages of this coverage',
    newer: 'Newer updates',
    older: 'Older updates',
    earlier: 'Earlier updates',
    later: 'Later updates',
  },
};

export type LiveTexts = typeof live;
